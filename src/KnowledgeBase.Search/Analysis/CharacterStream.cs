using KnowledgeBase.Corpus.Text;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace KnowledgeBase.Search.Analysis;

/// <summary>
/// The characters of a squeezed text as tokens: one by one, or each with its neighbour. Every character counts, Latin
/// letters and punctuation too, so that any substring can be found; a surrogate pair is one character.
/// </summary>
internal sealed class CharacterStream : TokenStream
{
    private readonly ICharTermAttribute _term;
    private readonly string _text;
    private readonly int _size;
    private int _at;

    private CharacterStream(SqueezedText text, int size)
    {
        _term = AddAttribute<ICharTermAttribute>();
        _text = text.Text;
        _size = size;
    }

    /// <summary>Single characters.</summary>
    public static CharacterStream Characters(SqueezedText text) => new(text, 1);

    /// <summary>Overlapping pairs: 可解释 → 可解, 解释.</summary>
    public static CharacterStream Bigrams(SqueezedText text) => new(text, 2);

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _at = 0;
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        ClearAttributes();
        var end = _at;
        for (var i = 0; i < _size; i++)
        {
            if (end >= _text.Length)
                return false;
            end += LengthAt(_text, end);
        }

        _term.SetLength(0);
        _term.Append(_text, _at, end - _at);
        _at += LengthAt(_text, _at);
        return true;
    }

    /// <summary>The UTF-16 units of the character that begins at <paramref name="at"/>: 1, or 2 for a surrogate pair.</summary>
    public static int LengthAt(ReadOnlySpan<char> text, int at) =>
        char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
}
