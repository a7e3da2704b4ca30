namespace KnowledgeBase.Corpus.Text;

/// <summary>Shortens text for messages.</summary>
internal static class Excerpt
{
    /// <summary>At most <paramref name="length"/> UTF-16 units on one line, "…" where more follows; no pair is cut in two.</summary>
    public static string Of(string text, int length = 40)
    {
        var line = text.ReplaceLineEndings(" ");
        if (line.Length <= length)
            return line;
        return line[..(char.IsHighSurrogate(line[length - 1]) ? length - 1 : length)] + "…";
    }
}
