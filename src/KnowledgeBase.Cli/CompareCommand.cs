using System.CommandLine;
using System.Text.Json;
using KnowledgeBase.Corpus;
using KnowledgeBase.Research.Comparing;
using KnowledgeBase.Search;

namespace KnowledgeBase.Cli;

/// <summary><c>kb compare A B</c>: what two sides of a search speak of.</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        var a = new Argument<string>("A") { Description = "One side, as facet:value, such as sector:company." };
        var b = new Argument<string>("B") { Description = "The other side, such as country:CN." };
        var query = SearchOptions.Query();
        var size = new Option<string>("--size") { Description = "How many statements of each side to show, 0 to 20.", DefaultValueFactory = _ => "3" };
        var terms = new Option<string>("--terms") { Description = "How many terms a list has at most, 1 to 100.", DefaultValueFactory = _ => "20" };
        var format = SharedOptions.Format();
        var index = SharedOptions.Index();
        var search = new SearchOptions();
        var command = new Command("compare", "Sets two institutions, speakers, panels, sectors, … side by side.") { a, b, query, size, terms, format, index };
        search.AddTo(command);
        command.SetAction(parsed => SharedOptions.WithIndex(parsed.GetRequiredValue(index).FullName, generation =>
        {
            KeyValuePair<string, string>[] own =
                [new("a", parsed.GetRequiredValue(a)), new("b", parsed.GetRequiredValue(b)), new("q", parsed.GetRequiredValue(query)), new("size", parsed.GetRequiredValue(size)), new("terms", parsed.GetRequiredValue(terms))];
            var (request, errors) = CompareRequest.Read([.. own, .. search.ParametersOf(parsed)], generation.Names);
            SearchOptions.Print(errors);
            if (request is null)
                return ExitCodes.Usage;
            var comparison = Comparer.Compare(new StatementSearcher(generation), generation.Names, request);
            if (parsed.GetRequiredValue(format) == "json")
                Console.Out.WriteLine(JsonSerializer.Serialize(comparison, CorpusJson.Options));
            else
                CompareText.Write(Console.Out, comparison, colour: !Console.IsOutputRedirected);
            return ExitCodes.Done;
        }));
        return command;
    }
}
