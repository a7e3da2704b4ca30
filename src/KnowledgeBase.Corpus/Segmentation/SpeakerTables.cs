using KnowledgeBase.Corpus.Reading;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>
/// Views under heads that name what stands there: rows of a table (| 姓名 | 身份 | 观点 |) and records of lines
/// (姓名：薛澜 / 身份：清华大学教授 / 观点：…).
/// </summary>
internal static class SpeakerTables
{
    private const int LongestName = 40;
    private const int FewestRecords = 2;
    private static readonly HashSet<string> NameHeads = new(["姓名", "嘉宾", "嘉宾姓名", "专家", "发言人", "演讲人", "人物", "name", "speaker", "guest"], StringComparer.Ordinal);
    private static readonly HashSet<string> TitleHeads = new(["身份", "职务", "职称", "头衔", "单位", "单位职务", "单位及职务", "所在单位", "机构", "title", "position", "affiliation", "organisation", "organization", "role"], StringComparer.Ordinal);
    private static readonly string[] ContentHeads = ["观点", "发言", "内容", "看法", "回答", "statement", "view", "opinion", "answer", "remarks"];

    /// <summary>Adds the marks of rows and records to those of a document's name lines.</summary>
    public static void Add(IReadOnlyList<Block> blocks, Dictionary<Block, SpeakerMark> marks)
    {
        AddRows(blocks, marks);
        AddRecords(blocks, marks);
    }

    private static void AddRows(IReadOnlyList<Block> blocks, Dictionary<Block, SpeakerMark> marks)
    {
        foreach (var table in Tables(blocks))
        {
            var rows = table.ConvertAll(block => block.Cells.Select(cell => cell.Of(block.Text.Text).Trim()).ToArray());
            var (name, content) = Columns(rows);
            if (name < 0 || content < 0 || name == content)
                continue;
            foreach (var (block, cells) in table.Zip(rows).Skip(1).Where(row => row.Second.Length == rows[0].Length))
            {
                if (cells[name].Length is < 2 or > LongestName || cells[content].Length == 0)
                    continue;
                var title = string.Concat(cells.Where((cell, i) => i != name && i != content && !cell.All(char.IsAsciiDigit)));
                marks.TryAdd(block, MarkOf(cells[name], title, block.Cells[content]) with { IsWhole = true });
            }
        }
    }

    private static IEnumerable<List<Block>> Tables(IReadOnlyList<Block> blocks)
    {
        var table = new List<Block>();
        for (var i = 0; i < blocks.Count; i++)
        {
            // A line of dashes below a row makes it the head of a table.
            var isHead = blocks[i].Kind == BlockKind.TableRow && i + 1 < blocks.Count && blocks[i + 1].Kind == BlockKind.Markup;
            var isOver = blocks[i].Kind is not (BlockKind.TableRow or BlockKind.Markup) || isHead;
            if (isOver && table.Count > 0)
            {
                yield return table;
                table = [];
            }

            if (blocks[i].Kind == BlockKind.TableRow)
                table.Add(blocks[i]);
        }

        if (table.Count > 0)
            yield return table;
    }

    // By the heads, one of them at least, and by what stands below: names in one column, sentences in another. | 与会者 | 身份 | 主要观点 |
    private static (int Name, int Content) Columns(List<string[]> rows)
    {
        var (heads, views) = (rows[0], rows.Skip(1).Where(row => row.Length == rows[0].Length).ToList());
        var name = Array.FindIndex(heads, head => NameHeads.Contains(Folding.Fold(head)));
        var content = Array.FindIndex(heads, IsContentHead);
        // | 名称 | 联系人 | 说明 | tells of firms: one head at least must say that somebody speaks.
        if (name < 0 && content < 0)
            return (-1, -1);
        // | 时间 | 内容 | 主持 | of a programme holds no sentence.
        if (content >= 0 && !views.Exists(row => IsSentence(row[content])))
            return (-1, -1);
        if (views.Count >= FewestRecords && name < 0)
            name = Enumerable.Range(0, heads.Length).FirstOrDefault(i => views.TrueForAll(row => NameLine.IsName(NameLines.NameOf(row[i]))), -1);
        if (views.Count >= FewestRecords && content < 0)
            content = Enumerable.Range(0, heads.Length).FirstOrDefault(i => views.TrueForAll(row => IsSentence(row[i])), -1);
        return (name, content);
    }

    private static bool IsSentence(string cell) => cell.AsSpan().ContainsAny("。！？!?") || cell.EndsWith('.');

    // 姓名：薛澜 begins a record, 观点：… is what is said; the lines between say who it is.
    private static void AddRecords(IReadOnlyList<Block> blocks, Dictionary<Block, SpeakerMark> marks)
    {
        var found = new List<(Block Content, SpeakerMark Mark, IReadOnlyList<Block> Heads)>();
        var (name, title, heads) = ((string?)null, "", new List<Block>());
        foreach (var block in blocks)
        {
            if (LabelLine.Read(block) is not { } field)
                continue;
            var value = block.Text.Text[field.Content..].Trim();
            if (NameHeads.Contains(field.Key) && value.Length is > 1 and <= LongestName)
                (name, title, heads) = (value, "", [block]);
            else if (name is not null && TitleHeads.Contains(field.Key))
                (title, heads) = (title + value, [.. heads, block]);
            else if (name is not null && IsContentHead(field.Key))
            {
                found.Add((block, MarkOf(name, title, new TextSpan(Math.Min(field.Content, block.Text.Text.Length), block.Text.Text.Length)), heads));
                name = null;
            }
        }

        foreach (var (content, mark, lines) in found.Count >= FewestRecords ? found : [])
        {
            marks[content] = mark;
            foreach (var line in lines)
                marks[line] = SpeakerMark.OfTitle;
        }
    }

    private static bool IsContentHead(string cell) => ContentHeads.Any(head => Folding.Fold(cell).Contains(head, StringComparison.Ordinal));

    private static SpeakerMark MarkOf(string name, string title, TextSpan content) =>
        new(MarkKind.NameLine, name, NameLines.NameOf(name), title.Length == 0 ? null : title, content);
}
