using System.Globalization;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>What a piece of English text is.</summary>
internal enum EnglishTokenKind
{
    /// <summary>A word or number, with the full stop of an abbreviation: Park's, J.K., 2.5, Seung-woo, Dr.</summary>
    Word,

    /// <summary>One mark.</summary>
    Mark,

    /// <summary>A quotation with its quotation marks.</summary>
    Quotation,
}

/// <summary>A word, mark or quotation of English text.</summary>
/// <param name="Text">A word or mark with ’ written '; for a quotation the characters as they stand.</param>
/// <param name="Span">UTF-16 units of the passage.</param>
/// <param name="Kind">What it is.</param>
internal readonly record struct EnglishToken(string Text, TextSpan Span, EnglishTokenKind Kind)
{
    public bool IsWord => Kind == EnglishTokenKind.Word;

    public bool IsQuotation => Kind == EnglishTokenKind.Quotation;

    public bool IsCapital => IsWord && char.IsUpper(Text[0]);

    public bool IsMark(char mark) => Kind == EnglishTokenKind.Mark && Text[0] == mark;

    /// <summary>Cuts a text; what lies between the tokens is blank.</summary>
    public static EnglishToken[] Of(string text)
    {
        var tokens = new List<EnglishToken>();
        var quotations = new Queue<TextSpan>(EnglishQuotations.In(text));
        for (var at = 0; at < text.Length;)
        {
            var isQuotation = quotations.TryPeek(out var quotation) && quotation.Start == at;
            var end = isQuotation ? quotations.Dequeue().End : char.IsLetterOrDigit(text[at]) ? WordEnd(text, at) : at + 1;
            if (isQuotation)
                tokens.Add(new EnglishToken(text[at..end], new TextSpan(at, end), EnglishTokenKind.Quotation));
            else if (char.IsLetterOrDigit(text[at]))
                tokens.Add(new EnglishToken(text[at..end].Replace('’', '\''), new TextSpan(at, end), EnglishTokenKind.Word));
            else if (!char.IsWhiteSpace(text[at]))
                tokens.Add(new EnglishToken(text[at..end], new TextSpan(at, end), EnglishTokenKind.Mark));
            at = end;
        }

        return [.. tokens];
    }

    /// <summary>The index of the first token that begins at a place of the text or behind it.</summary>
    public static int FirstFrom(EnglishToken[] tokens, int place)
    {
        var (from, to) = (0, tokens.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = tokens[middle].Span.Start < place ? (middle + 1, to) : (from, middle);
        }

        return from;
    }

    private static int WordEnd(string text, int start)
    {
        var end = start;
        while (end < text.Length && (IsLetter(text[end]) || (IsInside(text[end]) && end + 1 < text.Length && IsLetter(text[end + 1]) && (text[end] != '.' || IsShort(text, start, end)))))
            end++;
        return end < text.Length && text[end] == '.' && IsAbbreviation(text.AsSpan(start, end - start)) ? end + 1 : end;
    }

    private static bool IsLetter(char c) => char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;

    private static bool IsInside(char c) => c is '\'' or '’' or '-' or '\u2010' or '\u2011' or '.';

    // A full stop inside a word stands behind a single letter or between digits: J.K., p.m, 2.5; not in "end.Then".
    private static bool IsShort(string text, int start, int stop)
    {
        if (char.IsAsciiDigit(text[stop - 1]))
            return char.IsAsciiDigit(text[stop + 1]);
        return stop - 1 == start || text[stop - 2] is '.' or '-';
    }

    // J., J.K., U.S., Ph.D., Dr., Jr.
    private static bool IsAbbreviation(ReadOnlySpan<char> word) =>
        (word.Length == 1 && char.IsUpper(word[0]) && word[0] != 'I') || (word.Contains('.') && !char.IsAsciiDigit(word[^1]))
        || EnglishWords.IsAbbreviation($"{word}.");
}
