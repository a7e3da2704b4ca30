using System.CommandLine;
using System.Text.Json;
using KnowledgeBase.Corpus;

namespace KnowledgeBase.Cli;

/// <summary><c>kb segment FILE…</c>: statements as JSON Lines, in document order; no index is touched.</summary>
internal static class SegmentCommand
{
    public static Command Create()
    {
        var files = SharedOptions.Files();
        var corpus = SharedOptions.Corpus();
        var command = new Command("segment", "Segments reports without touching an index: one statement a line (JSON Lines).") { files, corpus };
        command.SetAction(parsed => SharedOptions.ForEachReport(parsed.GetRequiredValue(files), parsed.GetRequiredValue(corpus), Write));
        return command;
    }

    private static void Write(Report report)
    {
        foreach (var statement in report.Statements)
            Console.Out.WriteLine(JsonSerializer.Serialize(statement, CorpusJson.Options));
    }
}
