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
    private static readonly WordList Leads = WordList.Load("Segmentation/Data/name-leads.txt");

    /// <summary>The marks of a document's name lines, and of the titles under them, besides those of its signed quotations.</summary>
    public static IReadOnlyDictionary<Block, SpeakerMark> Find(IReadOnlyList<Block> blocks, IReadOnlyDictionary<Block, SpeakerMark> signed)
    {
        var found = Enumerable.Range(0, blocks.Count).Where(i => !signed.ContainsKey(blocks[i])).Select(i => Read(blocks, i)).OfType<Candidate>().Where(candidate => HasWords(blocks, candidate)).ToList();
        var layouts = found.GroupBy(candidate => candidate.Layout).Where(group => group.Count(c => c.IsStrong) >= Fewest || (signed.Count == 0 && group.Count(c => c.IsName) >= FewestBare)).Select(group => group.Key).ToHashSet();
        var marks = new Dictionary<Block, SpeakerMark>(signed);
        // Where the form is shown, a line that is as clear in another type belongs to it: **廖桂英**（云雀街道居民，七十三岁）.
        if (layouts.Count > 0)
            layouts.UnionWith(found.Where(candidate => candidate is { IsStrong: true, IsTalk: false } && candidate.Layout == "bold").Select(candidate => candidate.Layout));
        foreach (var candidate in found.Where(candidate => layouts.Contains(candidate.Layout) && (candidate.IsStrong || candidate.IsName || candidate.Layout.StartsWith("bold", StringComparison.Ordinal))))
        {
            marks.TryAdd(blocks[candidate.Index], candidate.Mark);
            foreach (var title in candidate.Titles)
                marks.TryAdd(blocks[title], SpeakerMark.OfTitle);
            if (candidate.Layout == "byline" && candidate.Index > 0 && blocks[candidate.Index - 1] is { Kind: BlockKind.Line } talk)
                marks.TryAdd(talk, SpeakerMark.OfTitle);
        }

        SpeakerTables.Add(blocks, marks);
        return marks;
    }

    private static Candidate? Read(IReadOnlyList<Block> blocks, int i)
    {
        var block = blocks[i];
        var text = block.Text.Text;
        // （廣告）, (Part IV) happen or divide; 那道光，呼應了…： leads in to what is quoted below.
        if (block.Kind is not (BlockKind.Line or BlockKind.Heading) || !text.Any(char.IsLetter) || text is ['（' or '(' or '[', .., '）' or ')' or ']'] || (text.Contains('，', StringComparison.Ordinal) && text.TrimEnd() is [.., '：' or ':']))
            return null;
        if (!block.FollowsBlank && block.Kind != BlockKind.Heading && !BeginsBelow(blocks, i))
            return null;
        var lead = LeadLength(text);
        var layout = LayoutOf(block, lead);
        // **万俟航** **长河银行首席风险官**, or **敬晓寒**　长河银行…: the bold run is the name.
        var bold = block.Bold.FirstOrDefault(span => span.Start <= lead && span.End > lead);
        var head = bold.IsEmpty ? "" : text[lead..bold.End];
        var rest = bold.IsEmpty ? text[lead..] : text[bold.End..];
        if (NameLine.IsName(NameLine.Trimmed(rest)) && rest is ['（' or '(', ..])
            (head, rest) = (head + rest, "");
        if (!bold.IsEmpty && rest.Length > 0 && head.Length <= 30 && rest.Length <= Longest && !IsRunning(rest))
            return new Candidate(i, layout, NameOf(head), NullIfEmpty(NameLine.Trimmed(rest)), []);
        if (text.Length - lead > Longest || (IsRunning(text[lead..]) && (bold.IsEmpty || text.AsSpan(lead).ContainsAny("。！？；"))))
            return null;

        var line = head.Length > text.Length - lead - 1 && head.Length > 0 && rest.Length == 0 ? head : text[lead..];
        // （一）乌江市图书馆馆长桂子澄：把门打开: what stands behind the colon is the talk's title. 沐晴川 主任：门诊里的三分钟 / 鹿鸣市妇幼保健院预防保健科
        if (line.IndexOfAny(['：', ':']) is > 2 and var colon && Speaker(line[..colon]) is { } speaker)
        {
            var house = block.Kind == BlockKind.Heading ? TitleLines.Below(blocks, i) : [];
            return new Candidate(i, layout, speaker.Name, TitleLines.Join(blocks, house) + speaker.Title, house);
        }

        if ((IsByline(text) ? NameLine.ReadByPlace(line) : NameLine.Read(line)) is { } both)
            return new Candidate(i, layout, both.Name, both.Title, []) { IsTalk = !both.HasRole && !IsByline(text) };
        var isName = NameLine.IsName(line);
        if (!isName && (bold.IsEmpty && block.Kind != BlockKind.Heading || line.Length > 12))
            return null;
        if (TitleLines.Above(blocks, i) is { } above)
            return new Candidate(i, layout, NameOf(line), blocks[above].Text.Text, [above]);
        var titles = TitleLines.Below(blocks, i);
        return titles.Count > 0 || isName ? new Candidate(i, layout, NameOf(line), TitleLines.Join(blocks, titles), titles) : null;
    }

    // 法蒂玛·哈桑 博士： what she is called by is enough in front of the talk's title.
    private static NameLine? Speaker(string text) =>
        NameLine.Read(text) is { HasRole: true } line ? line : CalledName.Read(text) is { Office.Length: > 0 } called ? new NameLine(called.Name, called.Office) : null;

    // Running text stands below, before the next line of its kind, heading or rule.
    private static bool HasWords(IReadOnlyList<Block> blocks, Candidate candidate)
    {
        var next = candidate.Titles.Append(candidate.Index).Max() + 1;
        while (next < blocks.Count && TitleLines.IsRemark(blocks[next].Text.Text))
            next++;
        if (next >= blocks.Count || blocks[next].Kind != BlockKind.Line || (Read(blocks, next) is { IsStrong: true }))
            return false;
        // The title of a guest wraps over lines too; running text has a full stop before the next blank line.
        var lines = blocks.Skip(next).TakeWhile((block, n) => n == 0 || (!block.FollowsBlank && block.Kind == BlockKind.Line));
        return lines.Any(line => line.Text.Text.AsSpan().ContainsAny("。！？!?") || line.Text.Text.TrimEnd() is [.., '.']);
    }

    // **01** / **年广远**, 望海港航研究会会长 / 年广远: a number, the title or the talk's stands on the line above the name.
    private static bool BeginsBelow(IReadOnlyList<Block> blocks, int i) =>
        i > 0 && ((blocks[i - 1].Text.Text.Length <= 3 && blocks[i - 1].Text.Text.All(char.IsAsciiDigit))
            || (IsByline(blocks[i].Text.Text) && !blocks[i - 1].Text.Text.AsSpan().ContainsAny("。！？；"))
            || (TitleLines.Above(blocks, i) is not null && NameLine.IsName(blocks[i].Text.Text)));

    // **坡道修好了，门槛还在** / ——沅州市残疾人事业研究会会长　樊晓岚: the talk's title stands above.
    private static bool IsByline(string text) => text is ['—' or '―' or '–', ..];

    // 骑手，临川“小哥议事会”召集人 is a title all the same.
    private static bool IsRunning(string text) =>
        text.AsSpan().ContainsAny("。！？；!?;…") || text.TrimEnd() is [.., '.'] || (text.Contains('“', StringComparison.Ordinal) && Roles.LengthBefore(Folding.Fold(text), text.Length) == 0);

    // "1. 郗文澜｜…", "嘉宾：…", "【…】": what stands before the name.
    private static int LeadLength(string text)
    {
        var lead = IsByline(text) ? text.Length - text.TrimStart('—', '―', '–', ' ', '　').Length : Numbering.Read(text).Length;
        // 01 刘一航
        if (lead == 0 && text.AsSpan().IndexOfAnyExceptInRange('0', '9') is > 0 and <= 2 and var digits && char.IsWhiteSpace(text[digits]))
            lead = digits + 1;
        if (lead < text.Length && text[lead] == '【')
            lead++;
        if (Leads.LengthAt(Folding.Fold(text), lead) is > 0 and var word && lead + word < text.Length && text[lead + word] is '：' or ':' or ' ' or '　')
            lead += word + 1;
        return lead;
    }

    private static string LayoutOf(Block block, int lead) => block.Kind == BlockKind.Heading ? $"heading {block.Level}"
        : block.Bold.Any(span => span.Start <= lead && span.End > lead) ? "bold" : IsByline(block.Text.Text) ? "byline" : lead > 0 ? "numbered" : "plain";

    /// <summary>The full name of a printed one: of 老耿（耿介之） it stands in brackets, of 安娜·林（Anna Lin） outside.</summary>
    public static string NameOf(string printed)
    {
        var open = printed.AsSpan().IndexOfAny('（', '(');
        if (open < 0)
            return NameLine.WithoutAlignment(printed);
        var (outside, inside) = (NameLine.WithoutAlignment(printed[..open]), NameLine.Trimmed(printed[open..]));
        var isFuller = inside.Any(Han.Is) && NameLine.IsName(inside) && (!NameLine.IsName(outside) || (inside[0] == outside[0] && inside.Length > outside.Length));
        return isFuller ? inside : outside;
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private sealed record Candidate(int Index, string Layout, string Name, string? Title, IReadOnlyList<int> Titles)
    {
        // 张三：让算法可问责: what stands behind the name is the talk's, not an office.
        public bool IsTalk { get; init; }

        public bool IsName { get; } = NameLine.IsName(Name);

        public bool IsStrong => (IsName || Layout == "byline") && Title is not null && (!IsTalk || Layout.StartsWith("heading", StringComparison.Ordinal));

        public SpeakerMark Mark => new(MarkKind.NameLine, Name, Name, IsTalk ? null : Title, default);
    }
}
