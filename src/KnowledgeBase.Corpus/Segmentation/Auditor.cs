using KnowledgeBase.Corpus.Text;
using static KnowledgeBase.Corpus.Segmentation.CoverageMap;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>Writes the account of a report: where every character went, who speaks and who does not, what is doubtful.</summary>
internal sealed class Auditor(
    SourceText source, IReadOnlyList<Passage> passages, IReadOnlyList<RosterEntry> roster, Attributions attributions, Speakers speakers, DiagnosticList diagnostics)
{
    /// <summary>Makes the account; doubts found on the way are added to the diagnostics.</summary>
    public Audit Audit(ReportReference report, IReadOnlyList<Statement> statements, Panels panels, IReadOnlyList<Participant> participants)
    {
        foreach (var passage in passages.Where(p => p.Kind is PassageKind.Prose or PassageKind.Roster))
            Oddities.Report(passage, diagnostics);
        foreach (var utterance in attributions.Utterances)
            ReportDoubts(utterance);
        var coverage = Cover(participants);
        return new Audit
        {
            Report = report,
            Statements = Count(statements),
            Panels = [.. CountPanels(panels, statements, participants)],
            Roster = RosterStatuses(participants),
            Participants = [.. participants.Select(p => new ParticipantAudit(panels.Find(p.Section)?.Id, p.Name, p.Role))],
            Variants = [.. Variants()],
            Coverage = coverage,
            Diagnostics = diagnostics.InOrder(),
        };
    }

    private StatementCounts Count(IReadOnlyList<Statement> statements) => new(
        statements.Count(s => s.Kind == StatementKind.Individual),
        statements.Count(s => s.Kind == StatementKind.Collective),
        statements.Count(s => s.Kind == StatementKind.Outcome),
        speakers.All.Count,
        attributions.Utterances.Count(u => u.PageBreaks > 0));

    private static IEnumerable<PanelAudit> CountPanels(Panels panels, IReadOnlyList<Statement> statements, IReadOnlyList<Participant> participants)
    {
        var spoken = statements.ToLookup(s => s.Panel?.Id, s => s.Kind);
        var present = participants.ToLookup(p => panels.Find(p.Section)?.Id);
        return panels.All.Select(panel => new PanelAudit(
            panel.Id, panel.Name, panel.Theme,
            spoken[panel.Id].Count(kind => kind == StatementKind.Individual), spoken[panel.Id].Count(kind => kind == StatementKind.Collective),
            present[panel.Id].Count()));
    }

    private List<RosterAudit> RosterStatuses(IReadOnlyList<Participant> participants)
    {
        var speaking = attributions.Utterances.Where(u => u.Kind == StatementKind.Individual).Select(u => Folding.Key(speakers.NameOf(u))).ToHashSet(StringComparer.Ordinal);
        var named = participants.Select(p => Folding.Key(p.Name)).ToHashSet(StringComparer.Ordinal);
        var names = new NameBook(roster, []);
        foreach (var passage in passages.Where(p => p.Kind == PassageKind.Prose))
            named.UnionWith(Participants.NamesIn(passage, names).Select(found => Folding.Key(found.Name)));

        var result = new List<RosterAudit>();
        foreach (var entry in roster)
        {
            var status = speaking.Contains(entry.Key) ? RosterStatus.Statement : named.Contains(entry.Key) ? RosterStatus.Mention : RosterStatus.Absent;
            if (status == RosterStatus.Absent)
                diagnostics.Note("KB112", entry.Passage.Text.SourceStart, $"{entry.Name} is listed as a guest and does not appear in the report");
            result.Add(new RosterAudit(entry.Name, entry.Side, entry.Title, status));
        }

        return result;
    }

    private IEnumerable<VariantAudit> Variants() =>
        from utterance in attributions.Utterances
        where utterance.Opening?.Evidence.Contains(Evidence.NameVariant) == true
        select new VariantAudit(speakers.NameOf(utterance), utterance.Source!, source.LineAt(utterance.Text.SourceStart));

    private void ReportDoubts(Utterance utterance)
    {
        if (utterance.Opening is not { } opening)
            return;
        var at = utterance.Text.ToSource(opening.Source.Start - opening.Start);
        foreach (var doubt in opening.Evidence)
        {
            switch (doubt)
            {
                case Evidence.NameVariant:
                    diagnostics.Warn("KB104", at, $"{utterance.Source} resolved to {speakers.NameOf(utterance)}, whose title it carries");
                    break;
                case Evidence.NoCue:
                    diagnostics.Warn("KB105", at, $"no verb of saying follows {utterance.Source}; title and name were taken to open a statement");
                    break;
                case Evidence.TypoCue:
                    diagnostics.Warn("KB106", at, $"{utterance.Cue} was read as 一致认为: a slip of the source");
                    break;
                case Evidence.NameShape when roster.Count > 0:
                    diagnostics.Warn("KB110", at, $"{utterance.Source} is not in the roster; the name was read from its form");
                    break;
            }
        }
    }

    private Coverage Cover(IReadOnlyList<Participant> participants)
    {
        var map = new CoverageMap(source);
        foreach (var passage in passages)
        {
            foreach (var block in passage.Blocks)
                map.Mark(block.Span, Place.Markup);
            if (PlaceOf(passage) is { } place)
                map.Mark(passage.Text, place);
        }

        var framing = new Framing(passages, attributions.Utterances, participants);
        foreach (var passage in attributions.Narration)
            map.Mark(passage.Text, framing.Is(passage) ? Place.Narration : ReportUnattributed(passage));
        foreach (var utterance in attributions.Utterances)
            map.Mark(utterance.Text, Place.Statement);

        var coverage = map.Count();
        if (coverage.Unaccounted > 0)
            diagnostics.Fail("KB199", map.FirstUnaccounted(), $"{coverage.Unaccounted} characters were taken by no stage; please report this as a bug");
        return coverage;
    }

    private static Place? PlaceOf(Passage passage) => passage.Kind switch
    {
        PassageKind.Heading or PassageKind.Contents or PassageKind.Label => Place.Heading,
        PassageKind.Prose when passage.Mark is not null => Place.Heading,
        PassageKind.Roster => Place.Roster,
        PassageKind.Furniture => Place.Markup,
        _ => null,
    };

    private Place ReportUnattributed(Passage passage)
    {
        diagnostics.Note("KB111", passage.Text.SourceStart, $"nobody was found to speak this passage of {passage.Text.Text.Length} characters: {Excerpt.Of(passage.Text.Text)}");
        return Place.Unattributed;
    }
}
