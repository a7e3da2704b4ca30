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
    private const int FewestEntries = 2;
    private const int LongestIntroduction = 60;

    /// <summary>The marks of a document's labelled lines; none where it is no dialogue.</summary>
    public static IReadOnlyDictionary<Block, SpeakerMark> Find(IReadOnlyList<Block> blocks)
    {
        var lines = blocks.Select(LabelLine.Read).OfType<LabelLine>().Where(line => !line.IsNever).ToList();
        var headed = lines.Count(line => line.IsAlone && line.Block.Kind == BlockKind.Heading) >= OftenEnough;
        var counts = lines.CountBy(line => line.Key).ToDictionary(StringComparer.Ordinal);
        lines = WithoutHeadlines(lines, IsTurn);
        var turns = lines.Where(IsTurn).ToList();
        // 主持人：佟亚楠，《治理前沿》杂志主编 says who the host is; the host says nothing yet.
        var introductions = turns.TakeWhile(turn => IsIntroduction(turn) || SaysNothing(turn, blocks)).Concat(turns.Where(turn => turn.IsRole && IsIntroduction(turn))).Distinct().ToList();
        if (turns.Except(introductions).FirstOrDefault() is not { } first)
            return Entries(blocks, lines);

        var head = blocks.TakeWhile(block => block != first.Block).ToList();
        var people = new LabelledPeople(head, turns, introductions);
        var isSetApart = turns.Count(turn => turn.IsSetApart) > turns.Count / 2;
        var isList = turns.Count(turn => turn.Block.IsItem) > turns.Count / 2;
        // A label that comes twice is known by the introduction only: 阿螺（罗小满）.
        var begins = lines.First(line => line == first || (!introductions.Contains(line) && !line.IsAlone && !IsIntroduction(line) && people.Knows(line)));
        turns = [.. lines.SkipWhile(line => line != begins).Where(line => IsTurn(line) || (!headed && (people.Knows(line) || (isSetApart && line.IsSetApart) || (isList && line.Block.IsItem)))).Except(introductions)];
        var paragraphs = blocks.Count(block => block.Kind == BlockKind.Line);
        if (turns.Count < FewestTurns || turns.Count * LeastShare < paragraphs || turns.All(turn => counts[turn.Key] == 1))
            return Entries(blocks, lines);

        var marks = turns.ToDictionary(turn => turn.Block, turn => people.MarkOf(turn) with { IsWhole = isList && turn.Block.IsItem });
        // 政府機關代表：山域安全署副署長高啟明、林業保育局科長呂淑芬 names and says nothing.
        foreach (var line in head.Where(block => block.Kind == BlockKind.Line && LabelLine.Read(block) is not null && !block.Text.Text.AsSpan().ContainsAny("。？！?!")))
            marks.TryAdd(line, SpeakerMark.OfTitle);
        return marks;

        // # 欧阳静澜：基因数据不是石油 is a headline; where headings are labels, a line with a colon is part of what is said.
        bool IsTurn(LabelLine line) =>
            headed ? line.Block.Kind == BlockKind.Heading && line.IsAlone && line.IsSure
                : line.Block.Kind == BlockKind.Line && (line.IsVoice || counts[line.Key] >= OftenEnough || ((line.IsSingleLatinName || line.IsSurname) && counts[line.Key] > 1));
    }

    // - **王建国**（清源大学教授）：更新不是拆，而是修。 Views in a row, each with its name once.
    private static Dictionary<Block, SpeakerMark> Entries(IReadOnlyList<Block> blocks, IReadOnlyList<LabelLine> lines)
    {
        var entries = lines.Where(line => line.IsEntry && line.Block.Kind == BlockKind.Line).ToList();
        if (entries.Count < FewestEntries)
            return [];
        var people = new LabelledPeople([.. blocks.TakeWhile(block => block != entries[0].Block)], entries, []);
        var labelled = new HashSet<Block>(entries.Select(entry => entry.Block), ReferenceEqualityComparer.Instance);
        var inARow = blocks.Zip(blocks.Skip(1)).Count(pair => labelled.Contains(pair.First) && labelled.Contains(pair.Second));
        var areWhole = inARow * 2 >= entries.Count - 1;
        return entries.ToDictionary(entry => entry.Block, MarkOf);

        SpeakerMark MarkOf(LabelLine entry)
        {
            var mark = people.MarkOf(entry);
            return mark with { Title = mark.Title ?? entry.Bracket, IsWhole = areWhole || entry.Block.IsItem };
        }
    }

    // **闻人静** above one talk each is a name line; a name in bold that comes back again and again is a label. 【主持】各位好 is one
    // in front of words, where it is a voice.
    private static List<LabelLine> WithoutHeadlines(List<LabelLine> lines, Func<LabelLine, bool> isTurn)
    {
        var bare = lines.Where(line => !line.IsSure && isTurn(line)).ToList();
        var isLabelled = bare.Count * 2 >= bare.DistinctBy(line => line.Key, StringComparer.Ordinal).Count() * 3 && bare.Count(line => line.IsVoice) * 2 >= bare.Count;
        return isLabelled ? lines : [.. lines.Where(line => line.IsSure || (!line.IsAlone && (line.IsVoice || line.IsSurname)))];
    }

    // Moderator: / Margaret Halloran / Senior Fellow: what stands below is no sentence.
    private static bool SaysNothing(LabelLine line, IReadOnlyList<Block> blocks)
    {
        var next = blocks.SkipWhile(block => block != line.Block).Skip(1).FirstOrDefault();
        return line.IsAlone && (next is null || !next.Text.Text.AsSpan().ContainsAny("。？！.?!…"));
    }

    // 主持人：佟亚楠，《治理前沿》杂志主编; 嘉伦：许嘉伦，遗传咨询师，在儿童医院工作九年
    private static bool IsIntroduction(LabelLine line)
    {
        var text = line.Block.Text.Text;
        return !line.IsAlone && text.Length - line.Content <= LongestIntroduction && !text.AsSpan().ContainsAny("。？！?!")
            && (CalledName.Read(text[line.Content..]) is not null || NameLine.Read(text[line.Content..]) is not null);
    }
}
