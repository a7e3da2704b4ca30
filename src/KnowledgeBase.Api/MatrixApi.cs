using System.ComponentModel;
using System.Text;
using KnowledgeBase.Research.Counting;
using KnowledgeBase.Search;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeBase.Api;

/// <summary>GET /matrix: the statements of a search counted by two facets.</summary>
internal static class MatrixApi
{
    private static readonly (string Name, string MediaType)[] Formats = [("json", "application/json"), ("csv", "text/csv")];

    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/matrix", Get).WithName("GetMatrix").WithTags("research").WithMetadata(new SearchDescription("rows", "columns") { Without = SearchParameters.OfPages })
            .WithSummary("The statements of a search counted by any two facets, as JSON with links or as CSV.")
            .WithDescription(
                "q and all filters narrow what is counted. A statement with several values of a facet counts in each of them, and one without a value in none: rows and columns do not add up to their totals. "
                + "expected is row count × column count / total: what a cell would have, if one value had nothing to do with the other. statements answers a cell's count of statements. "
                + "The same facet twice counts what comes together. CSV has a line of labels first, and totals in the last line and column; labels that begin like formulas are marked as text.")
            .Produces<string>(200, "text/csv")
            .ProducesProblem(400).ProducesProblem(406).ProducesProblem(503);

    private static Results<Ok<Matrix>, FileContentHttpResult, ProblemHttpResult> Get(
        [Description("The most rows, 1 to 1000, default 50; rows times columns at most 100000.")] string? rowsSize,
        [Description("The most columns, 1 to 1000, default 50.")] string? columnsSize,
        [Description("json (default) or csv; without it Accept decides.")] string? format,
        HttpContext http)
    {
        var generation = EntityTags.Of(http);
        var (request, errors) = MatrixRequest.Read(QueryStrings.Of(http.Request), generation.Names, "format");
        var answer = AnswerFormats.Choose(http.Request, Formats, out var wrongFormat);
        if (wrongFormat is not null)
            errors = [.. errors, wrongFormat];
        if (request is null || errors.Count > 0)
            return Problems.InvalidParameters(errors);
        if (answer is null)
            return Problems.NotAcceptable(Formats.Select(offered => offered.MediaType));

        var table = new StatementSearcher(generation).Cross(request.Query, request.Rows, request.Columns);
        if (answer == "csv")
            return TypedResults.File(Csv(request, table), "text/csv; charset=utf-8", $"{request.Rows.Facet}-{request.Columns.Facet}.csv");
        var (matrix, tooLarge) = Matrix.Of(request, table);
        return matrix is null ? Problems.InvalidParameters([tooLarge!]) : TypedResults.Ok(matrix);
    }

    private static byte[] Csv(MatrixRequest request, CrossTable table)
    {
        var text = new StringWriter();
        MatrixCsv.Write(text, request, table);
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
