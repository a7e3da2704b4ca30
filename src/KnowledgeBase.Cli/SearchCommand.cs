using System.CommandLine;
using System.Text.Json;
using KnowledgeBase.Corpus;
using KnowledgeBase.Search;

namespace KnowledgeBase.Cli;

/// <summary><c>kb search QUERY</c>: searches the index from a terminal.</summary>
internal static class SearchCommand
{
    private static readonly string[] Filters = ["theme", "speaker", "institution", "panel", "kind"];

    public static Command Create()
    {
        var query = new Argument<string>("QUERY") { Description = "Words, \"exact phrase\", -not, OR, field:value." };
        var index = SharedOptions.Index();
        var size = new Option<string>("--size") { Description = "How many answers, 1 to 100.", DefaultValueFactory = _ => "20" };
        var expand = new Option<string>("--expand") { Description = "on (default), or off: no synonyms, related words, pinyin or correction.", DefaultValueFactory = _ => "on" };
        expand.AcceptOnlyFromAmong("on", "off");
        var format = SharedOptions.Format();
        var filters = Filters.Select(name => new Option<string[]>("--" + name) { Description = $"Only this {name}, by id or name; may be given more than once.", DefaultValueFactory = _ => [] }).ToList();
        var command = new Command("search", "Searches the index from a terminal.") { query, index, size, expand, format };
        filters.ForEach(command.Options.Add);
        command.SetAction(parsed =>
        {
            var parameters = new List<KeyValuePair<string, string>> { new("q", parsed.GetRequiredValue(query)), new("size", parsed.GetRequiredValue(size)), new("expand", parsed.GetRequiredValue(expand)) };
            foreach (var filter in filters)
                parameters.AddRange(parsed.GetRequiredValue(filter).Select(value => KeyValuePair.Create(filter.Name[2..], value)));
            return Run(parsed.GetRequiredValue(index).FullName, parameters, parsed.GetRequiredValue(format) == "json");
        });
        return command;
    }

    private static int Run(string folder, List<KeyValuePair<string, string>> parameters, bool asJson) =>
        SharedOptions.WithIndex(folder, generation =>
        {
            var (query, errors) = SearchParameters.Read(parameters, generation.Names);
            foreach (var error in errors)
                Console.Error.WriteLine($"kb: --{error.Parameter}: {error.Message}");
            if (errors.Count > 0)
                return ExitCodes.Usage;

            var result = new StatementSearcher(generation).Search(query);
            if (asJson)
                Console.Out.WriteLine(JsonSerializer.Serialize(result, CorpusJson.Options));
            else
                SearchText.Write(Console.Out, result, colour: !Console.IsOutputRedirected);
            return ExitCodes.Done;
        });
}
