using KnowledgeBase.Corpus.Reading;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>
/// Quotations that are signed below: "> 港口的灯不能停。" / "—— 薛澜，清华大学教授". At least two signatures make it a form of the document.
/// </summary>
internal static class SignedQuotations
{
    private const int Fewest = 2;
    private const int Longest = 70;
    private const int LongestQuotation = 8;

    /// <summary>The marks of the first lines of such quotations, and of their signatures.</summary>
    public static Dictionary<Block, SpeakerMark> Find(IReadOnlyList<Block> blocks)
    {
        var signatures = Enumerable.Range(1, Math.Max(0, blocks.Count - 1)).Select(i => (Index: i, Line: Signature(blocks[i]))).Where(one => one.Line is not null).ToList();
        var marks = new Dictionary<Block, SpeakerMark>();
        if (signatures.Count < Fewest)
            return marks;
        foreach (var (index, line) in signatures)
        {
            if (FirstOfQuotation(blocks, index) is not { } first || !marks.TryAdd(first, new SpeakerMark(MarkKind.NameLine, line!.Name, line.Name, line.Title.Length > 0 ? line.Title : null, new Text.TextSpan(0, first.Text.Text.Length))))
                continue;
            marks.TryAdd(blocks[index], SpeakerMark.OfTitle with { IsWhole = true });
        }

        return marks;
    }

    private static NameLine? Signature(Block block)
    {
        var text = block.Text.Text;
        if (block.Kind != BlockKind.Line || text.Length is < 3 or > Longest || text[0] is not ('—' or '–' or '―' or '-') || text.AsSpan().ContainsAny("。！？"))
            return null;
        var name = text.TrimStart('—', '–', '―', '-', ' ', '　');
        return NameLine.IsName(name) ? new NameLine(NameLine.WithoutAlignment(name), "") : NameLine.ReadByForm(name);
    }

    // Quoted lines (>) up to the first that is not, paragraphs up to the one that opens the quotation, else the one right above.
    private static Block? FirstOfQuotation(IReadOnlyList<Block> blocks, int signature)
    {
        var at = signature - 1;
        while (at > 0 && IsGap(blocks[at]))
            at--;
        // **坡道修好了，门槛还在** / ——沅州市残疾人事业研究会会长　樊晓岚: the head of what follows, not the end of a quotation.
        if (!IsText(blocks[at]) || blocks[at].IsBold)
            return null;
        if (blocks[at].IsItem)
        {
            while (at > 0 && blocks[at - 1].IsItem && (IsGap(blocks[at - 1]) || (IsText(blocks[at - 1]) && (!blocks[at].FollowsBlank || IsGap(blocks[at])))))
                at--;
            return IsGap(blocks[at]) ? blocks[at + 1] : blocks[at];
        }

        while (at > 0 && !blocks[at].FollowsBlank && IsText(blocks[at - 1]))
            at--;
        if (blocks[signature - 1].Text.Text.TrimEnd() is not [.., '”' or '」' or '』' or '"'])
            return blocks[at];
        // “我们医院没有样本库。” / “县里的医生不是不懂伦理。” / ——…: several quotations with one signature.
        for (var above = at; above >= 0 && IsText(blocks[above]) && at - above < LongestQuotation; above--)
        {
            if (IsOpening(blocks[above]))
                at = above;
            else if (IsOpening(blocks[at]))
                break;
        }

        return blocks[at];
    }

    // An empty line of a quotation: >
    private static bool IsGap(Block block) => block is { Kind: BlockKind.Markup, IsItem: true };

    private static bool IsText(Block block) => block.Kind == BlockKind.Line && Signature(block) is null;

    private static bool IsOpening(Block block) => block.Text.Text.TrimStart() is ['“' or '「' or '『' or '"', ..];
}
