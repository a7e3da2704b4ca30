using KnowledgeBase.Corpus.Reading;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>A guest as the report's roster lists them.</summary>
/// <param name="Name">The name, without the space that two-character names carry for alignment (李　萌).</param>
/// <param name="Title">Offices and honours as printed; "" where none is.</param>
/// <param name="Side">The side of the list it stands in; null where the list has none.</param>
/// <param name="Passage">Where it stands.</param>
internal sealed record RosterEntry(string Name, string Title, Side? Side, Passage Passage)
{
    /// <summary>The key under which spellings of the name meet.</summary>
    public string Key { get; } = Folding.Key(Name);
}

/// <summary>The third stage: the guests that the report lists.</summary>
internal static class Roster
{
    private static readonly List<(Side Side, string[] Words)> Sides =
        [.. DataFile.Lines("Segmentation/Data/sides.tsv").Select(line => line.Split('\t')).Select(cells => (Enum.Parse<Side>(cells[0], ignoreCase: true), cells[1..]))];

    private static readonly WordList TableHeads = new(["姓名", "嘉宾", "嘉宾姓名", "专家", "发言人", "name", "speaker", "guest"]);

    /// <summary>The entries of all rosters in the report, in order. A line that names nobody is reported.</summary>
    public static IReadOnlyList<RosterEntry> Read(IReadOnlyList<Passage> passages, DiagnosticList diagnostics)
    {
        var entries = new List<RosterEntry>();
        foreach (var passage in passages.Where(p => p.Kind == PassageKind.Roster))
        {
            if (EntryOf(passage) is { } entry)
                Add(entries, entry, diagnostics);
            else if (!IsTableHead(passage))
                diagnostics.Note("KB113", passage.Text.SourceStart, $"a line of the roster names nobody that could be read: {Excerpt.Of(passage.Text.Text)}");
        }

        return entries;
    }

    /// <summary>
    /// Whether a roster line goes on with the entry before it: "香港中文大学（深 / 圳）校长讲座教授". Where names are in
    /// bold, a line that is not begins no entry.
    /// </summary>
    /// <param name="first">The entry's first line.</param>
    /// <param name="last">The text of its last line.</param>
    /// <param name="line">The line.</param>
    /// <param name="entry">The entry, made where it is asked for; null where it is too long for one.</param>
    public static bool ContinuesEntry(Block first, string last, Passage line, Func<Passage?> entry)
    {
        if (line.Blocks[0].Bold is [{ Start: 0 }, ..] || last.EndsWith('。'))
            return false;
        if (first.Bold is [{ Start: 0 }, ..])
            return line.Text.Text[0] is not ('（' or '(' or '*');
        return Folding.Fold(last)[^1] is '、' or ',' or '(' || (Split(line) is null && entry() is { } whole && Split(whole) is not null);
    }

    private static void Add(List<RosterEntry> entries, RosterEntry entry, DiagnosticList diagnostics)
    {
        var at = entry.Passage.Text.SourceStart;
        if (entries.Find(e => e.Key == entry.Key && e.Title == entry.Title) is not null)
            diagnostics.Warn("KB114", at, $"{entry.Name} is listed twice with the same title");
        if (entry.Passage.Blocks.Count > 1)
            diagnostics.Note("KB103", at, $"the title of {entry.Name} wraps over {entry.Passage.Blocks.Count} lines and was joined: {entry.Title}");
        entries.Add(entry);
    }

    // | 序号 | 姓名 | 单位 |
    private static bool IsTableHead(Passage passage) =>
        passage.Blocks[0].Cells.Any(cell => TableHeads.Contains(cell.Of(passage.Folded).Trim()));

    private static RosterEntry? EntryOf(Passage passage)
    {
        if (IsTableHead(passage) || Split(passage) is not var (name, title))
            return null;
        return new RosterEntry(NameLine.WithoutAlignment(name), title, SideOf(passage.Section), passage);
    }

    private static (string Name, string Title)? Split(Passage passage)
    {
        var text = passage.Text.Text;
        if (passage.Blocks[0].Cells is { Count: > 1 } cells)
            return SplitRow([.. cells.Select(cell => cell.Of(text))]);
        if (passage.Blocks[0].Bold is [{ Start: 0 } bold, ..])
            return bold.End <= 40 && NameLine.Trimmed(bold.Of(text)).Length > 0 ? (bold.Of(text), NameLine.Trimmed(text[bold.End..])) : null;
        return NameLine.Read(text) is { } line ? (line.Name, line.Title) : null;
    }

    // | 1 | 薛澜 | 清华大学 | 教授 |: the name is the first cell that is one, the rest is the title.
    private static (string Name, string Title)? SplitRow(string[] cells)
    {
        var name = Array.FindIndex(cells, cell => NameShapes.IsName(Folding.Fold(NameLine.WithoutAlignment(cell))));
        return name < 0 ? null : (cells[name], string.Concat(cells.Where((cell, i) => i != name && !cell.All(char.IsAsciiDigit))));
    }

    private static Side? SideOf(Section? section)
    {
        for (; section is not null; section = section.Parent)
        {
            var heading = Folding.Fold(section.Heading);
            foreach (var (side, words) in Sides)
            {
                if (words.Any(word => heading.Contains(word, StringComparison.Ordinal)))
                    return side;
            }
        }

        return null;
    }
}
