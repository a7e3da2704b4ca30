using KnowledgeBase.Corpus.Reading;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>
/// The lines of a document that name who speaks below them: headings (## 临川医科大学附属医院副院长 闻人静), bold lines, plain ones
/// (符一鸣　陇源省能源学会理事长), a name with the title on the next line, rows of a table with a column of views. The document
/// itself tells: at least two such lines, each with running text below it; a list of guests has none.
/// </summary>
internal static class NameLines
{
    private const int Fewest = 2;
    private const int FewestBare = 3;
    private const int Longest = 70;
    private static readonly HashSet<string> NameHeads = new(["姓名", "嘉宾", "嘉宾姓名", "专家", "发言人", "演讲人", "人物", "name", "speaker", "guest"], StringComparer.Ordinal);
    private static readonly string[] ContentHeads = ["观点", "发言", "内容", "看法", "回答", "statement", "view", "opinion", "answer", "remarks"];
    private static readonly WordList Leads = WordList.Load("Segmentation/Data/name-leads.txt");

    /// <summary>The marks of a document's name lines, and of the titles under them.</summary>
    public static IReadOnlyDictionary<Block, SpeakerMark> Find(IReadOnlyList<Block> blocks)
    {
        var found = Enumerable.Range(0, blocks.Count).Select(i => Read(blocks, i)).OfType<Candidate>().Where(candidate => HasWords(blocks, candidate)).ToList();
        var layouts = found.GroupBy(candidate => candidate.Layout).Where(group => group.Count(c => c.IsStrong) >= Fewest || group.Count(c => c.IsName) >= FewestBare).Select(group => group.Key).ToHashSet();
        var marks = new Dictionary<Block, SpeakerMark>();
        foreach (var candidate in found.Where(candidate => layouts.Contains(candidate.Layout) && (candidate.IsStrong || candidate.IsName || candidate.Layout.StartsWith("bold", StringComparison.Ordinal))))
        {
            marks.TryAdd(blocks[candidate.Index], candidate.Mark);
            if (candidate.TitleIndex is { } title)
                marks.TryAdd(blocks[title], new SpeakerMark(MarkKind.Title, "", null, null, default));
        }

        AddRows(blocks, marks);
        return marks;
    }

    private static Candidate? Read(IReadOnlyList<Block> blocks, int i)
    {
        var block = blocks[i];
        var text = block.Text.Text;
        if (block.Kind is not (BlockKind.Line or BlockKind.Heading) || !text.Any(char.IsLetter))
            return null;
        if (!block.FollowsBlank && block.Kind != BlockKind.Heading)
            return UnderTitle(blocks, i);
        var lead = LeadLength(text);
        var layout = LayoutOf(block, lead);
        // **万俟航** **长河银行首席风险官**, or **敬晓寒**　长河银行…: the bold run is the name.
        var bold = block.Bold.FirstOrDefault(span => span.Start <= lead && span.End > lead);
        var head = bold.IsEmpty ? "" : text[lead..bold.End];
        var rest = bold.IsEmpty ? text[lead..] : text[bold.End..];
        if (NameLine.IsName(NameLine.Trimmed(rest)) && rest is ['（' or '(', ..])
            (head, rest) = (head + rest, "");
        if (!bold.IsEmpty && rest.Length > 0 && head.Length <= 30 && rest.Length <= Longest && !IsRunning(rest))
            return new Candidate(i, layout, NameOf(head), NullIfEmpty(NameLine.Trimmed(rest)), null);
        if (text.Length - lead > Longest || (IsRunning(text[lead..]) && (bold.IsEmpty || text.AsSpan(lead).ContainsAny("。！？；"))))
            return null;

        var line = head.Length > text.Length - lead - 1 && head.Length > 0 && rest.Length == 0 ? head : text[lead..];
        // （一）乌江市图书馆馆长桂子澄：把门打开: what stands behind the colon is the talk's title. 沐晴川 主任：门诊里的三分钟 / 鹿鸣市妇幼保健院预防保健科
        if (line.IndexOfAny(['：', ':']) is > 2 and var colon && NameLine.Read(line[..colon]) is { HasRole: true } speaker)
        {
            var house = block.Kind == BlockKind.Heading ? TitleBelow(blocks, i) : null;
            return new Candidate(i, layout, speaker.Name, house is { } at ? blocks[at].Text.Text + speaker.Title : speaker.Title, house);
        }

        if (NameLine.Read(line) is { } both)
            return new Candidate(i, layout, both.Name, both.Title, null) { IsTalk = !both.HasRole };
        var isName = NameLine.IsName(line);
        if (!isName && (bold.IsEmpty && block.Kind != BlockKind.Heading || line.Length > 12))
            return null;
        var title = TitleBelow(blocks, i);
        if (title is null && !isName)
            return null;
        return new Candidate(i, layout, NameOf(line), title is { } below ? blocks[below].Text.Text : null, title);
    }

    // 望海港航研究会会长 / **年广远**: the title stands on the line above.
    private static Candidate? UnderTitle(IReadOnlyList<Block> blocks, int i)
    {
        var (block, above) = (blocks[i], i > 0 ? blocks[i - 1] : null);
        return block.IsBold && NameLine.IsName(block.Text.Text) && above is { Kind: BlockKind.Line, FollowsBlank: true, IsBold: false }
            && above.Text.Text is { Length: > 1 and <= Longest } title && !title.AsSpan().ContainsAny("。！？；")
            ? new Candidate(i, "bold", NameOf(block.Text.Text), title, i - 1)
            : null;
    }

    // The title on the line below a name: short, no sentence, and not the first words of what is said.
    private static int? TitleBelow(IReadOnlyList<Block> blocks, int i)
    {
        if (i + 1 >= blocks.Count || blocks[i + 1] is not { Kind: BlockKind.Line } next)
            return null;
        var text = next.Text.Text;
        var isTitle = text.Length is > 1 and <= Longest && !text.AsSpan().ContainsAny("。！？；")
            && (!next.FollowsBlank || blocks[i].Kind == BlockKind.Heading || Roles.LengthBefore(Folding.Fold(text), text.Length) > 0);
        return isTitle ? i + 1 : null;
    }

    // Running text stands below, before the next line of its kind, heading or rule.
    private static bool HasWords(IReadOnlyList<Block> blocks, Candidate candidate)
    {
        var next = Math.Max(candidate.TitleIndex ?? 0, candidate.Index) + 1;
        if (next >= blocks.Count || blocks[next].Kind != BlockKind.Line || (Read(blocks, next) is { IsStrong: true }))
            return false;
        // The title of a guest wraps over lines too; running text has a full stop before the next blank line.
        var lines = blocks.Skip(next).TakeWhile((block, n) => n == 0 || (!block.FollowsBlank && block.Kind == BlockKind.Line));
        return lines.Any(line => line.Text.Text.AsSpan().ContainsAny("。！？!?") || line.Text.Text.TrimEnd() is [.., '.']);
    }

    private static bool IsRunning(string text) => text.AsSpan().ContainsAny("。！？；!?;…“") || text.TrimEnd() is [.., '.'];

    // "1. 郗文澜｜…", "嘉宾：…", "【…】": what stands before the name.
    private static int LeadLength(string text)
    {
        var lead = Numbering.Read(text).Length;
        if (lead < text.Length && text[lead] == '【')
            lead++;
        if (Leads.LengthAt(Folding.Fold(text), lead) is > 0 and var word && lead + word < text.Length && text[lead + word] is '：' or ':' or ' ' or '　')
            lead += word + 1;
        return lead;
    }

    private static string LayoutOf(Block block, int lead) => block.Kind == BlockKind.Heading ? $"heading {block.Level}"
        : block.Bold.Any(span => span.Start <= lead && span.End > lead) ? "bold" : lead > 0 ? "numbered" : "plain";

    // 老耿（耿介之）, 权叔（权大用）: the full name stands in brackets; of 安娜·林（Anna Lin） it stands outside.
    private static string NameOf(string printed)
    {
        var open = printed.AsSpan().IndexOfAny('（', '(');
        if (open < 0)
            return NameLine.WithoutAlignment(printed);
        var (outside, inside) = (NameLine.WithoutAlignment(printed[..open]), NameLine.Trimmed(printed[open..]));
        var isFuller = inside.Any(Han.Is) && NameLine.IsName(inside) && (!NameLine.IsName(outside) || (inside[0] == outside[0] && inside.Length > outside.Length));
        return isFuller ? inside : outside;
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    // | 姓名 | 身份 | 观点 |
    private static void AddRows(IReadOnlyList<Block> blocks, Dictionary<Block, SpeakerMark> marks)
    {
        var (name, content, columns) = (-1, -1, 0);
        foreach (var block in blocks)
        {
            if (block.Kind != BlockKind.TableRow)
            {
                name = block.Kind == BlockKind.Markup ? name : -1;
                continue;
            }

            string[] cells = [.. block.Cells.Select(cell => cell.Of(block.Text.Text).Trim())];
            if (name < 0)
            {
                name = Array.FindIndex(cells, cell => NameHeads.Contains(Folding.Fold(cell)));
                content = Array.FindIndex(cells, cell => ContentHeads.Any(head => Folding.Fold(cell).Contains(head, StringComparison.Ordinal)));
                columns = content < 0 || name == content ? 0 : cells.Length;
                name = columns == 0 ? -1 : name;
            }
            else if (cells.Length == columns && cells[name].Length is > 1 and <= 40 && cells[content].Length > 0)
            {
                var title = string.Concat(cells.Where((cell, i) => i != name && i != content && !cell.All(char.IsAsciiDigit)));
                marks.TryAdd(block, new SpeakerMark(MarkKind.NameLine, cells[name], NameOf(cells[name]), NullIfEmpty(title), block.Cells[content]) { IsWhole = true });
            }
        }
    }

    private sealed record Candidate(int Index, string Layout, string Name, string? Title, int? TitleIndex)
    {
        // 张三：让算法可问责: what stands behind the name is the talk's, not an office.
        public bool IsTalk { get; init; }

        public bool IsName { get; } = NameLine.IsName(Name);

        public bool IsStrong => IsName && Title is not null && (!IsTalk || Layout.StartsWith("heading", StringComparison.Ordinal));

        public SpeakerMark Mark => new(MarkKind.NameLine, Name, Name, IsTalk ? null : Title, default);
    }
}
