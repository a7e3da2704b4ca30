using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>Tells what a heading announces by its words: 二、论坛嘉宾 a roster, 三、论坛成果 outcomes, 主论坛 I 报告 a panel.</summary>
internal static class HeadingRoles
{
    private static readonly List<(SectionRole Role, Func<string, string, bool> Fits, string[] Words)> Rules =
        [.. DataFile.Lines("Segmentation/Data/headings.tsv").Select(Rule)];

    /// <summary>The role that the words of <paramref name="title"/> (a heading without its number) announce.</summary>
    public static SectionRole OfWords(string title)
    {
        var bare = WithoutBrackets(Folding.Fold(title)).Trim(' ', '\t', ':', '。', '"');
        foreach (var (role, fits, words) in Rules)
        {
            if (words.Any(word => fits(bare, word)))
                return role;
        }

        return SectionRole.Unknown;
    }

    /// <summary>
    /// The role of a section. What lies in a roster, in contents or outcomes belongs to it, whatever its own words:
    /// 三、论坛成果 /（三）提出元宇宙未来治理前瞻议题 is an outcome, not a panel.
    /// </summary>
    public static SectionRole Of(string title, SectionRole? parent)
    {
        if (parent is SectionRole.Roster or SectionRole.Contents or SectionRole.Outcomes)
            return parent.Value;
        var own = OfWords(title);
        return own == SectionRole.Unknown && parent is { } outer ? outer : own;
    }

    private static (SectionRole Role, Func<string, string, bool> Fits, string[] Words) Rule(string line)
    {
        var cells = line.Split('\t');
        Func<string, string, bool> fits = cells[1] switch
        {
            "whole" => (title, word) => title == word,
            "end" => (title, word) => title.EndsWith(word, StringComparison.Ordinal),
            "start" => (title, word) => title.StartsWith(word, StringComparison.Ordinal),
            _ => (title, word) => title.Contains(word, StringComparison.Ordinal),
        };
        return (Enum.Parse<SectionRole>(cells[0], ignoreCase: true), fits, [.. cells[2..].Select(Folding.Fold)]);
    }

    // 中方嘉宾（按报告顺序） → 中方嘉宾
    private static string WithoutBrackets(string title)
    {
        var open = title.IndexOf('(', StringComparison.Ordinal);
        return open > 0 && title.EndsWith(')') ? title[..open] : title;
    }
}
