using System.Buffers;
using System.Globalization;

namespace KnowledgeBase.Corpus.Text;

/// <summary>
/// Text as substring search sees it: folded (<see cref="Folding"/>), without white space and invisible marks, so that
/// "CTO韦青" finds "CTO 韦青" and neither a line break nor a zero-width space hides anything. Remembers where each character
/// came from.
/// </summary>
public sealed class SqueezedText
{
    private static readonly SearchValues<char> Invisible = SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(IsInvisible)]);
    private readonly int[]? _units;

    /// <summary>Squeezes a text.</summary>
    public SqueezedText(string original)
    {
        var folded = Folding.Fold(original);
        if (!folded.AsSpan().ContainsAny(Invisible))
        {
            Text = folded;
            return;
        }

        var units = new List<int>(folded.Length);
        for (var i = 0; i < folded.Length; i++)
        {
            if (!Invisible.Contains(folded[i]))
                units.Add(i);
        }

        _units = [.. units];
        Text = string.Create(units.Count, (folded, units), static (text, state) =>
        {
            for (var i = 0; i < text.Length; i++)
                text[i] = state.folded[state.units[i]];
        });
    }

    /// <summary>The squeezed characters.</summary>
    public string Text { get; }

    private static bool IsInvisible(char c) =>
        char.IsWhiteSpace(c) || (c is < ' ' or > '~' && !Han.Is(c) && char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control);

    /// <summary>The span of the original text, UTF-16 units, that a span of the squeezed one came from.</summary>
    public TextSpan ToOriginal(TextSpan span)
    {
        if (_units is null || span.IsEmpty)
            return span;
        return new TextSpan(_units[span.Start], _units[span.End - 1] + 1);
    }
}
