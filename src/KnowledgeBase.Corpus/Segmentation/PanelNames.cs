using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>What a panel is called, read from its heading.</summary>
/// <param name="Name">Without number and theme: 专题论坛一.</param>
/// <param name="Theme">What stands after the colon: 人工智能与气候行动; or null.</param>
/// <param name="Slug">The panel's part of its identifier: thematic-1.</param>
internal sealed record PanelName(string Name, string? Theme, string Slug);

/// <summary>Reads panel headings: 1. 专题论坛一：人工智能与气候行动, （二）主论坛 I 报告, Session 2: Trust.</summary>
internal static class PanelNames
{
    private static readonly List<(string Word, string Slug)> Words =
        [.. DataFile.Rows("Segmentation/Data/panels.tsv", 2).Select(row => (row[0], row[1]))];

    private static readonly string[] Endings = [.. DataFile.Lines("Segmentation/Data/panel-endings.txt")];

    /// <summary>Whether a line names a panel: it begins with a word for one, and no more than a number and a theme follow.</summary>
    public static bool IsPanel(string text) =>
        Split(text[Numbering.Read(text).Length..]) is var (name, _) && WordIn(name) is { Word.Length: > 0 } found && name.StartsWith(found.Word, StringComparison.Ordinal)
        && NumberAfter(name, found.Word.Length).After.Length == 0;

    /// <summary>Reads a panel's heading, without the number in front.</summary>
    public static PanelName Read(string title)
    {
        var (name, theme) = Split(title);
        var found = WordIn(name);
        if (found.Slug is null)
            return new PanelName(name, theme, Slug.Of(name));

        var at = name.IndexOf(found.Word, StringComparison.Ordinal);
        var number = NumberAfter(name, at + found.Word.Length).Value;
        var isPlain = at == 0 || number > 0;
        return new PanelName(name, theme, isPlain ? number > 0 ? $"{found.Slug}-{number}" : found.Slug : Slug.Of(name));
    }

    private static (string Name, string? Theme) Split(string title)
    {
        var colon = title.AsSpan().IndexOfAny("：:—");
        var name = (colon > 0 ? title[..colon] : title).Trim();
        var theme = colon > 0 ? title[(colon + 1)..].Trim(' ', '—', '：', ':', '　') : "";
        foreach (var ending in Endings)
        {
            // 主论坛 I 报告 → 主论坛 I; 主旨报告 and 报告 stay.
            if (name.Length > ending.Length + 2 && name.EndsWith(ending, StringComparison.Ordinal) && WordIn(name[..^ending.Length]).Slug is not null)
                name = name[..^ending.Length].TrimEnd();
        }

        return (name, theme.Length > 0 ? Unquote(theme) : null);
    }

    private static (string Word, string Slug) WordIn(string name) =>
        Words.FirstOrDefault(word => name.Contains(word.Word, StringComparison.Ordinal));

    // 主论坛 I, 专题论坛一, 分论坛（2）, 圆桌对话3
    private static (int Value, string After) NumberAfter(string name, int at)
    {
        var rest = name.AsSpan(at).TrimStart(" 　(（");
        var (value, length) = Numbering.ReadNumeral(rest);
        return (value, rest[length..].Trim(" 　)）").ToString());
    }

    private static string Unquote(string theme) =>
        theme is ['“' or '「' or '"' or '《', .., '”' or '」' or '"' or '》'] ? theme[1..^1] : theme;
}
