using KnowledgeBase.Corpus.Reading;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>
/// The labels of a dialogue's turns. The document itself tells whether it is one: the same labels come again and again in
/// front of its paragraphs. 时间：… and 来源：… stand once and are nobody's.
/// </summary>
internal static class SpeakerLabels
{
    private const int FewestTurns = 4;
    private const int LeastShare = 6;
    private const int OftenEnough = 3;
    private const int LongestIntroduction = 60;

    /// <summary>The marks of a document's labelled lines; none where it is no dialogue.</summary>
    public static IReadOnlyDictionary<Block, SpeakerMark> Find(IReadOnlyList<Block> blocks)
    {
        var lines = blocks.Select(LabelLine.Read).OfType<LabelLine>().Where(line => !line.IsNever).ToList();
        var headed = lines.Count(line => line.IsAlone && line.Block.Kind == BlockKind.Heading) >= OftenEnough;
        var counts = lines.CountBy(line => line.Key).ToDictionary(StringComparer.Ordinal);
        var turns = lines.Where(line => IsTurn(line)).ToList();
        var paragraphs = blocks.Count(block => block.Kind == BlockKind.Line);
        if (turns.Count < FewestTurns || turns.Count * LeastShare < paragraphs || turns.All(turn => counts[turn.Key] == 1))
            return new Dictionary<Block, SpeakerMark>();

        // 主持人：佟亚楠，《治理前沿》杂志主编 says who the host is; the host says nothing yet.
        var introductions = turns.Where(IsIntroduction).ToList();
        var people = new LabelledPeople(blocks, turns, introductions);
        return turns.Except(introductions).ToDictionary(turn => turn.Block, people.MarkOf);

        bool IsTurn(LabelLine line) =>
            headed && line.Block.Kind == BlockKind.Heading
                ? line.IsAlone
                : line.IsVoice || counts[line.Key] >= OftenEnough || ((line.IsSingleLatinName || line.IsSurname) && counts[line.Key] > 1);
    }

    private static bool IsIntroduction(LabelLine line)
    {
        var text = line.Block.Text.Text;
        return line.IsRole && !line.IsAlone && text.Length - line.Content <= LongestIntroduction && !text.AsSpan().ContainsAny("。？！?!")
            && (NameLine.IsName(text[line.Content..]) || NameLine.Read(text[line.Content..]) is not null);
    }
}
