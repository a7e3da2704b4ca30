using System.ComponentModel;
using KnowledgeBase.Corpus;
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
        api.MapGet("/statements/{id}", Get).WithName("GetStatement").WithTags("statements")
            .WithSummary("One statement, with its neighbours in the panel.")
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(503);
        api.MapGet("/statements/{id}/similar", Similar).WithName("GetSimilar").WithTags("statements")
            .WithSummary("The statements that share most of a statement's telling words.")
            .WithDescription("sameSpeaker marks those of the same person.")
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(503);
    }

    private static Results<Ok<SearchResult>, ProblemHttpResult> Search(HttpContext http)
    {
        var generation = EntityTags.Of(http);
        var (query, errors) = SearchParameters.Read(QueryStrings.Of(http.Request), generation.Names);
        var searcher = new StatementSearcher(generation);
        var cursor = searcher.CheckCursor(query);
        if (cursor == CursorState.Invalid)
            errors = [.. errors, new ParameterError("cursor", "invalid-cursor", "this cursor was not given by this search: leave it out to begin, and pass on \"next\" as it is")];
        if (errors.Count > 0)
            return Problems.InvalidParameters(errors);
        if (cursor == CursorState.Outdated)
            return Problems.OutdatedCursor(QueryStrings.Without(http.Request, "cursor"));
        return TypedResults.Ok(searcher.Search(query));
    }

    private static Results<Ok<StatementInPanel>, ProblemHttpResult> Get(
        [Description("Permalink, as every answer gives it.")] string id,
        [Description("json.")] string? format,
        HttpContext http)
    {
        if (QueryStrings.Unknown(http.Request, "format") is { Count: > 0 } errors)
            return Problems.InvalidParameters(errors);
        if (format is not (null or "json"))
            return Problems.InvalidParameters([new ParameterError("format", "invalid-value", $"format cannot be \"{format}\"; it takes json")]);

        var generation = EntityTags.Of(http);
        if (generation.Find(id) is not { } stored)
            return Problems.NotFound("statement", id);
        var statement = stored.Read();
        var (previous, next) = generation.Neighbours(statement);
        return TypedResults.Ok(new StatementInPanel(statement) { Previous = previous, Next = next });
    }

    private static Results<Ok<SimilarAnswer>, ProblemHttpResult> Similar(
        [Description("Permalink, as every answer gives it.")] string id,
        [Description("How many, 1 to 100, default 10.")] string? size,
        HttpContext http)
    {
        const int Usual = 10;
        var errors = QueryStrings.Unknown(http.Request, "size").ToList();
        var count = QueryStrings.Number(http.Request, "size", 1, SearchParameters.MaxSize, Usual, errors);
        if (errors.Count > 0)
            return Problems.InvalidParameters(errors);
        var generation = EntityTags.Of(http);
        if (generation.Find(id) is not { } stored)
            return Problems.NotFound("statement", id);
        return TypedResults.Ok(new SimilarAnswer(id, new StatementSearcher(generation).Similar(stored.Read(), count), generation.Info));
    }

    /// <summary>The statements like one.</summary>
    /// <param name="Id">The statement asked about.</param>
    /// <param name="Items">Those like it, best first.</param>
    /// <param name="Index">The generation that answered.</param>
    internal sealed record SimilarAnswer(string Id, IReadOnlyList<SimilarStatement> Items, IndexInfo Index);
}

/// <summary>A statement with its neighbours.</summary>
public sealed record StatementInPanel : Statement
{
    /// <summary>Adds neighbours to a statement.</summary>
    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    public StatementInPanel(Statement statement)
        : base(statement)
    {
    }

    /// <summary>Id of the statement before it in its panel (of an outcome: in its report), or null.</summary>
    public string? Previous { get; init; }

    /// <summary>Id of the statement after it, or null.</summary>
    public string? Next { get; init; }
}
