using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Search.Analysis;

/// <summary>The names by which a person may be called: the whole, and the parts of a name with dots or spaces.</summary>
internal static class NameParts
{
    private static readonly char[] Marks = ['·', ' ', '.', '-', '－'];

    /// <summary>温德尔·瓦拉赫 → itself, 温德尔, 瓦拉赫; 薛澜 → itself. A part of one character is none.</summary>
    public static IEnumerable<string> Of(string name)
    {
        yield return name;
        var parts = Folding.Fold(name).Split(Marks, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length < 2)
            yield break;
        foreach (var part in parts.Where(part => part.Length > 1))
            yield return part;
    }
}
