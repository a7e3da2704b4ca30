using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>Who a clause is about.</summary>
/// <param name="Name">The name, the short form or the pronoun as printed.</param>
/// <param name="Title">The title in front of it; empty where there is none.</param>
/// <param name="Person">The person; null where several or nobody with a name are meant.</param>
/// <param name="End">Where the rest of the clause begins, behind a form of address.</param>
/// <param name="IsPronoun">Whether a pronoun stands for the person.</param>
internal sealed record Subject(TextSpan Name, TextSpan Title, KnownName? Person, int End, bool IsPronoun);

/// <summary>Finds the known person, or the pronoun, that a clause begins with. All text here is folded.</summary>
internal static class Subjects
{
    private static readonly WordList Joints = new(["但", "但是", "而", "不过", "然而", "可是", "于是", "接着", "随后", "然后", "在", "据", "用", "正如", "同时", "其中", "对此", "会上", "最后"]);
    private static readonly WordList Among = new(["、", "和", "与", "及", "以及"]);

    /// <summary>The subject of a clause, or null.</summary>
    /// <param name="folded">The passage.</param>
    /// <param name="clause">The clause.</param>
    /// <param name="people">The report's people.</param>
    /// <param name="antecedent">Whom a pronoun means; null where nobody was named.</param>
    public static Subject? In(string folded, TextSpan clause, KnownPeople people, Func<char, KnownName?> antecedent)
    {
        var start = AfterJoints(folded, clause);
        if (start < clause.End && folded[start] is '他' or '她' && (start + 1 >= folded.Length || folded[start + 1] is not ('们' or '人')))
            return new Subject(new TextSpan(start, start + 1), default, antecedent(folded[start]) is { } person ? person with { Evidence = Evidence.Pronoun } : null, start + 1, IsPronoun: true);
        // 这位研究老龄产业二十年的经济学者|断言
        if (start + 2 < clause.End && folded[start] == '这' && folded[start + 1] is '位' or '名')
            return new Subject(new TextSpan(start, start + 2), default, antecedent(folded[start]) is { } meant ? meant with { Evidence = Evidence.Pronoun } : null, start + 2, IsPronoun: true);
        for (var at = clause.Start; at + 1 < clause.End; at++)
        {
            var (named, name, length) = people.At(folded, at);
            if (named is null)
                continue;
            var title = Titles.StartOf(folded, clause.Start, at);
            if (title == at && at > clause.Start && Trades.Before(folded, at))
                title = start;
            // “…。”智利籍的首席法律官卡洛斯·门多萨解释道。: no list has the office, the dot shows that a name follows it.
            if (at > start && title == at && folded[at - 1] is not ('的' or '由') && !folded.AsSpan(at, name).Contains('·'))
                return null;
            var end = at + length;
            var several = Among.LengthAt(folded, end) is > 0 and var joint && people.At(folded, Math.Min(end + joint, folded.Length - 1)).Person is not null;
            return new Subject(new TextSpan(at, at + name), new TextSpan(title, at), several ? null : named, end, IsPronoun: false);
        }

        return null;
    }

    /// <summary>The last person whom a stretch of text names, or null.</summary>
    public static KnownName? LastIn(string folded, TextSpan span, KnownPeople people)
    {
        KnownName? last = null;
        for (var at = span.Start; at + 1 < span.End; at++)
        {
            if (people.At(folded, at) is ({ } person, _, var length))
                (last, at) = (person, at + length - 1);
        }

        return last;
    }

    private static int AfterJoints(string folded, TextSpan clause)
    {
        var at = clause.Start;
        while (at < clause.End && folded[at] is ' ' or '"')
            at++;
        return Math.Min(clause.End, at + Joints.LengthAt(folded, at));
    }
}
