using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>
/// A set of words that is asked which of them begins or ends at a place of a text. Words and text are compared folded:
/// give it text that went through <see cref="Folding.Fold(string)"/>.
/// </summary>
internal sealed class WordList
{
    private readonly HashSet<string> _words;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly HashSet<char> _first;
    private readonly HashSet<char> _last;
    private readonly int _longest;

    public WordList(IEnumerable<string> words)
    {
        _words = new HashSet<string>(words.Select(Folding.Fold), StringComparer.Ordinal);
        _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        _first = [.. _words.Select(word => word[0])];
        _last = [.. _words.Select(word => word[^1])];
        _longest = _words.Count == 0 ? 0 : _words.Max(word => word.Length);
    }

    /// <summary>The words of a data file that holds one a line.</summary>
    public static WordList Load(string file) => new(DataFile.Lines(file));

    /// <summary>Whether the whole of <paramref name="word"/> is in the list.</summary>
    public bool Contains(ReadOnlySpan<char> word) => _lookup.Contains(word);

    /// <summary>The length of the longest word that begins at <paramref name="start"/>; 0 if none does.</summary>
    public int LengthAt(ReadOnlySpan<char> text, int start)
    {
        if (start >= text.Length || !_first.Contains(text[start]))
            return 0;
        for (var length = Math.Min(_longest, text.Length - start); length > 0; length--)
        {
            if (_lookup.Contains(text.Slice(start, length)))
                return length;
        }

        return 0;
    }

    /// <summary>The length of the longest word that ends at <paramref name="end"/> (exclusive); 0 if none does.</summary>
    public int LengthBefore(ReadOnlySpan<char> text, int end)
    {
        if (end <= 0 || !_last.Contains(text[end - 1]))
            return 0;
        for (var length = Math.Min(_longest, end); length > 0; length--)
        {
            if (_lookup.Contains(text.Slice(end - length, length)))
                return length;
        }

        return 0;
    }
}
