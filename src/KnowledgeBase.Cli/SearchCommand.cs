using System.CommandLine;
using System.Text.Json;
using KnowledgeBase.Corpus;
using KnowledgeBase.Search;

namespace KnowledgeBase.Cli;

/// <summary><c>kb search QUERY</c>: searches the index from a terminal.</summary>
internal static class SearchCommand
{
    public static Command Create()
    {
        var query = new Argument<string>("QUERY") { Description = "Words, \"exact phrase\", -not, OR, field:value." };
        var index = SharedOptions.Index();
        var size = new Option<string>("--size") { Description = "How many answers, 1 to 100.", DefaultValueFactory = _ => "20" };
        var format = SharedOptions.Format();
        var search = new SearchOptions();
        var command = new Command("search", "Searches the index from a terminal.") { query, index, size, format };
        search.AddTo(command);
        command.SetAction(parsed => SharedOptions.WithIndex(parsed.GetRequiredValue(index).FullName, generation =>
        {
            if (search.Read(parsed, generation.Names, KeyValuePair.Create("q", parsed.GetRequiredValue(query)), KeyValuePair.Create("size", parsed.GetRequiredValue(size))) is not { } read)
                return ExitCodes.Usage;
            var result = new StatementSearcher(generation).Search(read);
            if (parsed.GetRequiredValue(format) == "json")
                Console.Out.WriteLine(JsonSerializer.Serialize(result, CorpusJson.Options));
            else
                SearchText.Write(Console.Out, result, colour: !Console.IsOutputRedirected);
            return ExitCodes.Done;
        }));
        return command;
    }
}
