using KnowledgeBase.Research.Exports;
using KnowledgeBase.Search;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeBase.Api;

/// <summary>GET /export: every match of a search, streamed.</summary>
internal static class ExportApi
{
    // An export has an order, but neither pages nor facets.
    private static readonly string[] NotTaken = [.. SearchParameters.OfPages.Where(name => name != "sort")];

    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/export", Get).WithName("Export").WithTags("export")
            .WithMetadata(new SearchDescription("format") { Without = NotTaken }, new DatedAnswer())
            .WithSummary("Every statement that a search finds, streamed, in one of six formats.")
            .WithDescription(
                "Takes query, filters and order of /statements; there are no pages. format, or Accept, is jsonl (the default), csv, tei, bibtex, ris or csl. "
                + "Every export says which search it answers, of which corpus version, and numbers its rows; the last row or the end carries a checksum: "
                + "SHA-256 over id, LF, text, LF of each statement. An export without its end was cut off. The headers Export-Rows and Export-Corpus-Version say the same of one without rows.")
            .Produces<string>(200, ExportFormat.JsonLines.MediaType, [.. ExportFormat.All.Skip(1).Select(format => format.MediaType)])
            .ProducesProblem(400).ProducesProblem(406).ProducesProblem(503);

    private static Results<PushStreamHttpResult, ProblemHttpResult> Get(HttpContext http)
    {
        var generation = EntityTags.Of(http);
        var (query, errors) = SearchParameters.Read(QueryStrings.Of(http.Request).Where(p => !NotTaken.Contains(p.Key, StringComparer.Ordinal)), generation.Names, "format");
        var name = AnswerFormats.Choose(http.Request, [.. ExportFormat.All.Select(format => (format.Name, format.MediaType))], out var wrongFormat);
        errors = [.. errors, .. NotTaken.Where(http.Request.Query.ContainsKey).Select(NoPages), .. wrongFormat is null ? [] : new[] { wrongFormat }];
        if (errors.Count > 0)
            return Problems.InvalidParameters(errors);
        if (name is null)
            return Problems.NotAcceptable(ExportFormat.All.Select(format => format.MediaType));

        var format = ExportFormat.Find(name)!;
        var subject = new ExportSubject(new StatementSearcher(generation).All(query), query, Addresses.CitationsOf(http));
        // An export without rows has no row to say what it is.
        http.Response.Headers["Export-Rows"] = $"{subject.Matches.Count}";
        http.Response.Headers["Export-Corpus-Version"] = generation.Info.CorpusVersion;
        return TypedResults.Stream(
            output => Export.WriteAsync(subject, format, output, http.RequestAborted),
            format.MediaType + "; charset=utf-8",
            $"statements.{format.Extension}");
    }

    private static ParameterError NoPages(string parameter) => new(parameter, "unknown-parameter", $"an export holds every match and no facets: it takes no {parameter}");
}
