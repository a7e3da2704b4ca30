using KnowledgeBase.Search;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeBase.Api;

/// <summary>GET /explain: why a query finds what it finds.</summary>
internal static class ExplainApi
{
    private const int MostHits = 10;

    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/explain", Get).WithName("Explain").WithTags("explain").WithMetadata(new SearchDescription())
            .WithSummary("Why a query finds what it finds: tokens, expansions, and the scores of the top hits taken apart.")
            .WithDescription($"Takes q, syntax, expand and size (3 unless given, at most {MostHits}) of /statements; filters decide which statements are shown, not how they rank, and are left aside.")
            .ProducesProblem(400).ProducesProblem(503);

    private static Results<Ok<QueryExplanation>, ProblemHttpResult> Get(HttpContext http)
    {
        const int Usual = 3;
        var generation = EntityTags.Of(http);
        var (query, errors) = SearchParameters.Read(QueryStrings.Of(http.Request), generation.Names);
        if (errors.Count > 0)
            return Problems.InvalidParameters(errors);
        var size = http.Request.Query.ContainsKey("size") ? Math.Min(MostHits, query.Size) : Usual;
        return TypedResults.Ok(new StatementSearcher(generation).Explain(query with { Size = size }));
    }
}
