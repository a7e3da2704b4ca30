using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>
/// Finds quotations: “…”, "…", «…», and ‘…’ or '…' where they are not apostrophes. One that is not closed goes on to the end
/// of the text, as in a quotation of several paragraphs.
/// </summary>
internal static class EnglishQuotations
{
    /// <summary>The quotations with their marks, in order, apart from each other; UTF-16 units.</summary>
    public static IEnumerable<TextSpan> In(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var end = text[at] switch
            {
                '“' => Closing(text, at, '”'),
                '«' => Closing(text, at, '»'),
                '"' => Closing(text, at, '"'),
                '‘' or '\'' => Single(text, at),
                _ => -1,
            };
            if (end < 0)
                continue;
            yield return new TextSpan(at, end);
            at = end - 1;
        }
    }

    /// <summary>Whether a quotation lacks its closing mark.</summary>
    public static bool IsOpen(string quotation) => quotation.Length < 2 || quotation[^1] is not ('”' or '»' or '"' or '’' or '\'');

    private static int Closing(string text, int open, char mark)
    {
        var close = text.IndexOf(mark, open + 1);
        return close < 0 ? text.Length : close + 1;
    }

    // ‘It is late,’ but not the workers’ rights or the ’90s: behind a blank, and closed where no letter follows.
    private static int Single(string text, int open)
    {
        if (open + 1 >= text.Length || !char.IsLetterOrDigit(text[open + 1]) || (open > 0 && !char.IsWhiteSpace(text[open - 1]) && text[open - 1] is not ('(' or '—')))
            return -1;
        for (var at = open + 2; at < text.Length; at++)
        {
            if (text[at] is not ('’' or '\'') || (at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1])))
                continue;
            if (text[at - 1] != 's' || text.IndexOfAny(['’', '\''], at + 1) < 0)
                return at + 1;
        }

        return -1;
    }
}
