using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>
/// Collective voices: 与会专家一致认为, 上述专家一致认为, 多位学者呼吁. A group is a kind of its own, never a person.
/// </summary>
internal static class Groups
{
    private static readonly Dictionary<string, WordList> Slots = DataFile.Lines("Segmentation/Data/groups.tsv")
        .Select(line => line.Split('\t'))
        .ToDictionary(cells => cells[0], cells => new WordList(cells[1..]), StringComparer.Ordinal);

    /// <summary>
    /// The group that begins to speak at <paramref name="at"/> of folded text, or null. A bare 专家认为 counts only where
    /// <paramref name="allowBare"/> says so: at the beginning of a sentence in which nobody else is speaking.
    /// </summary>
    public static Opening? At(string folded, int at, int statementStart, bool allowBare)
    {
        var which = Run("which", folded, at);
        var some = Run("some", folded, which.End);
        var who = Run("who", folded, some.End);
        if (who.Length == 0)
        {
            // 各方 and 双方 name no kind of people: they need a word for how far.
            who = Run("parties", folded, some.End);
            allowBare &= who.Length > 0 && HowFar(folded, who.End).Strength == Strength.Unanimous;
        }

        if (who.Length == 0 || (which.Length == 0 && !allowBare))
            return null;
        return Speaking(folded, new TextSpan(at, who.End), statementStart, isAbove: which.Length > 0 && Slots["above"].LengthAt(folded, at) > 0);
    }

    private static Opening? Speaking(string folded, TextSpan group, int statementStart, bool isAbove)
    {
        var (strength, isTypo, adverbEnd) = HowFar(folded, group.End);
        var cueLength = Math.Max(Cues.LengthAt(folded, adverbEnd), Slots["cue"].LengthAt(folded, adverbEnd));
        if (cueLength == 0)
            return null;

        var cue = new TextSpan(group.End, adverbEnd + cueLength);
        return new Opening
        {
            Start = statementStart,
            Source = group,
            Cue = cue,
            ContentStart = Cues.ContentStart(folded, cue.End),
            Strength = strength,
            IsAbove = isAbove,
            Evidence = isTypo ? [Evidence.Group, Evidence.TypoCue] : [Evidence.Group, Evidence.Cue],
        };
    }

    private static (Strength Strength, bool IsTypo, int End) HowFar(string folded, int at)
    {
        if (Slots["unanimous"].LengthAt(folded, at) is > 0 and var unanimous)
            return (Strength.Unanimous, false, at + unanimous);
        // 与会专家一直认为: nobody has thought together "all along" at a meeting; 一致 is meant.
        if (Slots["typo"].LengthAt(folded, at) is > 0 and var typo)
            return (Strength.Unanimous, true, at + typo);
        return (Strength.General, false, at + Slots["general"].LengthAt(folded, at));
    }

    // The words of one slot, one after the other: 与会|各位, 专家学者|代表.
    private static TextSpan Run(string slot, string folded, int at)
    {
        var end = at;
        while (Slots[slot].LengthAt(folded, end) is > 0 and var length)
        {
            end += length;
            if (slot == "who" && end < folded.Length && folded[end] == '、' && Slots[slot].LengthAt(folded, end + 1) > 0)
                end++;
        }

        return new TextSpan(at, end);
    }
}
