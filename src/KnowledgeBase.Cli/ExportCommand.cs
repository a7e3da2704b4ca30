using System.CommandLine;
using KnowledgeBase.Research.Exports;
using KnowledgeBase.Search;

namespace KnowledgeBase.Cli;

/// <summary><c>kb export</c>: streams every statement that a search finds.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var format = new Option<string>("--format") { Description = "jsonl (default), csv, tei, bibtex, ris or csl.", DefaultValueFactory = _ => ExportFormat.JsonLines.Name };
        format.AcceptOnlyFromAmong([.. ExportFormat.All.Select(known => known.Name)]);
        var query = new Option<string>("--query") { Description = "Words, \"exact phrase\", -not, OR, field:value; default: everything.", DefaultValueFactory = _ => "" };
        var sort = new Option<string>("--sort") { Description = "relevance (default), document, date or speaker; - in front reverses.", DefaultValueFactory = _ => "relevance" };
        var search = new SearchOptions();
        var index = SharedOptions.Index();
        var publicUrl = SharedOptions.PublicUrl();
        var command = new Command("export", "Streams every statement that a search finds to standard output.") { format, query, sort, index, publicUrl };
        search.AddTo(command);
        command.SetAction((parsed, cancellation) => SharedOptions.WithIndex(parsed.GetRequiredValue(index).FullName, async generation =>
        {
            if (search.Read(parsed, generation.Names, KeyValuePair.Create("q", parsed.GetRequiredValue(query)), KeyValuePair.Create("sort", parsed.GetRequiredValue(sort))) is not { } read)
                return ExitCodes.Usage;
            var subject = new ExportSubject(new StatementSearcher(generation).All(read), read, SharedOptions.Citations(generation, parsed.GetRequiredValue(publicUrl)));
            try
            {
                await using var output = Console.OpenStandardOutput();
                await Export.WriteAsync(subject, ExportFormat.Find(parsed.GetRequiredValue(format))!, output, cancellation);
            }
            catch (IOException e)
            {
                return SharedOptions.CannotRun($"the export was cut off: {e.Message}");
            }

            Console.Error.WriteLine($"{SearchText.Statements(subject.Matches.Count)}{(subject.Matches.Query.Corrected is { } corrected ? $"; nothing has “{read.Text}”, searched “{corrected}” instead" : "")}");
            return ExitCodes.Done;
        }));
        return command;
    }
}
