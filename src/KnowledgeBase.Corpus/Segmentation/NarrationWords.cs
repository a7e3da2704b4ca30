using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>The words by which narration is known: who attends, what a panel is about.</summary>
internal static class NarrationWords
{
    private static readonly Dictionary<string, string[]> Words = DataFile.Lines("Segmentation/Data/narration.tsv")
        .Select(line => line.Split('\t'))
        .ToDictionary(cells => cells[0], cells => cells[1..], StringComparer.Ordinal);

    /// <summary>The words that show something.</summary>
    public static IReadOnlyList<string> Of(string what) => Words[what];

    /// <summary>Whether a text has one of the words that show something.</summary>
    public static bool Any(string what, string text) => Words[what].Any(word => text.Contains(word, StringComparison.Ordinal));
}
