using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>
/// Gives every passage of prose to the voice that speaks it: a person or a group that opens it, the voice before where a
/// list goes on, the forum itself in a section of outcomes. What nobody speaks is narration.
/// </summary>
internal sealed class Attributions
{
    private readonly SourceText _source;
    private readonly NameBook _names;
    private readonly EnglishOpenings _english;
    private readonly HashSet<Section?> _numberedOutcomes;
    private readonly List<Utterance> _utterances = [];
    private readonly List<Passage> _narration = [];
    private readonly List<Passage> _leadIns = [];
    private readonly List<MappedText> _more = [];
    private readonly Turns _turns;
    private readonly Runs _runs;
    private int _pageBreaks;

    private Attributions(SourceText source, IReadOnlyList<Passage> passages, NameBook names)
    {
        _source = source;
        _names = names;
        _turns = new Turns(source, passages, names);
        _english = new EnglishOpenings(names);
        var people = KnownPeople.Of(passages, names);
        _runs = new Runs(new Voices(names, people, new Antecedents(passages, people)));
        _numberedOutcomes = [.. passages.Where(p => IsOutcome(p) && IsNumbered(p)).Select(p => p.Section)];
    }

    /// <summary>The voices in order of their places.</summary>
    public IReadOnlyList<Utterance> Utterances => _utterances;

    /// <summary>The passages, or the parts of them, that nobody speaks, in order.</summary>
    public IReadOnlyList<Passage> Narration => _narration;

    /// <summary>What leads in to a group's voice in its own passage: …巴里·奥沙利文等嘉宾出席论坛。|专家认为….</summary>
    public IReadOnlyList<Passage> LeadIns => _leadIns;

    /// <summary>Goes through the passages of a report in order.</summary>
    public static Attributions Find(SourceText source, IReadOnlyList<Passage> passages, NameBook names)
    {
        var attributions = new Attributions(source, passages, names);
        // Whether a report mostly quotes shows when all of it has been heard.
        var heard = passages.ToDictionary<Passage, Passage, Heard>(passage => passage, attributions.Hear, ReferenceEqualityComparer.Instance);
        Passage? before = null;
        foreach (var passage in passages)
        {
            if (passage.Kind == PassageKind.Prose)
                attributions.Attribute(passage, before, heard[passage]);
            if (passage.Kind is not PassageKind.Furniture)
                before = passage;
        }

        attributions.Complete();
        return attributions;
    }

    private Heard Hear(Passage passage)
    {
        _turns.Pass(passage);
        if (passage.Kind != PassageKind.Prose)
            return new Heard(null, null);
        var english = EnglishOpenings.AreIn(passage) ? _english.Read(passage) : null;
        var openings = english?.Openings ?? Openings.In(passage, _names);
        var turn = _turns.Take(passage, openings);
        if (turn is null && english is null)
            _runs.Hear(passage, openings);
        foreach (var opening in english?.Openings.Where(_ => turn is null) ?? [])
        {
            if (opening is { IsGroup: false, Known: null, Title: not null })
                _names.Introduce(opening.Source.Of(passage.Text.Text));
        }

        return new Heard(turn, english);
    }

    private void Attribute(Passage passage, Passage? before, Heard heard)
    {
        if (heard.Turn is { } turn)
            Add(turn);
        else if ((heard.English is { } english ? Runs.Of(passage, english.Openings) : _runs.In(passage)) is { Count: > 0 } runs)
            Open(passage, runs);
        else if (heard.English is { GoesOn: true } && _utterances.Count > 0)
            Continue(passage);
        else if (_utterances.Count > 0 && before is not null && Continues(_utterances[^1], before, passage))
            Continue(passage);
        else if (IsOutcome(passage) && IsPoint(passage))
            Begin(Outcome(passage));
        else
            _narration.Add(passage);
    }

    // A turn's later paragraphs go on with its first.
    private void Add(Turns.Part turn)
    {
        if (turn.Utterance is { } utterance)
            Begin(utterance);
        else if (turn.GoesOn)
            Continue(turn.Passage);
        else
            _narration.Add(turn.Passage);
    }

    private void Open(Passage passage, IReadOnlyList<Run> runs)
    {
        var free = 0;
        foreach (var (span, opening) in runs)
        {
            Narrate(passage, new TextSpan(free, span.Start));
            free = span.End;
            Begin(new Utterance
            {
                Kind = opening.IsGroup ? StatementKind.Collective : StatementKind.Individual,
                Opening = opening,
                Text = passage.Text.Slice(span),
                ContentStart = Math.Min(opening.ContentStart, span.End) - span.Start,
                Section = passage.Section,
                PageBreaks = passage.PageBreaks.Count(at => at > span.Start && at < span.End),
            });
            if (opening.IsGroup && opening.Source.Start > opening.Start)
                _leadIns.Add(Part(passage, new TextSpan(opening.Start, opening.Source.Start)));
        }

        Narrate(passage, new TextSpan(free, passage.Text.Text.Length));
    }

    private void Narrate(Passage passage, TextSpan span)
    {
        if (!string.IsNullOrWhiteSpace(span.Of(passage.Text.Text)))
            _narration.Add(Part(passage, span));
    }

    private static Passage Part(Passage passage, TextSpan span) => passage with { Text = passage.Text.Slice(span), Folded = span.Of(passage.Folded) };

    // A list goes on in paragraphs of its own: "…建议如下：/ 一是…；/ 二是…"; an outcome's second paragraph is unnumbered.
    private bool Continues(Utterance utterance, Passage before, Passage passage)
    {
        if (utterance.Section != passage.Section || !ReferenceEquals(before.Section, passage.Section) || _narration.LastOrDefault()?.Text.SourceEnd > LastEnd)
            return false;
        if (utterance.Kind == StatementKind.Outcome)
            return _numberedOutcomes.Contains(passage.Section) && !IsNumbered(passage);
        return before.Text.Text.TrimEnd() is [.., '：' or ':' or '；' or ';'] && (IsNumbered(passage) || passage.Blocks[0].IsItem);
    }

    private int LastEnd => _more.Count > 0 ? _more[^1].SourceEnd : _utterances[^1].Text.SourceEnd;

    private void Begin(Utterance utterance)
    {
        Complete();
        _utterances.Add(utterance);
    }

    // The last utterance goes on. A turn may have thousands of paragraphs: they are joined when all of them are there.
    private void Continue(Passage passage)
    {
        var feed = _source.Text.IndexOf('\n', LastEnd);
        _more.AddRange([MappedText.From(_source.Text, [new TextSpan(feed, feed + 1)]), passage.Text]);
        _pageBreaks += passage.PageBreaks.Count;
    }

    private void Complete()
    {
        if (_more.Count == 0)
            return;
        _utterances[^1] = _utterances[^1] with { Text = MappedText.Concat([_utterances[^1].Text, .. _more]), PageBreaks = _utterances[^1].PageBreaks + _pageBreaks };
        _more.Clear();
        _pageBreaks = 0;
    }

    private static bool IsOutcome(Passage passage) => passage.Kind == PassageKind.Prose && passage.Section?.Role == SectionRole.Outcomes;

    // In a list of numbered points only they are outcomes; what stands before the first introduces them.
    private bool IsPoint(Passage passage) =>
        _numberedOutcomes.Contains(passage.Section) ? IsNumbered(passage) : passage.Text.Text is not ([] or [.., '：' or ':']);

    private static bool IsNumbered(Passage passage) =>
        Numbering.Read(passage.Text.Text).Style != NumberStyle.None || passage.Text.Text.StartsWith("一是", StringComparison.Ordinal)
        || (passage.Text.Text.Length > 1 && passage.Text.Text[1] == '是' && Numbering.ReadNumeral(passage.Text.Text).Length == 1);

    private static Utterance Outcome(Passage passage) => new()
    {
        Kind = StatementKind.Outcome,
        Text = passage.Text,
        Section = passage.Section,
        PageBreaks = passage.PageBreaks.Count,
        IsEnumerated = IsNumbered(passage),
    };

    // What the first way through the passages finds: a part of a turn, or the openings of an English paragraph.
    private sealed record Heard(Turns.Part? Turn, EnglishReading? English);
}
