using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>A run of sentences of one passage that report one speaker.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Opening">How it opens; begins where the span does.</param>
internal sealed record Run(TextSpan Span, Opening Opening);

/// <summary>
/// Where what somebody says begins and ends in a passage. In a report that mostly tells what people said it goes on to the
/// next speaker or to the end of the paragraph; in one that mostly quotes, narration behind the last quotation is nobody's.
/// </summary>
internal sealed class Runs(Voices voices)
{
    private const int LongestCause = 40;
    private static readonly WordList LeadIns = WordList.Load("Segmentation/Data/lead-ins.txt");
    private static readonly WordList LeadVerbs = WordList.Load("Segmentation/Data/lead-verbs.txt");
    private static readonly WordList Scenes = WordList.Load("Segmentation/Data/scenes.txt");
    private static readonly string[] Room = [.. DataFile.Lines("Segmentation/Data/room.txt")];
    private readonly Dictionary<Passage, IReadOnlyList<Voice>> _voices = new(ReferenceEqualityComparer.Instance);
    private (int Quoting, int All) _spoken;
    private Passage? _before;
    private Passage? _quoted;
    private IReadOnlyList<TextSpan> _quotations = [];
    private Opening? _speaking;

    private bool ReportQuotes => _spoken.Quoting * 2 > _spoken.All;

    /// <summary>The runs of openings that know where they end; where one does not, at the next or at the passage's end.</summary>
    public static IReadOnlyList<Run> Of(Passage passage, IReadOnlyList<Opening> openings) =>
        [.. openings.Select((opening, i) => new Run(new TextSpan(opening.Start, opening.End ?? (i + 1 < openings.Count ? openings[i + 1].Start : passage.Text.Text.Length)), opening))];

    /// <summary>Takes a passage in. All passages must be heard, in the order of the report, before any is asked for.</summary>
    public void Hear(Passage passage, IReadOnlyList<Opening> openings)
    {
        var heard = voices.In(passage, openings);
        _voices.Add(passage, heard);
        _spoken.All += heard.Count(voice => voice.Opening is { IsGroup: false });
        _spoken.Quoting += heard.Count(voice => voice is { Opening.IsGroup: false, Quotes: true });
    }

    /// <summary>The runs of a passage in order. Passages must be asked for in the order of the report.</summary>
    public IReadOnlyList<Run> In(Passage passage)
    {
        var runs = new List<Run>();
        Voice? before = null, spoken = null;
        foreach (var voice in _voices[passage])
        {
            if (voice.Opening is { } opening)
            {
                if (spoken is not null && Continues(passage, runs[^1].Opening, opening))
                    runs[^1] = runs[^1] with { Span = runs[^1].Span with { End = voice.Span.End } };
                else
                    runs.Add(Begin(passage, voice, opening, before, runs.Count == 0 ? 0 : runs[^1].Span.End));
                spoken = voice;
            }
            else if (voice.IsOthers && ReportQuotes)
                spoken = null;
            else if (spoken is null && before is not null && After(passage, before, voice, runs.Count == 0 ? 0 : runs[^1].Span.End) is { } reply)
            {
                runs.Add(reply);
                spoken = voice;
            }
            else if (spoken is not null && GoesOn(passage, voice, spoken))
                runs[^1] = runs[^1] with { Span = runs[^1].Span with { End = voice.Span.End } };
            before = voice;
        }

        if (runs.Count == 0 && Continued(passage) is { } continued)
            runs.Add(continued);
        (_before, _speaking) = (passage, runs.Count > 0 && spoken is not null ? runs[^1].Opening : runs.Count > 0 && before?.IsOthers == false ? runs[^1].Opening : null);
        return runs;
    }

    private static bool Continues(Passage passage, Opening speaking, Opening opening) =>
        !speaking.IsGroup && !opening.IsGroup && NameOf(passage, speaking) == NameOf(passage, opening);

    private static string NameOf(Passage passage, Opening opening) => Folding.Key(opening.Known?.Name ?? opening.Source.Of(passage.Text.Text));

    // 巫敏则从行业的角度谈了看法。她认为，…: the sentence in front is about the same person and leads in.
    private static Run Begin(Passage passage, Voice voice, Opening opening, Voice? before, int free)
    {
        var start = Math.Max(Math.Min(opening.Start, voice.Span.Start), free);
        if (before is not { Opening: null, IsOthers: false, About: { Person: { } person } about } || before.Span.Start < free || opening.Known?.Name != person.Name || !LeadsIn(passage, before.Span, about))
            return new Run(new TextSpan(start, voice.Span.End), opening with { Start = start, Title = opening.Title is { } title && title.Start < start ? null : opening.Title });
        var isTitled = !about.Title.IsEmpty && opening.Title is null;
        return new Run(new TextSpan(before.Span.Start, voice.Span.End), opening with
        {
            Start = before.Span.Start,
            Source = about.IsPronoun ? opening.Source : about.Name,
            Title = isTitled ? about.Title : opening.Title,
            Known = about.IsPronoun ? opening.Known : about.Person,
            Evidence = about.IsPronoun ? opening.Evidence : isTitled ? [person.Evidence, Evidence.Title, .. opening.Evidence.Skip(1)] : [person.Evidence, .. opening.Evidence.Skip(1)],
        });
    }

    private IReadOnlyList<TextSpan> QuotationsOf(Passage passage)
    {
        if (!ReferenceEquals(_quoted, passage))
            (_quoted, _quotations) = (passage, Quotations.In(passage.Text.Text));
        return _quotations;
    }

    private static bool LeadsIn(Passage passage, TextSpan sentence, Subject about)
    {
        // 副所长吉克阿木结合毕摩经卷的数字化实践，阐释了…的理念。: with a title it is enough that it tells of a talk.
        if (!about.IsPronoun && sentence.Start == 0)
        {
            for (var at = about.End; at < sentence.End; at++)
            {
                if (LeadVerbs.LengthAt(passage.Folded, at) > 0)
                    return true;
            }
        }

        var end = sentence.End;
        while (end > sentence.Start && !char.IsLetterOrDigit(passage.Folded[end - 1]))
            end--;
        return LeadIns.LengthBefore(passage.Folded, end) > 0;
    }

    private bool GoesOn(Passage passage, Voice voice, Voice spoken)
    {
        var words = voice.Span.Of(passage.Folded);
        if ((words.Length < 40 && Room.Any(word => words.Contains(word, StringComparison.Ordinal))) || Scenes.LengthAt(words, 0) > 0 || Documents.Speak(words))
            return false;
        if (Quotations.Quoted(passage.Text.Text, voice.Span, QuotationsOf(passage)))
            return true;
        return !ReportQuotes || (!spoken.Quotes && voice.About is not { IsPronoun: false });
    }

    // 苗雨急了。“水一涨，泥滩全淹了，鸟站在哪里？”: a report that quotes lets the sentence in front say who speaks.
    private Run? After(Passage passage, Voice before, Voice voice, int free)
    {
        if (!ReportQuotes || before is not { Opening: null, IsOthers: false, Quotes: false, About: { IsPronoun: false, Person: { } person } about } || before.Span.Start < free
            || before.Span.Length > LongestCause || !Quotations.Quoted(passage.Text.Text, voice.Span, QuotationsOf(passage)))
            return null;
        return new Run(new TextSpan(before.Span.Start, voice.Span.End), new Opening
        {
            Start = before.Span.Start,
            ContentStart = voice.Span.Start,
            Source = about.Name,
            Title = about.Title.IsEmpty ? null : about.Title,
            Known = person,
            Evidence = [person.Evidence, Evidence.Quotation],
        });
    }

    // A paragraph of nothing but quotations behind one in which somebody spoke.
    private Run? Continued(Passage passage)
    {
        if (_speaking is not { IsGroup: false } speaking || _before is not { } before || !ReferenceEquals(before.Section, passage.Section))
            return null;
        var text = passage.Text.Text;
        var all = new TextSpan(0, text.Length);
        if (!Quotations.Quoted(text, all, Quotations.In(text)) || text.TrimEnd() is not [.., '。' or '！' or '？' or '…', _])
            return null;
        var name = speaking.Known?.Name ?? speaking.Source.Of(before.Text.Text);
        return new Run(all, new Opening
        {
            Start = 0,
            ContentStart = 0,
            Source = new TextSpan(0, 0),
            Known = new KnownName(name, speaking.Known?.Entry, Evidence.Continued),
            Evidence = [Evidence.Continued, Evidence.Quotation],
        });
    }
}
