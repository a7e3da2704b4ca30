using System.ComponentModel;
using KnowledgeBase.Api.Telemetry;
using KnowledgeBase.Research;
using KnowledgeBase.Research.Citations;
using KnowledgeBase.Research.Proof;
using KnowledgeBase.Search;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeBase.Api;

/// <summary>GET /statements: search; GET /statements/{id}: one statement.</summary>
internal static class StatementsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/statements", Search).WithName("SearchStatements").WithTags("statements").WithMetadata(new SearchDescription())
            .WithSummary("Searches statements, with filters and facets.")
            .WithDescription("Repeated values of one filter are OR, different filters AND. A facet's counts ignore its own filter, so that a choice can be widened.")
            .ProducesProblem(400).ProducesProblem(410).ProducesProblem(503);
        api.MapGet("/statements/{id}", Get).WithName("GetStatement").WithTags("statements").WithMetadata(new DatedAnswer())
            .WithSummary("One statement, or one claim of it: as JSON with its neighbours in the panel, or as a citation.")
            .WithDescription("format, or Accept, is json (the default), bibtex, ris, csl (CSL-JSON), gbt7714 (text by GB/T 7714—2015), tei or jsonld (W3C Web Annotation). Citations mark the words as reported speech.")
            .Produces<StatementInPanel>(200, "application/json", [.. CitationFormat.All.Select(format => format.MediaType)])
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(406).ProducesProblem(503);
        api.MapGet("/statements/{id}/verify", Verify).WithName("VerifyStatement").WithTags("statements")
            .WithSummary("Cuts a statement, or a claim, out of its source again and compares: true, or the first difference.")
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(503);
        api.MapGet("/statements/{id}/similar", Similar).WithName("GetSimilar").WithTags("statements")
            .WithSummary("The statements that share most of a statement's telling words.")
            .WithDescription("sameSpeaker marks those of the same person. A claim is answered as its statement.")
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(503);
    }

    private static Results<Ok<SearchResult>, ProblemHttpResult> Search(HttpContext http)
    {
        using var observed = ObservedSearch.Begin(http, SearchFace.Api);
        var generation = EntityTags.Of(http);
        var (query, errors) = SearchParameters.Read(QueryStrings.Of(http.Request), generation.Names);
        observed.Query = query;
        var searcher = new StatementSearcher(generation);
        var cursor = searcher.CheckCursor(query);
        if (cursor == CursorState.Invalid)
            errors = [.. errors, new ParameterError("cursor", "invalid-cursor", "this cursor was not given by this search: leave it out to begin, and pass on \"next\" as it is")];
        if (errors.Count > 0)
        {
            observed.Outcome = SearchOutcome.Invalid;
            return Problems.InvalidParameters(errors);
        }

        if (cursor == CursorState.Outdated)
        {
            observed.Outcome = SearchOutcome.Gone;
            return Problems.OutdatedCursor(QueryStrings.Without(http.Request, "cursor"));
        }

        return TypedResults.Ok(observed.Answered(searcher.Search(query)));
    }

    private static Results<Ok<StatementInPanel>, ContentHttpResult, ProblemHttpResult> Get(
        [Description("Permalink of a statement or a claim, as every answer gives it.")] string id,
        [Description("json, bibtex, ris, csl, gbt7714, tei or jsonld; without it Accept decides.")] string? format,
        HttpContext http)
    {
        (string Name, string MediaType)[] offered = [("json", "application/json"), .. CitationFormat.All.Select(f => (f.Name, f.MediaType))];
        var name = AnswerFormats.Choose(http.Request, offered, out var wrongFormat);
        IReadOnlyList<ParameterError> errors = [.. QueryStrings.Unknown(http.Request, "format"), .. wrongFormat is null ? [] : new[] { wrongFormat }];
        if (errors.Count > 0)
            return Problems.InvalidParameters(errors);
        if (name is null)
            return Problems.NotAcceptable(offered.Select(f => f.MediaType));

        var generation = EntityTags.Of(http);
        if (CitedPassage.Find(generation, id) is not { } passage)
            return Problems.NotFound("statement", id);
        if (CitationFormat.Find(name) is { } citation)
            return TypedResults.Text(citation.Write(passage, generation, Addresses.CitationsOf(http)), citation.MediaType + "; charset=utf-8");
        var (previous, next) = generation.Neighbours(passage.Statement);
        return TypedResults.Ok(new StatementInPanel(passage.Statement, Addresses.PermalinksOf(http).Of(passage.Id)) { Previous = previous, Next = next, Claim = CitedClaim.Of(passage) });
    }

    private static Results<Ok<SourceProof>, ProblemHttpResult> Verify([Description("Permalink of a statement or a claim.")] string id, HttpContext http)
    {
        if (QueryStrings.Unknown(http.Request) is { Count: > 0 } errors)
            return Problems.InvalidParameters(errors);
        var generation = EntityTags.Of(http);
        return CitedPassage.Find(generation, id) is { } passage ? TypedResults.Ok(SourceProof.Of(passage, generation)) : Problems.NotFound("statement", id);
    }

    private static Results<Ok<SimilarAnswer>, ProblemHttpResult> Similar(
        [Description("Permalink of a statement or a claim, as every answer gives it.")] string id,
        [Description("How many, 1 to 100, default 10.")] string? size,
        HttpContext http)
    {
        const int Usual = 10;
        var errors = QueryStrings.Unknown(http.Request, "size").ToList();
        var count = QueryStrings.Number(http.Request, "size", 1, SearchParameters.MaxSize, Usual, errors);
        if (errors.Count > 0)
            return Problems.InvalidParameters(errors);
        var generation = EntityTags.Of(http);
        if (CitedPassage.Find(generation, id)?.Statement is not { } statement)
            return Problems.NotFound("statement", id);
        return TypedResults.Ok(new SimilarAnswer(statement.Id, new StatementSearcher(generation).Similar(statement, count), generation.Info));
    }

    /// <summary>The statements like one.</summary>
    /// <param name="Id">The statement asked about; of a claim the statement it belongs to.</param>
    /// <param name="Items">Those like it, best first.</param>
    /// <param name="Index">The generation that answered.</param>
    internal sealed record SimilarAnswer(string Id, IReadOnlyList<SimilarStatement> Items, IndexInfo Index);
}
