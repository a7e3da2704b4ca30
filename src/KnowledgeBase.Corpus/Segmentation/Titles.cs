namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>Where titles begin and end in running text. All text here is folded.</summary>
internal static class Titles
{
    private const int Longest = 200;

    /// <summary>
    /// Whether the text is nothing but offices, the last one cut off: "清华大学智库中心主任、智能社会治理研究院院长、
    /// 人工智能国际治理研究院" at the foot of a page.
    /// </summary>
    public static bool IsListOfOffices(ReadOnlySpan<char> folded)
    {
        if (folded.Length is 0 or > Longest || folded.ContainsAny("。;:!?"))
            return false;
        var last = folded.LastIndexOfAny('、', ',');
        return last > 0 && Roles.LengthBefore(folded, last) > 0;
    }

    /// <summary>
    /// Where the title that ends at <paramref name="end"/>, in front of a name, begins: not before
    /// <paramref name="from"/>. Comma by comma to the left, as long as each piece ends in a word for an office, so that
    /// "会上,清华大学校长" leaves 会上 outside. Equal to <paramref name="end"/> where no title stands there.
    /// </summary>
    public static int StartOf(ReadOnlySpan<char> folded, int from, int end)
    {
        if (Roles.LengthBefore(folded, end) == 0)
            return end;

        var start = PieceStart(folded, from, end);
        while (start > from && end - start < Longest && Roles.LengthBefore(folded, start - 1) > 0)
            start = PieceStart(folded, from, start - 1);
        while (start < end && folded[start] is ' ' or '"' or ',')
            start++;
        return start;
    }

    // The piece after the last comma outside brackets. "科学、技术和创新主管" is one piece: only commas part a lead-in off.
    private static int PieceStart(ReadOnlySpan<char> folded, int from, int end)
    {
        var depth = 0;
        for (var i = end - 1; i >= from; i--)
        {
            if (folded[i] == ')')
                depth++;
            else if (folded[i] == '(')
                depth--;
            else if (depth <= 0 && folded[i] is ',' or '。' or ';' or ':' or '!' or '?' or '\n')
                return i + 1;
        }

        return from;
    }
}
