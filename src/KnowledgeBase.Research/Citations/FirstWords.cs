namespace KnowledgeBase.Research.Citations;

/// <summary>The beginning of a text, as a title: statements have none of their own.</summary>
internal static class FirstWords
{
    private const string SentenceEnds = "。！？!?";
    private static readonly char[] Dangling = [.. "，、；：,;:. "];
    private const string Breaks = "，、；：,;: ";

    /// <summary>
    /// The first sentence on one line, without the mark at its end unless it asks or exclaims; a longer one is cut at its last comma, or where
    /// <paramref name="most"/> UTF-16 units are full, and ends with "…".
    /// </summary>
    public static string Of(string text, int most)
    {
        var line = OneLine.Of(text);
        var end = line.AsSpan().IndexOfAny(SentenceEnds);
        if (end >= 0 && end <= most)
            return line[..end] + (line[end] is '。' ? "" : line[end]);
        if (line.Length <= most)
            return line.TrimEnd(Dangling);
        var cut = line.AsSpan(0, most).LastIndexOfAny(Breaks);
        if (cut < most / 3)
            cut = char.IsHighSurrogate(line[most - 1]) ? most - 1 : most;
        return line[..cut].TrimEnd(Dangling) + "…";
    }
}
