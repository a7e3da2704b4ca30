namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>Finds the works and instruments that a text names in 《》.</summary>
internal static class Instruments
{
    private const int Longest = 60;

    /// <summary>The names without the marks, each once, in order of appearance. 《关于〈…〉的决定》 is one.</summary>
    public static IReadOnlyList<string> In(string text)
    {
        var names = new List<string>();
        for (var open = text.IndexOf('《', StringComparison.Ordinal); open >= 0; open = text.IndexOf('《', open + 1))
        {
            var close = text.IndexOf('》', open, Math.Min(text.Length - open, Longest));
            if (close > open + 1 && !names.Contains(text[(open + 1)..close], StringComparer.Ordinal))
                names.Add(text[(open + 1)..close]);
        }

        return names;
    }
}
