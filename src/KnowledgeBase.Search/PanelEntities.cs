using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Search;

/// <summary>Gathers the panels of reports and statements, with the headings that name them.</summary>
internal sealed class PanelEntities(PrintedPlaces places)
{
    private readonly Dictionary<string, (PanelEntity Entity, PrintedNames Headings)> _all = new(StringComparer.Ordinal);

    /// <summary>The panels of a report, those too in which nobody may speak.</summary>
    public void Add(Report report)
    {
        foreach (var panel in report.Panels)
            Add(panel, report.Reference.Id, [.. report.Audit.Participants.Where(participant => participant.Panel == panel.Id)]);
    }

    public void Add(Statement statement)
    {
        if (statement.Panel is not { } panel)
            return;
        Add(panel, statement.Report.Id, []);
        // 主论坛 I is printed as （二）主论坛 I 报告.
        var key = Folding.Key(panel.Name);
        foreach (var heading in statement.Section.Where(heading => Folding.Key(heading).Contains(key, StringComparison.Ordinal)))
            _all[panel.Id].Headings.Add(heading, statement);
    }

    public IEnumerable<PanelEntity> Build() => _all.Values.Select(panel => panel.Entity with { Variants = panel.Headings.All });

    private void Add(PanelReference panel, string report, IReadOnlyList<ParticipantAudit> participants)
    {
        if (!_all.ContainsKey(panel.Id))
            _all.Add(panel.Id, (new PanelEntity { Id = panel.Id, Name = panel.Name, Theme = panel.Theme, Report = report, Parent = report, Participants = participants }, new PrintedNames(places.LineOfHeading)));
    }
}
