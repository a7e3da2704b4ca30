using KnowledgeBase.Corpus.Reading;
using KnowledgeBase.Corpus.Registry;
using KnowledgeBase.Corpus.Segmentation;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus;

/// <summary>
/// From a report's text to its statements: outline, then page breaks, roster, attributions, speakers, and for each
/// statement its offices, claims and themes. Any text parses; what is doubtful is a diagnostic.
/// </summary>
public static class ReportParser
{
    /// <summary>Segments a report.</summary>
    /// <param name="source">The decoded text.</param>
    /// <param name="description">What is known of the report besides its text.</param>
    /// <param name="registry">What people decided about names, institutions and themes.</param>
    public static Report Parse(SourceText source, ReportDescription description, CorpusRegistry registry)
    {
        var diagnostics = new DiagnosticList(source);
        var blocks = SpeakerMarks.Mark(MarkdownReader.Read(source));
        var outline = Outline.Of(blocks, diagnostics);
        var passages = PageBreaks.Rejoin(source, outline, diagnostics);
        var roster = Roster.Read(passages, diagnostics);
        var names = new NameBook(roster, registry.PersonNames.Select(pair => (pair.Name, pair.Person.Name)));
        var attributions = Attributions.Find(source, passages, names);
        var participants = Participants.In([.. attributions.Narration, .. attributions.LeadIns], names);
        var speakers = Speakers.Resolve(attributions.Utterances, registry);
        var report = new ReportReference(description.Id, description.Title ?? outline.Title ?? description.Id, description.Date, description.Publisher, description.Place, description.Url);
        var panels = Panels.Of(report.Id, PanelSections(attributions, participants), attributions.Narration);
        var builder = new StatementBuilder(report, source, panels, speakers, registry);
        var statements = attributions.Utterances.Select(builder.Build).ToList();

        var auditor = new Auditor(source, passages, roster, attributions, speakers, diagnostics);
        return new Report
        {
            Reference = report,
            Description = description,
            Source = source,
            Statements = statements,
            Panels = panels.All,
            Audit = auditor.Audit(report, statements, panels, participants),
        };
    }

    private static IEnumerable<Section> PanelSections(Attributions attributions, IReadOnlyList<Participant> participants)
    {
        var spoken = attributions.Utterances.Where(u => u.Kind != StatementKind.Outcome).Select(u => u.Section);
        return spoken.Concat(participants.Select(p => p.Section)).OfType<Section>().OrderBy(section => section.Block.Span.Start);
    }
}
