using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>
/// That the person of a clause says something in it: by a verb of saying right behind the name or at the clause's end, by
/// a noun (她的看法是), or by quotation marks or a colon alone.
/// </summary>
/// <param name="Cue">The verb or noun; null where only marks tell.</param>
internal sealed record Saying(TextSpan? Cue)
{
    private static readonly WordList ClauseVerbs = WordList.Load("Segmentation/Data/clause-verbs.txt");
    private static readonly WordList Nouns = WordList.Load("Segmentation/Data/speech-nouns.txt");
    private static readonly WordList Ceremonies = new(["宣布论坛", "宣布大会", "宣布会议", "宣布开幕", "宣布闭幕", "宣布活动", "宣布本次"]);
    private static readonly WordList Plain = new(["说", "称", "指出", "认为", "表示", "强调", "提出", "建议", "呼吁", "主张", "坦言", "直言", "提醒", "解释说", "解释", "补充说", "补充道"]);
    private static readonly WordList Says = new(["是", "则是", "说", "来说", "讲"]);
    private static readonly WordList Copulas = new(["是", "则是", "很", "为", "也", "更", "非常", "说", "来说", "讲"]);

    /// <summary>What says that <paramref name="subject"/> speaks in its clause, or null.</summary>
    public static Saying? Of(string folded, Clause clause, Subject subject, bool isQuoted)
    {
        var span = clause.Span;
        if (subject.End < span.End && folded[subject.End] == '的')
            return Noun(folded, span, subject.End + 1);
        if (CueIn(folded, span, subject.End, subject.Name.End) is { } cue)
            return new Saying(cue);
        // 康雪：“把一楼当成甲方。” is heard; "姓名：" alone is a label or a heading, which other stages read.
        var isMarked = span.End < folded.Length && (clause.IsBeforeSpeech || (span.End > subject.End && folded[span.End] == ':'));
        return isMarked || (isQuoted && clause.IsAfterSpeech) ? new Saying((TextSpan?)null) : null;
    }

    /// <summary>A verb of saying at the end of a later clause of the same sentence: 她停了一下，又说，….</summary>
    public static Saying? Later(string folded, Clause clause) =>
        (FinalCue(folded, clause.Span) ?? InitialCue(folded, clause.Span)) is { } cue ? new Saying(cue) : clause.IsBeforeSpeech && HasVerb(folded, clause.Span) ? new Saying((TextSpan?)null) : null;

    /// <summary>The verb of saying of a clause, right behind its subject or at its end; null if there is none.</summary>
    public static TextSpan? CueIn(string folded, TextSpan clause, int subjectEnd, int nameEnd)
    {
        for (var at = subjectEnd; at < clause.End; at++)
        {
            if (CueAt(folded, at) is > 0 and var length && at + length <= clause.End && Reaches(folded, at, subjectEnd, nameEnd))
                return new TextSpan(at, at + length);
        }

        return FinalCue(folded, clause with { Start = subjectEnd });
    }

    /// <summary>The plain verb of saying that a later clause begins with: 她把洞窟分为四级，|指出|轮开窟应休息一年; or null.</summary>
    public static TextSpan? InitialCue(string folded, TextSpan clause)
    {
        var at = clause.Start;
        while (at < clause.End && (folded[at] is ' ' or '并' or '还' or '又' or '也' or '则' or '便' or '就' || char.IsWhiteSpace(folded[at])))
            at++;
        return Plain.LengthAt(folded, at) is > 0 and var length && CueAt(folded, at) == length ? new TextSpan(at, at + length) : null;
    }

    /// <summary>The verb of saying that a clause ends with, or null.</summary>
    public static TextSpan? FinalCue(string folded, TextSpan clause)
    {
        var end = clause.End;
        while (end > clause.Start && folded[end - 1] is ' ')
            end--;
        for (var at = Math.Max(clause.Start, end - 6); at < end; at++)
        {
            if ((CueAt(folded, at) == end - at || ClauseVerbs.LengthAt(folded, at) == end - at) && !IsDenied(folded, at))
                return new TextSpan(at, end);
        }

        return null;
    }

    /// <summary>Whether a verb of saying stands anywhere in a clause.</summary>
    public static bool HasCue(string folded, TextSpan clause)
    {
        for (var at = clause.Start; at < clause.End; at++)
        {
            if (CueAt(folded, at) > 0)
                return true;
        }

        return false;
    }

    // "她听完以后想了想，问了一句：“…”": any verb of saying will do in front of a quotation.
    private static bool HasVerb(string folded, TextSpan clause) => folded.AsSpan(clause.Start, clause.Length).IndexOfAny("说问答道讲喊念写") >= 0;

    private static Saying? Noun(string folded, TextSpan clause, int at)
    {
        for (var i = at; i < Math.Min(clause.End, at + 8); i++)
        {
            if (Nouns.LengthAt(folded, i) is > 0 and var length && (Copulas.LengthAt(folded, i + length) > 0 || i + length == clause.End))
                return new Saying(new TextSpan(i, i + length + Says.LengthAt(folded, i + length)));
        }

        return null;
    }

    private static bool Reaches(string folded, int cue, int subjectEnd, int nameEnd)
    {
        foreach (var end in Cues.EndsOfName(folded, cue))
        {
            if (end == subjectEnd || end == nameEnd)
                return !IsDenied(folded, cue);
        }

        return false;
    }

    private static int CueAt(string folded, int at)
    {
        var length = Cues.LengthAt(folded, at);
        // 韦小兰问。沈亚楠答，…: one character is a verb only where its clause ends.
        if (length == 0 && folded[at] is '问' or '答')
            return at + 1 >= folded.Length || folded[at + 1] is ',' or '。' or ':' or '"' or '.' ? 1 : 0;
        if (length == 0 || at + length >= folded.Length)
            return length;
        // 介绍了当天的菜单 says that somebody spoke, not what; 说法, 说话, 称号 are no verbs.
        if (Ceremonies.LengthAt(folded, at) > 0)
            return 0;
        return folded[at + length] is '了' or '过' || (length == 1 && folded[at + length] is '话' or '法' or '服' or '明' or '号' or '起' or '来' or '不') ? 0 : length;
    }

    private static bool IsDenied(string folded, int cue) => cue > 0 && (folded[cue - 1] is '没' or '未' or '不' or '被' or '所' || (cue > 1 && folded[cue - 1] == '有' && folded[cue - 2] == '没'));
}
