using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Search.Analysis;

/// <summary>
/// The characters of a squeezed text as tokens: one by one, or each with its neighbour. Every character counts, Latin
/// letters and punctuation too, so that any substring can be found; a surrogate pair is one character.
/// </summary>
internal static class CharacterTokens
{
    /// <summary>Single characters, or overlapping pairs and the last character by itself: 可解释 → 可解, 解释, 释. So every character begins a token.</summary>
    /// <param name="text">The text.</param>
    /// <param name="size">1 or 2.</param>
    public static FieldTokens Of(SqueezedText text, int size)
    {
        var squeezed = text.Text;
        var count = 0;
        for (var at = 0; at < squeezed.Length; at += LengthAt(squeezed, at))
            count++;
        return new FieldTokens(squeezed, Placed(squeezed, size), count);
    }

    /// <summary>The spans of the tokens of <paramref name="size"/> characters.</summary>
    public static IEnumerable<TextSpan> Spans(string squeezed, int size)
    {
        for (var at = 0; at < squeezed.Length; at += LengthAt(squeezed, at))
            yield return new TextSpan(at, EndOf(squeezed, at, size));
    }

    /// <summary>The UTF-16 units of the character that begins at <paramref name="at"/>: 1, or 2 for a surrogate pair.</summary>
    public static int LengthAt(ReadOnlySpan<char> text, int at) =>
        char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;

    private static IEnumerable<Token> Placed(string squeezed, int size)
    {
        var position = 0;
        for (var at = 0; at < squeezed.Length; at += LengthAt(squeezed, at))
            yield return new Token(new TextSpan(at, EndOf(squeezed, at, size)), position++);
    }

    private static int EndOf(string text, int at, int size)
    {
        for (var i = 0; i < size && at < text.Length; i++)
            at += LengthAt(text, at);
        return at;
    }
}
