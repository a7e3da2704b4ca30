using System.CommandLine;
using System.Text.Json;
using KnowledgeBase.Corpus;
using KnowledgeBase.Search;

namespace KnowledgeBase.Cli;

/// <summary><c>kb rollback</c>: publishes again the generation that was published before.</summary>
internal static class RollbackCommand
{
    public static Command Create()
    {
        var index = SharedOptions.Index();
        var format = SharedOptions.Format();
        var command = new Command("rollback", "Publishes again the generation that was published before the present one.") { index, format };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(index).FullName, parsed.GetRequiredValue(format) == "json"));
        return command;
    }

    private static int Run(string folder, bool asJson)
    {
        try
        {
            var summary = new StatementIndex(folder).Rollback();
            foreach (var damage in summary.Damages)
                Console.Error.WriteLine($"kb: warning: {damage}; it was passed over");
            var (generation, manifest) = (summary.Generation, summary.Manifest);
            Console.Out.WriteLine(asJson
                ? JsonSerializer.Serialize(new { generation, summary.Replaced, manifest.CorpusVersion, manifest.Statements, manifest.Built }, CorpusJson.Options)
                : $"published {generation} again instead of {summary.Replaced}: {SharedOptions.Count(manifest.Statements, "statement")} of corpus version {manifest.CorpusVersion}, built {manifest.Built:u}");
            return ExitCodes.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return SharedOptions.CannotRun(e.Message);
        }
    }
}
