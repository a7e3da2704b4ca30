using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>
/// The fourth stage: who begins to speak where. A passage opens with title, name and cue; a cue inside it opens nothing
/// (面对新技术，需要有足够的信心认为…; 核技术被普遍认为…), unless a name with a title stands before it.
/// </summary>
internal static class Openings
{
    private const int LongestHead = 300;
    private static readonly NameBook Nobody = new([], []);

    /// <summary>The openings of a passage in order; empty where nobody speaks.</summary>
    public static IReadOnlyList<Opening> In(Passage passage, NameBook names)
    {
        var openings = new List<Opening>();
        foreach (var sentence in Sentences.Of(passage.Text.Text))
        {
            if (InSentence(passage.Folded, sentence, names, isFirst: sentence.Start == 0, openings) is { } opening)
                openings.Add(opening);
        }

        return openings;
    }

    /// <summary>Whether a line seems to open a statement by its form alone, before the report's names are known.</summary>
    public static bool LooksLikeOne(string folded)
    {
        var first = Sentences.Of(folded).FirstOrDefault();
        return !first.IsEmpty && InSentence(folded, first, Nobody, isFirst: true, []) is not null;
    }

    private static Opening? InSentence(string folded, TextSpan sentence, NameBook names, bool isFirst, List<Opening> before)
    {
        if (PersonIn(folded, sentence, names, isFirst) is { } person)
            return person;
        return GroupIn(folded, sentence, before);
    }

    private static Opening? PersonIn(string folded, TextSpan sentence, NameBook names, bool isFirst)
    {
        var limit = Math.Min(sentence.End, sentence.Start + LongestHead);
        for (var at = sentence.Start + 2; at < limit; at++)
        {
            var cue = Cues.LengthAt(folded, at);
            if (cue > 0 && PersonBefore(folded, sentence.Start, new TextSpan(at, at + cue), names, isFirst) is { } person)
                return person;
        }

        return isFirst ? WithoutCue(folded, sentence, names) : null;
    }

    private static Opening? PersonBefore(string folded, int from, TextSpan cue, NameBook names, bool isFirst)
    {
        foreach (var end in Cues.EndsOfName(folded, cue.Start))
        {
            if (NameAt(folded, from, end, names) is not { } name)
                continue;

            var title = Titles.StartOf(folded, from, name.Span.Start);
            // Inside a passage only a name with a title changes the speaker; at its head a known name will do, but not
            // "正如薛澜指出": what stands before a bare name must be a clause of its own.
            var isIntroduced = title < name.Span.Start;
            if (!isIntroduced && (!isFirst || name.Known is null || !BeginsClause(folded, from, name.Span.Start, names)))
                continue;
            return Speaking(folded, from, name, Trimmed(folded, new TextSpan(title, name.Span.Start)), cue);
        }

        return null;
    }

    // 北京市大数据中心数据管理部负责人贾晓丰人工智能背后的本质…: title and name as in the roster, then content.
    private static Opening? WithoutCue(string folded, TextSpan sentence, NameBook names)
    {
        var limit = Math.Min(sentence.End, sentence.Start + LongestHead);
        for (var end = sentence.Start + 3; end < limit; end++)
        {
            var (known, start) = names.EndingAt(folded, end);
            if (known?.Entry is not { } entry || start <= sentence.Start)
                continue;
            var title = new TextSpan(sentence.Start, start);
            if (!SameTitle(title.Of(folded), entry.Title) || folded[end] is '、' or ',' or '等' or '主' or '出' or '参')
                return null;
            return Speaking(folded, sentence.Start, new FoundName(new TextSpan(start, end), known), title, cue: null);
        }

        return null;
    }

    private static Opening Speaking(string folded, int from, FoundName name, TextSpan title, TextSpan? cue)
    {
        var evidence = new List<string> { name.Known?.Evidence ?? Evidence.NameShape };
        if (name.IsVariant)
            evidence.Add(Evidence.NameVariant);
        if (name.Known?.Entry is { } entry && SameTitle(title.Of(folded), entry.Title))
            evidence.Add(Evidence.RosterTitle);
        else if (!title.IsEmpty)
            evidence.Add(Evidence.Title);
        evidence.Add(cue is null ? Evidence.NoCue : Evidence.Cue);
        return new Opening
        {
            Start = from,
            Source = name.Span,
            Title = title.IsEmpty ? null : title,
            Cue = cue,
            ContentStart = Cues.ContentStart(folded, cue?.End ?? name.Span.End),
            Known = name.Known,
            Evidence = evidence,
        };
    }

    // "微软（中国）CTO 韦青": the space is neither title nor name.
    private static TextSpan Trimmed(string folded, TextSpan span)
    {
        var end = span.End;
        while (end > span.Start && folded[end - 1] == ' ')
            end--;
        return span with { End = end };
    }

    private static FoundName? NameAt(string folded, int from, int end, NameBook names)
    {
        var (known, start) = names.EndingAt(folded, end);
        if (known is not null && start >= from)
            return new FoundName(new TextSpan(start, end), known);

        var shape = NameShapes.StartOf(folded.AsSpan(from), end - from);
        if (shape < 0)
            return null;
        var span = new TextSpan(shape + from, end);
        var variant = NameVariants.Of(span.Of(folded), folded[Titles.StartOf(folded, from, span.Start)..span.Start], names.Roster);
        return variant is null
            ? new FoundName(span, null)
            : new FoundName(span, new KnownName(variant.Name, variant, Evidence.RosterName), IsVariant: true);
    }

    private static Opening? GroupIn(string folded, TextSpan sentence, List<Opening> before)
    {
        // A sentence before the group's own leads in to it, unless somebody spoke it.
        var start = before.Count == 0 ? 0 : sentence.Start;
        for (var at = sentence.Start; at < sentence.End; at = NextClause(folded, at, sentence.End))
        {
            if (Groups.At(folded, at, start, allowBare: at == sentence.Start && before.Count == 0) is { } group)
                return group;
        }

        return null;
    }

    private static int NextClause(string folded, int at, int end)
    {
        var comma = folded.AsSpan(at, end - at).IndexOfAny(',', ':', ';');
        return comma < 0 ? end : at + comma + 1;
    }

    private static bool BeginsClause(string folded, int from, int at, NameBook names) =>
        at == from || folded[at - 1] is ',' or ' ' or '"' || names.EndingAt(folded, at).Name is not null;

    private static bool SameTitle(string printed, string listed) =>
        listed.Length > 0 && NameVariants.Similarity(Folding.Key(printed), Folding.Key(listed)) >= 0.8;

    private sealed record FoundName(TextSpan Span, KnownName? Known, bool IsVariant = false);
}
