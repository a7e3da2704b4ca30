using KnowledgeBase.Corpus;

namespace KnowledgeBase.Cli;

/// <summary>Writes an audit for people.</summary>
internal static class AuditText
{
    public static void Write(TextWriter output, Report report)
    {
        var audit = report.Audit;
        output.WriteLine($"{report.Reference.Title}  ({report.Source.File})");
        output.WriteLine($"statements  {audit.Statements.Individual} individual by {audit.Statements.Speakers} speakers, {audit.Statements.Collective} collective, {audit.Statements.Outcome} outcomes; {audit.Statements.CutByPageBreaks} joined over a page break");
        foreach (var panel in audit.Panels)
            output.WriteLine($"panel       {panel.Name}{(panel.Theme is null ? "" : $" “{panel.Theme}”")}: {panel.Individual} individual, {panel.Collective} collective, {panel.Participants} participants");
        WriteRoster(output, audit);
        foreach (var participant in audit.Participants)
            output.WriteLine($"takes part  {participant.Name} ({participant.Role}, {participant.Panel ?? "no panel"})");
        foreach (var variant in audit.Variants)
            output.WriteLine($"variant     {variant.AsWritten} is {variant.Canonical} (line {variant.Line})");
        WriteCoverage(output, audit.Coverage);
        foreach (var group in audit.Diagnostics.GroupBy(d => d.Code).OrderBy(g => g.Key, StringComparer.Ordinal))
            output.WriteLine($"{group.Key}       {group.Count()} × {group.First().Severity.ToString().ToLowerInvariant()}, the first at line {group.First().Line}: {group.First().Message}");
        output.WriteLine();
    }

    private static void WriteRoster(TextWriter output, Audit audit)
    {
        int Of(RosterStatus status) => audit.Roster.Count(entry => entry.Status == status);
        output.WriteLine($"roster      {audit.Roster.Count} guests: {audit.Roster.Count(e => e.Side == Side.Chinese)} chinese, {audit.Roster.Count(e => e.Side == Side.International)} international; {Of(RosterStatus.Statement)} speak, {Of(RosterStatus.Mention)} are only named, {Of(RosterStatus.Absent)} do not appear");
        foreach (var entry in audit.Roster.Where(entry => entry.Status != RosterStatus.Statement))
            output.WriteLine($"            {entry.Status.ToString().ToLowerInvariant()}: {entry.Name}, {entry.Title}");
    }

    private static void WriteCoverage(TextWriter output, Coverage coverage)
    {
        output.WriteLine($"coverage    {coverage.Characters} characters: {coverage.InStatements} in statements, {coverage.InHeadings} in headings and contents, {coverage.InFraming} framing, {coverage.Unaccounted} unaccounted");
        output.WriteLine($"            framing: {coverage.Framing.Roster} roster, {coverage.Framing.Narration} narration, {coverage.Framing.Unattributed} spoken by nobody known, {coverage.Framing.Markup} markup");
    }
}
