using System.CommandLine;
using System.Text.Json;
using KnowledgeBase.Corpus;
using KnowledgeBase.Research.Counting;
using KnowledgeBase.Search;

namespace KnowledgeBase.Cli;

/// <summary><c>kb matrix ROWS COLUMNS</c>: the statements of a search counted by two facets.</summary>
internal static class MatrixCommand
{
    public static Command Create()
    {
        var rows = new Argument<string>("ROWS") { Description = $"The facet of the rows: {string.Join(", ", SearchParameters.Facets)}." };
        var columns = new Argument<string>("COLUMNS") { Description = "The facet of the columns; that of the rows again counts what comes together." };
        var query = SearchOptions.Query();
        var rowsSize = new Option<string>("--rows-size") { Description = "The most rows, 1 to 1000.", DefaultValueFactory = _ => "50" };
        var columnsSize = new Option<string>("--columns-size") { Description = "The most columns, 1 to 1000.", DefaultValueFactory = _ => "50" };
        var format = new Option<string>("--format") { Description = "text, csv or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "csv", "json");
        var index = SharedOptions.Index();
        var search = new SearchOptions();
        var command = new Command("matrix", "Counts the statements of a search by two facets.") { rows, columns, query, rowsSize, columnsSize, format, index };
        search.AddTo(command);
        command.SetAction(parsed => SharedOptions.WithIndex(parsed.GetRequiredValue(index).FullName, generation =>
        {
            KeyValuePair<string, string>[] own =
                [new("rows", parsed.GetRequiredValue(rows)), new("columns", parsed.GetRequiredValue(columns)), new("q", parsed.GetRequiredValue(query)), new("rowsSize", parsed.GetRequiredValue(rowsSize)), new("columnsSize", parsed.GetRequiredValue(columnsSize))];
            var (request, errors) = MatrixRequest.Read([.. own, .. search.ParametersOf(parsed)], generation.Names);
            SearchOptions.Print(errors);
            return request is null ? ExitCodes.Usage : Write(request, new StatementSearcher(generation).Cross(request.Query, request.Rows, request.Columns), parsed.GetRequiredValue(format));
        }));
        return command;
    }

    private static int Write(MatrixRequest request, CrossTable table, string format)
    {
        if (format == "csv")
        {
            MatrixCsv.Write(Console.Out, request, table);
            return ExitCodes.Done;
        }

        if (format == "text")
        {
            MatrixText.Write(Console.Out, request, table);
            return ExitCodes.Done;
        }

        var (matrix, tooLarge) = Matrix.Of(request, table);
        if (matrix is null)
        {
            SearchOptions.Print([tooLarge!]);
            return ExitCodes.Usage;
        }

        Console.Out.WriteLine(JsonSerializer.Serialize(matrix, CorpusJson.Options));
        return ExitCodes.Done;
    }
}
