using KnowledgeBase.Corpus.Reading;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>
/// The first look at a report: does it name its speakers apart from their words? Labels in front of turns, name lines above
/// paragraphs and cards, signatures below quotations; most reports have none of them.
/// </summary>
internal static class SpeakerMarks
{
    /// <summary>The lines, with marks where they name a speaker.</summary>
    public static IReadOnlyList<Block> Mark(IReadOnlyList<Block> blocks)
    {
        var marks = SpeakerLabels.Find(blocks);
        if (marks.Count == 0)
            marks = NameLines.Find(blocks, SignedQuotations.Find(blocks));
        return marks.Count == 0 ? blocks : [.. blocks.Select(block => marks.TryGetValue(block, out var mark) ? block with { Mark = mark } : block)];
    }
}
