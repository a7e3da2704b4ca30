using KnowledgeBase.Corpus.Reading;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>
/// Quotations that are signed below: "> 港口的灯不能停。" / "—— 薛澜，清华大学教授". At least two signatures make it a form of the document.
/// </summary>
internal static class SignedQuotations
{
    private const int Fewest = 2;
    private const int Longest = 70;

    /// <summary>The marks of the first lines of such quotations, and of their signatures.</summary>
    public static IReadOnlyDictionary<Block, SpeakerMark> Find(IReadOnlyList<Block> blocks)
    {
        var signatures = Enumerable.Range(1, Math.Max(0, blocks.Count - 1)).Select(i => (Index: i, Line: Signature(blocks[i]))).Where(one => one.Line is not null).ToList();
        var marks = new Dictionary<Block, SpeakerMark>();
        if (signatures.Count < Fewest)
            return marks;
        foreach (var (index, line) in signatures)
        {
            if (FirstOfQuotation(blocks, index) is not { } first || !marks.TryAdd(first, new SpeakerMark(MarkKind.NameLine, line!.Name, line.Name, line.Title.Length > 0 ? line.Title : null, new Text.TextSpan(0, first.Text.Text.Length))))
                continue;
            marks.TryAdd(blocks[index], new SpeakerMark(MarkKind.Title, "", null, null, default) { IsWhole = true });
        }

        return marks;
    }

    private static NameLine? Signature(Block block)
    {
        var text = block.Text.Text;
        if (block.Kind != BlockKind.Line || text.Length is < 3 or > Longest || text[0] is not ('—' or '–' or '―' or '-') || text.AsSpan().ContainsAny("。！？"))
            return null;
        var name = text.TrimStart('—', '–', '―', '-', ' ', '　');
        return NameLine.IsName(name) ? new NameLine(NameLine.WithoutAlignment(name), "") : NameLine.Read(name);
    }

    // Quoted lines (>) up to the first that is not; else the paragraph right above.
    private static Block? FirstOfQuotation(IReadOnlyList<Block> blocks, int signature)
    {
        var at = signature - 1;
        if (blocks[at].Kind != BlockKind.Line || Signature(blocks[at]) is not null)
            return null;
        if (blocks[at].IsItem)
        {
            while (at > 0 && blocks[at - 1] is { IsItem: true, Kind: BlockKind.Line } && Signature(blocks[at - 1]) is null)
                at--;
            return blocks[at];
        }

        while (at > 0 && !blocks[at].FollowsBlank && blocks[at - 1].Kind == BlockKind.Line && Signature(blocks[at - 1]) is null)
            at--;
        return blocks[at];
    }
}
