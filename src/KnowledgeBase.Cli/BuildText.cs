using System.Text.Json;
using KnowledgeBase.Corpus;
using KnowledgeBase.Search;

namespace KnowledgeBase.Cli;

/// <summary>What a build did, or would do, for people and for scripts.</summary>
internal static class BuildText
{
    private const int IdsShown = 10;

    public static void Write(TextWriter output, BuildSummary summary, int newErrors, bool asJson)
    {
        var diagnostics = summary.Corpus.AllDiagnostics.Concat(summary.Unknown).ToList();
        int Of(Severity severity) => diagnostics.Count(d => d.Severity == severity);
        var counts = new
        {
            Generation = summary.Generation,
            CorpusVersion = summary.Corpus.Version,
            Reports = summary.Corpus.ReportCount,
            Segmented = summary.Corpus.Segmented.Anew,
            summary.Corpus.Segmented.Unchanged,
            Statements = summary.Corpus.StatementCount,
            Imported = summary.Corpus.Imported.Count,
            summary.Changes.Added,
            summary.Changes.Changed,
            summary.Changes.Removed,
            Diagnostics = new { Errors = Of(Severity.Error), NewErrors = newErrors, Warnings = Of(Severity.Warning), Notes = Of(Severity.Info) },
            Seconds = Math.Round(summary.Duration.TotalSeconds, 3),
            VerificationSeconds = Math.Round(summary.Verification.TotalSeconds, 3),
        };
        if (asJson)
        {
            output.WriteLine(JsonSerializer.Serialize(counts, CorpusJson.Options));
            return;
        }

        output.WriteLine($"{Count(counts.Reports, "report")}, {Count(counts.Statements, "statement")}{(counts.Imported == 0 ? "" : $" ({counts.Imported} imported)")}: {counts.Added.Count} added, {counts.Changed.Count} changed, {counts.Removed.Count} removed");
        WriteIds(output, "added", counts.Added);
        WriteIds(output, "changed", counts.Changed);
        WriteIds(output, "removed", counts.Removed);
        output.WriteLine($"{Count(counts.Segmented, "report")} segmented, {counts.Unchanged} unchanged since an earlier build");
        output.WriteLine($"{Count(counts.Diagnostics.Errors, "error")}{(newErrors > 0 ? $" ({newErrors} new)" : "")}, {Count(counts.Diagnostics.Warnings, "warning")}, {Count(counts.Diagnostics.Notes, "note")} (kb audit FILE shows them)");
        output.WriteLine(summary.Generation is null ? "nothing was written (--dry-run)" : $"published {summary.Generation} in {counts.Seconds:0.00} s, {counts.VerificationSeconds:0.00} s of it to verify");
    }

    private static string Count(int count, string what) => SharedOptions.Count(count, what);

    // A first build adds everything; only the first ids of many are worth a screen.
    private static void WriteIds(TextWriter output, string what, IReadOnlyList<string> ids)
    {
        if (ids.Count > 0)
            output.WriteLine($"  {what}: {string.Join(' ', ids.Take(IdsShown))}{(ids.Count > IdsShown ? $" … and {ids.Count - IdsShown} more (--format json lists all)" : "")}");
    }
}
