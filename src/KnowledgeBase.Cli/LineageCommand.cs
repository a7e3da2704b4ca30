using System.CommandLine;
using System.Text.Json;
using KnowledgeBase.Corpus;
using KnowledgeBase.Research;
using KnowledgeBase.Research.Lineage;

namespace KnowledgeBase.Cli;

/// <summary><c>kb lineage ID</c>: the wording that a consensus shares with named speakers.</summary>
internal static class LineageCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("ID") { Description = "Permalink of a statement or a claim." };
        var index = SharedOptions.Index();
        var format = SharedOptions.Format();
        var command = new Command("lineage", "Shows the passages that a consensus shares verbatim with named speakers, and the other way about.") { id, index, format };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(index).FullName, parsed.GetRequiredValue(id), parsed.GetRequiredValue(format) == "json"));
        return command;
    }

    private static int Run(string folder, string id, bool asJson) => SharedOptions.WithIndex(folder, generation =>
    {
        if (CitedPassage.Find(generation, id) is not { } subject)
            return SharedOptions.CannotRun($"there is no statement or claim \"{id}\"", ExitCodes.ErrorsInInput);
        var lineage = new ConsensusLineage(generation).Of(subject, int.MaxValue);
        if (asJson)
            Console.Out.WriteLine(JsonSerializer.Serialize(lineage, CorpusJson.Options));
        else
            Write(Console.Out, lineage);
        return ExitCodes.Done;
    });

    private static void Write(TextWriter output, LineageAnswer lineage)
    {
        output.WriteLine($"{Count(lineage.Total, "passage")} of {lineage.MinimumLength} characters or more, shared with {Count(lineage.Statements, "statement")}");
        foreach (var passage in lineage.Passages)
        {
            var other = passage.Statement.Read();
            output.WriteLine();
            output.WriteLine($"{passage.Length} characters, weight {passage.Weight:0.##}, in {Count(passage.Frequency, "other statement")}: {other.Attribution.Source ?? "论坛成果"} · {PlaceOf(other)} · {other.Id}");
            output.WriteLine($"  {passage.Text}");
            if (passage.TextThere is not null)
                output.WriteLine($"  there: {passage.TextThere}");
            if (passage.StockPhrases.Count > 0)
                output.WriteLine($"  stock phrases: {string.Join("; ", passage.StockPhrases)}");
        }

        output.WriteLine();
        output.WriteLine(lineage.Note);
    }

    // An imported statement may come without its source.
    private static string PlaceOf(Statement statement) => statement.Source is { } source ? $"{source.File}:{source.Lines[0]}" : statement.Report.Title;

    private static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";
}
