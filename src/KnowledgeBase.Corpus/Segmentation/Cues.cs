namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>Verbs of saying, and what may stand between a name and its verb. All text here is folded.</summary>
internal static class Cues
{
    private const int LongestCircumstance = 40;
    private static readonly WordList Verbs = WordList.Load("Segmentation/Data/cues.txt");
    private static readonly WordList Adverbs = WordList.Load("Segmentation/Data/adverbs.txt");
    private static readonly WordList Honorifics = WordList.Load("Segmentation/Data/honorifics.txt");

    /// <summary>The length of the verb of saying that begins at <paramref name="start"/>; 0 if none does.</summary>
    public static int LengthAt(ReadOnlySpan<char> folded, int start) => Verbs.LengthAt(folded, start);

    /// <summary>Whether an adverb that may stand between name and cue ends at <paramref name="end"/>.</summary>
    public static bool IsAdverbBefore(ReadOnlySpan<char> folded, int end) => Adverbs.LengthBefore(folded, end) > 0;

    /// <summary>
    /// Where the name in front of a cue can end, the nearest place first: 薛澜|在主旨演讲中|进一步|指出,
    /// 薛澜|教授|指出, 温德尔·瓦拉赫|(Wendell Wallach)|认为.
    /// </summary>
    public static IEnumerable<int> EndsOfName(string folded, int cue)
    {
        var end = cue;
        for (var steps = 0; steps < 6; steps++)
        {
            yield return end;
            var next = StepBack(folded, end);
            if (next == end)
                yield break;
            end = next;
        }
    }

    /// <summary>Where the reported content begins behind a cue: after comma, colon and spaces.</summary>
    public static int ContentStart(ReadOnlySpan<char> folded, int cueEnd)
    {
        var at = cueEnd;
        // 介绍了|毕摩经卷的数字化实践
        if (at < folded.Length && folded[at] == '了')
            at++;
        while (at < folded.Length && folded[at] is ',' or ':' or ' ' or '，')
            at++;
        return at;
    }

    private static int StepBack(string folded, int end)
    {
        while (end > 0 && folded[end - 1] is ' ' or ',')
            end--;
        if (Adverbs.LengthBefore(folded, end) is > 0 and var adverb)
            return end - adverb;
        if (end > 1 && folded[end - 1] == ')' && folded.LastIndexOf('(', end - 1, Math.Min(end, LongestCircumstance)) is > 0 and var open)
            return open;
        if (Circumstance(folded, end) is >= 0 and var start)
            return start;
        return end - Honorifics.LengthBefore(folded, end);
    }

    // 在…中, 在…时, 在…上, 就…问题: where and on what it was said. Not across a comma, save inside a title: 《…，…》.
    private static int Circumstance(string folded, int end)
    {
        if (end == 0 || folded[end - 1] is not ('中' or '时' or '上' or '里' or '后' or '间' or '题' or '度' or '面' or '例' or '看'))
            return -1;
        for (var i = end - 1; i >= Math.Max(0, end - LongestCircumstance); i--)
        {
            if (folded[i] is '。' or ',' or ';' or ':')
                return -1;
            if (folded[i] is '在' or '就' or '从' or '以' or '围' or '针' or '结' && StartsCircumstance(folded, i))
                return i;
        }

        return -1;
    }

    private static bool StartsCircumstance(string folded, int at) =>
        folded[at] is '在' or '就' or '从' or '以' || string.CompareOrdinal(folded, at, "围绕", 0, 2) == 0
        || string.CompareOrdinal(folded, at, "针对", 0, 2) == 0 || string.CompareOrdinal(folded, at, "结合", 0, 2) == 0;
}
