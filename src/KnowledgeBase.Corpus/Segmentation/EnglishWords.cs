using System.Collections.Frozen;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>The classes of English words that the rules ask for; capitals do not count.</summary>
internal static class EnglishWords
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Classes = DataFile.Rows("Segmentation/Data/english-words.tsv", 2)
        .GroupBy(row => row[0], row => row[1].Split(' '))
        .Append(Roles())
        .ToFrozenDictionary(group => group.Key, group => group.SelectMany(words => words).ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    private static readonly FrozenSet<string> Abbreviations = Classes.Values.SelectMany(words => words)
        .Where(word => word.EndsWith('.'))
        .Concat(["no.", "vs.", "approx.", "cf.", "dept.", "fig.", "mt."])
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a token is a word of a class of english-words.tsv, or a role.</summary>
    public static bool Is(string kind, EnglishToken token) => token.IsWord && Classes[kind].Contains(token.Text);

    /// <summary>Whether a word with its full stop is an abbreviation: Dr., Corp.</summary>
    public static bool IsAbbreviation(string word) => Abbreviations.Contains(word);

    private static IGrouping<string, string[]> Roles() =>
        DataFile.Lines("Segmentation/Data/english-roles.txt").GroupBy(_ => "role", line => new[] { line }).Single();
}
