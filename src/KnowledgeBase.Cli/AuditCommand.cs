using System.CommandLine;
using System.Text.Json;
using KnowledgeBase.Corpus;

namespace KnowledgeBase.Cli;

/// <summary><c>kb audit FILE…</c>: what was found, what is doubtful, what was left over.</summary>
internal static class AuditCommand
{
    public static Command Create()
    {
        var files = SharedOptions.Files();
        var corpus = SharedOptions.Corpus();
        var format = SharedOptions.Format();
        var command = new Command("audit", "Says what was found in reports, what is doubtful and what was left over.") { files, corpus, format };
        command.SetAction(parsed =>
        {
            Action<Report> write = parsed.GetRequiredValue(format) == "json"
                ? report => Console.Out.WriteLine(JsonSerializer.Serialize(report.Audit, CorpusJson.Options))
                : report => AuditText.Write(Console.Out, report);
            return SharedOptions.ForEachReport(parsed.GetRequiredValue(files), parsed.GetRequiredValue(corpus), write);
        });
        return command;
    }
}
