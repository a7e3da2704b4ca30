namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>Reads a panel's theme from the sentence that introduces it: 围绕“…”这一主题, 以“…”为主题, 主题为“…”.</summary>
internal static class PanelThemes
{
    private const string Opening = "“「《\"";
    private const string Closing = "”」》\"";

    /// <summary>The theme between the quotation marks, or null.</summary>
    public static string? In(string text)
    {
        foreach (var word in NarrationWords.Of("theme"))
        {
            for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
            {
                if (Quoted(text, at + word.Length) is { } theme)
                    return theme;
            }
        }

        return null;
    }

    private static string? Quoted(string text, int at)
    {
        var mark = at < text.Length ? Opening.IndexOf(text[at], StringComparison.Ordinal) : -1;
        var close = mark < 0 ? -1 : text.IndexOf(Closing[mark], at + 1);
        return close > at + 1 && close - at < 80 ? text[(at + 1)..close] : null;
    }
}
