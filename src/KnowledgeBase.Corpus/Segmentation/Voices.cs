using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>A sentence, or a part of one up to a semicolon, and who is heard in it.</summary>
/// <param name="Span">The sentence.</param>
/// <param name="Opening">How its speaker opens it; null where it names none.</param>
/// <param name="Quotes">Whether it holds a quotation of speech.</param>
/// <param name="IsOthers">Whether somebody without a name speaks in it: 一位不愿具名的专家表示.</param>
/// <param name="About">Whom it begins with.</param>
internal sealed record Voice(TextSpan Span, Opening? Opening, bool Quotes, bool IsOthers, Subject? About);

/// <summary>
/// Who is heard in each sentence of a report: besides the openings with title, name and cue, people named again (鄢凯说,
/// 林德曼强调, 她解释说), before, behind or between the parts of a quotation.
/// </summary>
internal sealed class Voices(NameBook names, KnownPeople people, Antecedents antecedents)
{
    private const int LongestLead = 30;
    private static readonly WordList Speakers = new(["说话的", "说话人", "说这话的", "说这番话的", "讲话的", "开口的", "插话的", "回答的"]);
    private static readonly WordList Anonymous = WordList.Load("Segmentation/Data/anonymous.txt");
    private Section? _section;

    /// <summary>The sentences of a passage in order. Passages must come in the order of the report, for pronouns look back.</summary>
    public IReadOnlyList<Voice> In(Passage passage, IReadOnlyList<Opening> openings)
    {
        if (!ReferenceEquals(_section, passage.Section))
        {
            _section = passage.Section;
            antecedents.Name(null);
        }

        // （供稿：信息资源管理学院　审核：庞海洋）
        if (Captions.Is(passage.Folded) || passage.Folded is ['(', .., ')'])
            return [new Voice(new TextSpan(0, passage.Text.Text.Length), null, false, false, null)];
        var quotations = Quotations.In(passage.Text.Text);
        var voices = new List<Voice>();
        foreach (var sentence in Quotations.Sentences(passage.Text.Text, quotations, (quoted, next) => Attributes(passage, quoted, next, quotations)))
        {
            foreach (var part in Parts(passage, sentence, quotations, openings))
                Add(voices, passage, part, quotations, openings.Where(o => o.Source.Start >= part.Start && o.Source.Start < part.End).FirstOrDefault());
        }

        return voices;
    }

    private void Add(List<Voice> voices, Passage passage, TextSpan span, IReadOnlyList<TextSpan> quotations, Opening? opening)
    {
        var text = passage.Text.Text;
        var quotes = quotations.Skip(Quotations.FirstFrom(quotations, span.Start)).TakeWhile(q => q.End <= span.End).Any(q => Quotations.IsSpeech(text, q));
        var (found, about, isOthers) = Find(passage, span, quotations);
        if (opening is null || (found is not null && found.Source.End <= (opening.Title ?? opening.Source).Start && !opening.IsGroup))
            opening = found;
        else if (!opening.IsGroup)
            opening = Widened(passage, opening, span, quotations);
        isOthers &= opening is null;
        voices.Add(new Voice(span, opening, quotes, isOthers, about));
        if (opening is { IsGroup: false, Known: null, Title: not null })
            names.Introduce(opening.Source.Of(text));
        if (opening is { IsGroup: false })
            antecedents.Name(opening.Known ?? new KnownName(opening.Source.Of(text), null, Evidence.KnownName));
        else if (isOthers || opening is not null)
            antecedents.Name(null);
        // Whom a quotation names is no more than spoken of: “独孤律师说得对。”他补充说，….
        else if (!Quotations.Quoted(text, span, quotations) && (about?.Person ?? Subjects.LastIn(passage.Folded, span, people)) is { } named)
            antecedents.Name(named);
    }

    // “…。”青屿海洋研究所所长蔺海生说。: what is said begins in front of title and name.
    private static Opening Widened(Passage passage, Opening opening, TextSpan span, IReadOnlyList<TextSpan> quotations)
    {
        var isBehind = QuotationAt(quotations, span.Start) is { } first && first.End <= opening.Source.Start;
        var title = opening.Title is { } printed ? Trimmed(passage.Folded, printed, opening.Cue) : opening.Title;
        return opening with { Title = title, Start = span.Start, ContentStart = isBehind ? span.Start : Math.Max(span.Start, opening.ContentStart) };
    }

    private static TextSpan? QuotationAt(IReadOnlyList<TextSpan> quotations, int place) =>
        Quotations.FirstFrom(quotations, place) is var next && next < quotations.Count && quotations[next].Start == place ? quotations[next] : null;

    private bool Attributes(Passage passage, TextSpan quoted, TextSpan next, IReadOnlyList<TextSpan> quotations)
    {
        var clauses = Clause.In(passage, next, quotations).Take(quoted.Start == 0 ? 2 : 1);
        foreach (var clause in clauses)
        {
            if (Subjects.In(passage.Folded, clause.Span, people, antecedents.Of) is { } subject && (quoted.Start == 0 || clause.IsBeforeSpeech || Saying.CueIn(passage.Folded, clause.Span, subject.End, subject.Name.End) is not null))
                return subject.End < passage.Folded.Length && passage.Folded[subject.End] != '的';
            if (IsAnonymous(passage.Folded, clause.Span) && Saying.FinalCue(passage.Folded, clause.Span) is not null)
                return true;
        }

        return false;
    }

    private static bool IsAnonymous(string folded, TextSpan clause) => Anonymous.LengthAt(folded, clause.Start) > 0;

    private List<TextSpan> Parts(Passage passage, TextSpan sentence, IReadOnlyList<TextSpan> quotations, IEnumerable<Opening> openings)
    {
        var parts = new List<TextSpan> { sentence };
        for (var at = sentence.Start; at < sentence.End - 1; at++)
        {
            if (passage.Folded[at] is not (';' or ',') || passage.Folded[at + 1] is ';' or ',' || Quotations.IsInside(quotations, at))
                continue;
            var rest = new TextSpan(at + 1, sentence.End);
            // 端木和以“…”为题，|剖析…: the verb is of the name in front.
            if (openings.Any(opening => opening.Source.Start < rest.Start && opening.Cue?.End > rest.Start && opening.Source.Start >= sentence.Start))
                continue;
            if (passage.Folded[at] == ';' ? !Speaks(passage, rest, quotations) : !SpeaksNext(passage, parts[^1] with { End = rest.Start }, rest, quotations))
                continue;
            parts[^1] = parts[^1] with { End = rest.Start };
            parts.Add(rest);
        }

        return parts;
    }

    private bool Speaks(Passage passage, TextSpan span, IReadOnlyList<TextSpan> quotations) =>
        Find(passage, span, quotations) is ({ } opening, { IsPronoun: false }, _) && opening.Source.Start - span.Start <= 40;

    // 唐晓峰担心会增加干扰，|宋启明回应称…: behind a comma only somebody else, by name and verb, begins a part.
    private bool SpeaksNext(Passage passage, TextSpan before, TextSpan rest, IReadOnlyList<TextSpan> quotations)
    {
        // Few commas have a name behind them, and looking is cheap.
        var named = rest.Start;
        while (named < Math.Min(rest.End - 1, rest.Start + LongestLead) && people.At(passage.Folded, named).Person is null)
            named++;
        if (named >= Math.Min(rest.End - 1, rest.Start + LongestLead))
            return false;
        var clauses = Clause.In(passage, rest, quotations).Take(2).ToList();
        if (clauses.Count == 0 || Subjects.In(passage.Folded, clauses[0].Span, people, _ => null) is not { IsPronoun: false, Person: { } next } subject || subject.Name.Start - rest.Start > LongestLead)
            return false;
        // 康雪听完直摇头，说维保费应当…; 古丽娜尔笑了：“…”
        var isHeard = clauses[0].IsBeforeSpeech || Saying.CueIn(passage.Folded, clauses[0].Span, subject.End, subject.Name.End) is not null
            || (clauses.Count > 1 && SaysSo(passage.Folded, clauses[1].Span));
        return isHeard && Find(passage, before, quotations) is var (opening, _, isOthers) && (isOthers || (opening is { IsGroup: false } && opening.Known?.Name != next.Name));
    }

    // …，说维保费应当…; …，她担心…
    private bool SaysSo(string folded, TextSpan clause) =>
        Saying.InitialCue(folded, clause) is not null
        || (Subjects.In(folded, clause, people, _ => null) is { IsPronoun: true } pronoun && Saying.CueIn(folded, clause, pronoun.End, pronoun.Name.End) is not null);

    private (Opening? Opening, Subject? About, bool IsOthers) Find(Passage passage, TextSpan span, IReadOnlyList<TextSpan> quotations)
    {
        Subject? first = null, topic = null;
        Saying? marks = null;
        var isQuoted = QuotationAt(quotations, span.Start) is { } quotation && Quotations.IsSpeech(passage.Text.Text, quotation);
        foreach (var clause in Clause.In(passage, span, quotations).Take(6))
        {
            var subject = Subjects.In(passage.Folded, clause.Span, people, pronoun => topic?.Person ?? antecedents.Of(pronoun)) ?? SpokenOf(passage.Folded, clause);
            if (subject is null && IsAnonymous(passage.Folded, clause.Span) && topic is null && Saying.HasCue(passage.Folded, clause.Span))
                return (null, null, true);
            first ??= subject;
            topic = subject ?? topic;
            var saying = subject is not null ? Saying.Of(passage.Folded, clause, subject, isQuoted) : topic is not null ? Saying.Later(passage.Folded, clause) : null;
            if (saying is null || (marks is not null && saying.Cue is null))
                continue;
            if (topic!.Person is null)
                return (null, first, true);
            // “…，”祁连山蹲下来，指着一道裂缝说，“…”: a verb may come later; until then the marks tell.
            if (saying.Cue is null && marks is null && isQuoted)
                marks = saying;
            else
                return (OpeningOf(passage.Folded, span, marks is null ? topic : first!, saying, isQuoted), first, false);
        }

        return marks is null ? (null, first, false) : (OpeningOf(passage.Folded, span, first!, marks, isQuoted), first, false);
    }

    // “…。”|说话的是镇民政办的鲁长顺，…
    private Subject? SpokenOf(string folded, Clause clause)
    {
        if (!clause.IsAfterSpeech || Speakers.LengthAt(folded, clause.Span.Start) == 0)
            return null;
        for (var at = clause.Span.Start; at + 1 < clause.Span.End; at++)
        {
            if (people.At(folded, at) is ({ } person, var name, var length))
                return new Subject(new TextSpan(at, at + name), default, person, at + length, IsPronoun: false);
        }

        return null;
    }

    private static Opening OpeningOf(string folded, TextSpan span, Subject subject, Saying saying, bool isQuoted) => new()
    {
        Start = span.Start,
        Source = subject.Name,
        Title = subject.Title.IsEmpty ? null : Trimmed(folded, subject.Title, saying.Cue),
        Cue = saying.Cue,
        ContentStart = isQuoted || saying.Cue is null ? span.Start : Cues.ContentStart(folded, saying.Cue.Value.End),
        Known = subject.Person,
        Evidence = [subject.Person!.Evidence, .. subject.Title.IsEmpty ? Array.Empty<string>() : [Evidence.Title], saying.Cue is null ? Evidence.Quotation : Evidence.Cue],
    };

    // 在|海洛大学教授田守仁看来, 用|修复师龙小满的话说
    private static TextSpan Trimmed(string folded, TextSpan title, TextSpan? cue)
    {
        var end = folded[title.End - 1] == ' ' ? title.End - 1 : title.End;
        var isLed = folded[title.Start] == '据' || (cue is { } span && folded[title.Start] is '在' or '用' && folded[span.Start] is '看' or '话');
        return new TextSpan(isLed ? title.Start + 1 : title.Start, end);
    }
}
