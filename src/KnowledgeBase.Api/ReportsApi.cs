using System.ComponentModel;
using System.Globalization;
using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Text;
using KnowledgeBase.Search;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeBase.Api;

/// <summary>GET /reports/{id}/source: the verbatim source, or a slice of it; /reports/{id}/audit: the account of it; /audit: of the other files.</summary>
internal static class ReportsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/reports/{id}/source", Source).WithName("GetSource").WithTags("reports")
            .WithSummary("A slice of a report's source, verbatim.")
            .WithDescription("Plain text. The offsets are those of a statement's source.ranges: 0-based Unicode code points of the decoded text with LF line ends, end exclusive.")
            .Produces<string>(200, "text/plain").ProducesProblem(400).ProducesProblem(404).ProducesProblem(503);
        api.MapGet("/reports/{id}/audit", AuditOf).WithName("GetAudit").WithTags("reports")
            .WithSummary("The account of a report: what was found, what is doubtful, what was left over.")
            .WithDescription("Statements by kind, panels, the roster with who speaks, misprinted names, where each character went, and every doubt with its line and column: what kb audit --format json prints, and before it what was wrong with the file itself.")
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(503);
        api.MapGet("/audit", CorpusAuditOf).WithName("GetCorpusAudit").WithTags("reports")
            .WithSummary("The account of the corpus: what was wrong with files that have no audit of their own.")
            .WithDescription("Reports that could not be read and are therefore not here, descriptions of reports, registry and imports, each with the cause and what to do. As the last build found them.")
            .ProducesProblem(400).ProducesProblem(503);
    }

    private static Results<ContentHttpResult, ProblemHttpResult> Source(
        [Description("Report id, as the list of reports gives it.")] string id,
        [Description("First code point; default 0.")] string? start,
        [Description("One past the last code point; default the end of the source.")] string? end,
        HttpContext http)
    {
        var generation = EntityTags.Of(http);
        if (generation.Names.Find("report", id) is not ReportEntity report)
            return Problems.NotFound("report", id);
        if (report.Length is not { } length || generation.SourceOf(id) is not { } source)
            return Problems.NoSource(id);

        var errors = new List<ParameterError>(QueryStrings.Unknown(http.Request, "start", "end"));
        var from = Offset("start", start, 0, length, errors);
        var to = Offset("end", end, length, length, errors);
        if (errors.Count == 0 && from > to)
            errors.Add(new ParameterError("start", "invalid-value", $"start ({from}) lies behind end ({to})"));
        if (errors.Count > 0)
            return Problems.InvalidParameters(errors);

        var points = new CodePointIndex(source);
        return TypedResults.Text(source[points.ToUnit(from)..points.ToUnit(to)], "text/plain; charset=utf-8");
    }

    private static Results<Ok<Audit>, ProblemHttpResult> AuditOf(
        [Description("Report id, as the list of reports gives it.")] string id,
        HttpContext http)
    {
        if (QueryStrings.Unknown(http.Request) is { Count: > 0 } errors)
            return Problems.InvalidParameters(errors);
        var generation = EntityTags.Of(http);
        if (generation.Names.Find("report", id) is not ReportEntity report)
            return Problems.NotFound("report", id);
        if (report.Sha256 is null)
            return Problems.NoSource(id);
        return generation.AuditOf(id) is { } audit ? TypedResults.Ok(audit) : Problems.NoAudit(id);
    }

    private static Results<Ok<CorpusAudit>, ProblemHttpResult> CorpusAuditOf(HttpContext http) =>
        QueryStrings.Unknown(http.Request) is { Count: > 0 } errors ? Problems.InvalidParameters(errors) : TypedResults.Ok(new CorpusAudit(EntityTags.Of(http).Diagnostics()));

    /// <summary>The account of the corpus.</summary>
    /// <param name="Diagnostics">What was wrong with its files, file by file.</param>
    internal sealed record CorpusAudit(IReadOnlyList<Diagnostic> Diagnostics);

    private static int Offset(string parameter, string? text, int otherwise, int length, List<ParameterError> errors)
    {
        if (text is null)
            return otherwise;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var offset) && offset <= length)
            return offset;
        errors.Add(new ParameterError(parameter, "invalid-value", $"{parameter} cannot be \"{text}\"; it takes a whole number from 0 to {length}, the length of the source"));
        return otherwise;
    }
}
