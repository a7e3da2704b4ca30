using System.CommandLine;
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
        var strict = new Option<bool>("--strict") { Description = "Publish nothing if the corpus has errors that the published index did not have." };
        var keep = Keep();
        var format = SharedOptions.Format();
        var command = new Command("build", "Reads the corpus, writes a new index generation, verifies it and publishes it in one step.") { corpus, index, dryRun, strict, keep, format };
        command.SetAction((parsed, stop) =>
        {
            var request = new BuildRequest(parsed.GetRequiredValue(corpus).FullName, parsed.GetRequiredValue(index).FullName, parsed.GetValue(dryRun), parsed.GetValue(strict), parsed.GetValue(keep));
            // On a thread of its own, so that Ctrl-C is heard.
            return Task.Run(() => Run(request, parsed.GetRequiredValue(format) == "json", stop), CancellationToken.None);
        });
        return command;
    }

    private static Option<int> Keep()
    {
        var keep = new Option<int>("--keep") { Description = "How many generations stay: the new one and those that kb rollback can go back to; 2 unless given.", DefaultValueFactory = _ => StatementIndex.GenerationsKept };
        keep.Validators.Add(given =>
        {
            if (given.Tokens is [var token] && int.TryParse(token.Value, out var number) && number < 1)
                given.AddError("--keep takes a number from 1 on.");
        });
        return keep;
    }

    private static int Run(BuildRequest request, bool asJson, CancellationToken stop)
    {
        if (!Directory.Exists(request.Corpus))
            return SharedOptions.CannotRun($"there is no corpus folder {request.Corpus}");

        var index = new StatementIndex(request.Index);
        // Told before everything is read; the build itself takes the lock.
        if (!request.DryRun && index.IsBeingBuilt)
            return SharedOptions.CannotRun(StatementIndex.IsBusy(request.Index));
        try
        {
            return Run(index, request, asJson, stop);
        }
        catch (OperationCanceledException)
        {
            return SharedOptions.CannotRun("stopped; nothing was published");
        }
        catch (OutOfMemoryException)
        {
            return SharedOptions.CannotRun("there is too little memory for this corpus; nothing was published");
        }
    }

    private static int Run(StatementIndex index, BuildRequest request, bool asJson, CancellationToken stop)
    {
        var content = index.Read(request.Corpus, isReadOnly: request.DryRun, new BuildControl(Cancellation: stop));
        var failed = SharedOptions.Print(Shown(content), request.Corpus);
        var newErrors = index.NewErrors(content);
        var refused = request.Strict && newErrors.Count > 0;
        try
        {
            if (!refused || request.DryRun)
            {
                var summary = request.DryRun ? index.Preview(content) : BuildProgress.Show(content, progress => index.Build(content, new BuildControl(progress, stop), request.Keep));
                SharedOptions.Print(summary.Unknown, request.Corpus);
                BuildText.Write(Console.Out, summary, newErrors.Count, asJson);
            }
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return SharedOptions.CannotRun(e.Message);
        }

        if (refused)
            return SharedOptions.CannotRun($"the corpus has {SharedOptions.Count(newErrors.Count, "error")} that the published index did not have, and --strict was given; nothing was published", ExitCodes.ErrorsInInput);
        return failed ? ExitCodes.ErrorsInInput : ExitCodes.Done;
    }

    // Notes on one report's text are for its audit; those on the whole corpus stand nowhere else.
    private static IEnumerable<Diagnostic> Shown(CorpusContent content) =>
        content.Diagnostics.Concat(content.Reports.SelectMany(report => report.Audit.Diagnostics).Where(diagnostic => diagnostic.Severity != Severity.Info));

    private sealed record BuildRequest(string Corpus, string Index, bool DryRun, bool Strict, int Keep);
}
