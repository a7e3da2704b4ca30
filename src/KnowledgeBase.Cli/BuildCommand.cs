using System.CommandLine;
using System.Text.Json;
using KnowledgeBase.Corpus;
using KnowledgeBase.Search;

namespace KnowledgeBase.Cli;

/// <summary><c>kb build</c>: reads the corpus, writes and verifies a new index generation, publishes it in one step.</summary>
internal static class BuildCommand
{
    public static Command Create()
    {
        var corpus = SharedOptions.Corpus();
        var index = SharedOptions.Index();
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would change and touch nothing." };
        var strict = new Option<bool>("--strict") { Description = "Publish nothing if the corpus has errors." };
        var format = SharedOptions.Format();
        var command = new Command("build", "Reads the corpus, writes a new index generation, verifies it and publishes it in one step.") { corpus, index, dryRun, strict, format };
        command.SetAction(parsed =>
        {
            var request = new BuildRequest(parsed.GetRequiredValue(corpus).FullName, parsed.GetRequiredValue(index).FullName, parsed.GetValue(dryRun), parsed.GetValue(strict));
            return Run(request, parsed.GetRequiredValue(format) == "json");
        });
        return command;
    }

    private static int Run(BuildRequest request, bool asJson)
    {
        if (!Directory.Exists(request.Corpus))
            return SharedOptions.CannotRun($"there is no corpus folder {request.Corpus}");

        var content = CorpusReader.Read(request.Corpus);
        var failed = SharedOptions.Print(content.AllDiagnostics.Where(d => d.Severity != Severity.Info), request.Corpus);
        if (request.Strict && failed)
            return SharedOptions.CannotRun("the corpus has errors and --strict was given; nothing was published", ExitCodes.ErrorsInInput);

        var index = new StatementIndex(request.Index);
        try
        {
            var summary = request.DryRun ? index.Preview(content) : BuildProgress.Show(content, progress => index.Build(content, progress));
            Write(Console.Out, summary, asJson);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return SharedOptions.CannotRun(e.Message);
        }

        return failed ? ExitCodes.ErrorsInInput : ExitCodes.Done;
    }

    private static void Write(TextWriter output, BuildSummary summary, bool asJson)
    {
        var diagnostics = summary.Corpus.AllDiagnostics.ToList();
        int Of(Severity severity) => diagnostics.Count(d => d.Severity == severity);
        var counts = new
        {
            Generation = summary.Generation,
            CorpusVersion = summary.Corpus.Version,
            Reports = summary.Corpus.ReportCount,
            Statements = summary.Corpus.StatementCount,
            Imported = summary.Corpus.Imported.Count,
            summary.Changes.Added,
            summary.Changes.Changed,
            summary.Changes.Removed,
            Diagnostics = new { Errors = Of(Severity.Error), Warnings = Of(Severity.Warning), Notes = Of(Severity.Info) },
            Seconds = Math.Round(summary.Duration.TotalSeconds, 3),
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
        output.WriteLine($"{Count(counts.Diagnostics.Errors, "error")}, {Count(counts.Diagnostics.Warnings, "warning")}, {Count(counts.Diagnostics.Notes, "note")} (kb audit FILE shows them)");
        output.WriteLine(summary.Generation is null ? "nothing was written (--dry-run)" : $"published {summary.Generation} in {counts.Seconds:0.00} s");
    }

    private static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";

    // A first build adds everything; only the first ids of many are worth a screen.
    private static void WriteIds(TextWriter output, string what, IReadOnlyList<string> ids)
    {
        const int Shown = 10;
        if (ids.Count > 0)
            output.WriteLine($"  {what}: {string.Join(' ', ids.Take(Shown))}{(ids.Count > Shown ? $" … and {ids.Count - Shown} more (--format json lists all)" : "")}");
    }

    private sealed record BuildRequest(string Corpus, string Index, bool DryRun, bool Strict);
}
