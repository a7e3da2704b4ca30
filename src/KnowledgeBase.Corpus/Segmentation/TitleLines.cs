using KnowledgeBase.Corpus.Reading;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>The lines around a name on a line of its own that say who its bearer is: role and house, below it or above.</summary>
internal static class TitleLines
{
    private const int Longest = 70;
    private const int Most = 3;

    /// <summary>The title below a line that names: 林海生 / 南屿海洋大学教授 / 近海资源评估实验室. Empty where running text follows at once.</summary>
    /// <param name="blocks">All lines.</param>
    /// <param name="name">The index of the line with the name.</param>
    /// <returns>Indexes of the lines, which stand one after another.</returns>
    public static IReadOnlyList<int> Below(IReadOnlyList<Block> blocks, int name)
    {
        var lines = new List<int>();
        for (var at = name + 1; at < blocks.Count && lines.Count < Most && CanBeTitle(blocks[at], blocks[at - 1]); at++)
            lines.Add(at);
        return lines;
    }

    /// <summary>The title on the line above a name: 望海港航研究会会长 / **年广远**; null where none stands there.</summary>
    public static int? Above(IReadOnlyList<Block> blocks, int name) =>
        name > 0 && blocks[name - 1] is { Kind: BlockKind.Line, IsBold: false, FollowsBlank: true } above && IsShort(above.Text.Text)
        && (blocks[name].IsBold || EndsInRole(above.Text.Text))
            ? name - 1
            : null;

    /// <summary>The words of a title that stands on several lines, as one.</summary>
    public static string? Join(IReadOnlyList<Block> blocks, IEnumerable<int> lines) =>
        string.Concat(lines.Select(line => NameLine.Trimmed(blocks[line].Text.Text))) is { Length: > 0 } title ? title : null;

    /// <summary>Whether a line only says how the words reached the editor: （根据现场同传整理）, （线上发言）.</summary>
    public static bool IsRemark(string text) => text is ['（' or '(', .., '）' or ')'];

    // Short, no sentence, nobody's name, and not the first words of what is said.
    private static bool CanBeTitle(Block line, Block before)
    {
        var text = line.Text.Text;
        return line.Kind == BlockKind.Line && IsShort(text) && !IsRemark(text) && text[0] is not ('—' or '―' or '–') && (EndsInRole(text) || !NameLine.IsName(text))
            && (!line.FollowsBlank || before.Kind == BlockKind.Heading || EndsInRole(text))
            && NameLine.Read(text) is not { HasRole: true };
    }

    private static bool IsShort(string text) => text.Length is > 1 and <= Longest && !text.AsSpan().ContainsAny("。！？；");

    private static bool EndsInRole(string text) => Roles.LengthBefore(Folding.Fold(text), text.Length) > 0;
}
