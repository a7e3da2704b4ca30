using KnowledgeBase.Corpus.Registry;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>Makes statements of utterances: speaker, offices, claims, themes, instruments, provenance.</summary>
internal sealed class StatementBuilder(ReportReference report, SourceText source, Panels panels, Speakers speakers, CorpusRegistry registry)
{
    private readonly OfficeReader _offices = new(registry.Institutions);
    private readonly StatementIds _ids = new();

    /// <summary>The statement of an utterance. Utterances must come in document order, for ids of equal texts count on.</summary>
    public Statement Build(Utterance utterance)
    {
        var text = utterance.Text.Text;
        var points = new CodePointIndex(text);
        var contentStart = ContentStart(utterance);
        var id = _ids.Next(report.Id, text, utterance.Source);
        var isPerson = utterance.Kind == StatementKind.Individual;
        var title = isPerson ? _offices.Read(utterance.Title) : TitleReading.Nothing;
        return new Statement
        {
            Id = id,
            Report = report,
            Kind = utterance.Kind,
            Panel = utterance.Kind == StatementKind.Outcome ? null : panels.Find(utterance.Section),
            Section = utterance.Section?.Path ?? [],
            Speaker = isPerson ? speakers.Of(utterance) : null,
            Attribution = AttributionOf(utterance),
            Institutions = title.Offices,
            Sectors = title.Sectors,
            Countries = title.Countries,
            Themes = registry.ThemeTagger.Tag(text, TaggedFrom(utterance), [report.Title, .. utterance.Section?.Path ?? []]),
            Instruments = Instruments.In(text),
            Text = text,
            ContentStart = points.ToCodePoint(contentStart),
            Claims = [.. Claims.Of(text, contentStart).Select(points.ToCodePoints).Select((range, i) => new Claim($"{id}.{i + 1}", range.Start, range.End))],
            Source = source.ProvenanceOf(utterance.Text),
        };
    }

    // "…建议：" may be all of the first paragraph.
    private static int ContentStart(Utterance utterance)
    {
        var at = utterance.ContentStart;
        while (at < utterance.Text.Text.Length && char.IsWhiteSpace(utterance.Text.Text[at]))
            at++;
        return at;
    }

    // What the speaker's title says is not what the speaker says. A group's own sentence may lead in to it: 就“…”这一问题.
    private static int TaggedFrom(Utterance utterance)
    {
        if (utterance.Kind != StatementKind.Collective)
            return utterance.ContentStart;
        return Sentences.Of(utterance.Text.Text).Last(sentence => sentence.Start <= Math.Max(0, utterance.ContentStart - 1)).Start;
    }

    private Attribution AttributionOf(Utterance utterance)
    {
        if (utterance.Mark is { } mark)
        {
            string[] evidence = utterance.Known is { } known ? [known.Evidence, Evidence.Of(mark.Kind)] : [Evidence.Of(mark.Kind)];
            return new Attribution { Source = mark.Source, Title = mark.Title, Confidence = Evidence.Confidence(evidence), Evidence = evidence };
        }

        if (utterance.Opening is not { } opening)
        {
            string[] grounds = utterance.IsEnumerated ? [Evidence.OutcomeSection, Evidence.Enumerated] : [Evidence.OutcomeSection];
            return new Attribution { Confidence = Evidence.Confidence(grounds), Evidence = grounds };
        }

        return new Attribution
        {
            Source = utterance.Source,
            Title = utterance.Title,
            Cue = utterance.Cue,
            Strength = opening.Strength,
            Scope = opening.IsAbove ? speakers.Above(utterance) : [],
            Confidence = Evidence.Confidence(opening.Evidence),
            Evidence = opening.Evidence,
        };
    }
}
