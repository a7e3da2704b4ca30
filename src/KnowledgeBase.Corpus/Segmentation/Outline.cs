using KnowledgeBase.Corpus.Reading;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>A line of the report and the section it lies in.</summary>
/// <param name="Block">The line.</param>
/// <param name="Section">The section; null before the first heading.</param>
/// <param name="IsHeading">Whether the line is the heading of its section, or the report's title.</param>
internal sealed record OutlinedBlock(Block Block, Section? Section, bool IsHeading);

/// <summary>
/// The first stage: which lines are headings, which of them are of one rank, what each section is for. The number of a
/// heading outranks its markup, for publishers write （一） as ###, （二） as ## and （四） as ####.
/// </summary>
internal sealed class Outline
{
    private const int LongestPlainHeading = 40;
    private readonly List<OutlinedBlock> _blocks = [];
    private readonly List<Section> _open = [];
    private readonly DiagnosticList _diagnostics;

    private Outline(DiagnosticList diagnostics) => _diagnostics = diagnostics;

    /// <summary>The report's title as its first heading gives it, or null.</summary>
    public string? Title { get; private set; }

    /// <summary>All lines, in order, with their sections.</summary>
    public IReadOnlyList<OutlinedBlock> Blocks => _blocks;

    /// <summary>Arranges the lines of a report under its headings.</summary>
    public static Outline Of(IReadOnlyList<Block> blocks, DiagnosticList diagnostics)
    {
        var outline = new Outline(diagnostics);
        var title = TitleOf(blocks);
        outline.Title = title?.Text.Text;
        var marked = blocks.Any(block => block.Kind == BlockKind.Heading && block != title && block.Mark is null);
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            // Who takes part is over where somebody speaks: PARTICIPANTS … MS. HALLORAN: Good morning.
            if (block.Mark is { Kind: MarkKind.Label })
                outline._open.RemoveAll(open => open.Role == SectionRole.Roster);
            var standsAlone = block.FollowsBlank && (i + 1 == blocks.Count || blocks[i + 1].FollowsBlank);
            if (block == title)
                outline._blocks.Add(new OutlinedBlock(block, null, IsHeading: true));
            else if (block.Mark is null && (block.Kind == BlockKind.Heading || (standsAlone && (outline.EndsList(block) || IsUnmarkedHeading(block, marked)))))
                outline.Open(block);
            else
                outline._blocks.Add(new OutlinedBlock(block, outline._open.LastOrDefault(), IsHeading: false));
        }

        return outline;
    }

    // A lone first "# …" is the report's name, and so is "## …" over "### …"; "# 开幕式 … # 主论坛 …" are chapters.
    private static Block? TitleOf(IReadOnlyList<Block> blocks)
    {
        var headings = blocks.Where(block => block.Kind == BlockKind.Heading && block.Mark is null).ToList();
        if (headings.Count == 0 || !IsNameOfReport(headings[0]) || (headings[0].Level > 1 && headings.Count == 1))
            return null;
        return headings.Skip(1).Any(h => h.Level <= headings[0].Level && IsNameOfReport(h)) ? null : headings[0];

        static bool IsNameOfReport(Block heading) =>
            Numbering.Read(heading.Text.Text).Style == NumberStyle.None && HeadingRoles.OfWords(heading.Text.Text) != SectionRole.Contents;
    }

    // **外方嘉宾（按报告顺序）** in bold, or, where nothing is marked up at all, a short line 一、论坛介绍.
    private static bool IsUnmarkedHeading(Block block, bool reportHasMarks)
    {
        var text = block.Text.Text;
        if (text.Length is 0 or > LongestPlainHeading || block.Kind != BlockKind.Line || text.AsSpan().ContainsAny("。；;！？\t"))
            return false;

        var style = Numbering.Read(text).Style;
        var isNumbered = style is NumberStyle.Chapter or NumberStyle.ChapterSection or NumberStyle.Chinese or NumberStyle.ChineseBracketed;
        if (block.IsBold)
            return isNumbered || HeadingRoles.OfWords(text) is not (SectionRole.Unknown or SectionRole.Panel) || PanelNames.IsPanel(text);
        return !reportHasMarks && (isNumbered || HeadingRoles.OfWords(text) == SectionRole.Contents) && !text.AsSpan().ContainsAny("，,");
    }

    // **本期嘉宾** … **现场速记：** a list that a bold line opened ends at the next one.
    private bool EndsList(Block block) =>
        block.IsBold && block.Text.Text.Length <= LongestPlainHeading && !block.Text.Text.AsSpan().ContainsAny("。；;！？，,")
        && HeadingRoles.OfWords(block.Text.Text) != SectionRole.Roster && _open.RemoveAll(open => open is { Role: SectionRole.Roster, Block.Level: 0 }) > 0;

    private void Open(Block block)
    {
        var heading = block.Text.Text;
        var numbering = Numbering.Read(heading);
        var sibling = SiblingOf(block, numbering);
        if (sibling is not null)
            Close(from: sibling);
        else
            CloseFor(block, numbering);

        var parent = _open.LastOrDefault();
        var section = new Section
        {
            Heading = heading,
            Block = block,
            FirstOfRank = sibling?.FirstOfRank ?? block,
            Numbering = numbering,
            Parent = parent,
            Level = sibling?.Level ?? Math.Max(block.Level, (parent?.Level ?? 0) + 1),
            Role = HeadingRoles.Of(heading[numbering.Length..], parent?.Role),
        };
        ReportUnevenMarks(section);
        _open.Add(section);
        _blocks.Add(new OutlinedBlock(block, section, IsHeading: true));
    }

    private Section? SiblingOf(Block block, Numbering numbering)
    {
        if (numbering.Style != NumberStyle.None)
            return _open.LastOrDefault(open => open.Numbering.Style == numbering.Style);
        var role = HeadingRoles.OfWords(block.Text.Text);
        return block.Kind == BlockKind.Heading
            ? null
            : _open.LastOrDefault(open => open.Numbering.Style == NumberStyle.None && HeadingRoles.OfWords(open.Heading) == role);
    }

    private void Close(Section from) => _open.RemoveRange(_open.IndexOf(from), _open.Count - _open.IndexOf(from));

    // The first of its kind goes under what is marked higher; a list of contents has nothing under it, and a number of
    // a finer kind (1.) goes under a coarser one (（五）) even where both are marked ##.
    private void CloseFor(Block block, Numbering numbering)
    {
        while (_open.LastOrDefault() is { } last)
        {
            var isFiner = numbering.Style > last.Numbering.Style && last.Numbering.Style != NumberStyle.None;
            var isCoarser = numbering.Style != NumberStyle.None && numbering.Style < last.Numbering.Style;
            var isUnder = block.Level == 0 || block.Level > (last.Block.Level == 0 ? last.Level : last.Block.Level);
            if (last.Role != SectionRole.Contents && !isCoarser && (isFiner || isUnder))
                break;
            _open.RemoveAt(_open.Count - 1);
        }
    }

    private void ReportUnevenMarks(Section section)
    {
        var first = section.FirstOfRank;
        if (section.Block.Level != first.Level)
            _diagnostics.Warn("KB101", section.Block.Span.Start, $"heading {section.Heading} is marked {MarkOf(section.Block)}, but {first.Text.Text} of the same rank {MarkOf(first)}; the rank was taken from the numbering");
    }

    private static string MarkOf(Block block) => block.Level == 0 ? "as bold text" : new string('#', block.Level);
}
