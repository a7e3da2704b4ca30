using KnowledgeBase.Search;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeBase.Api;

/// <summary>GET /suggest: completes what is being typed.</summary>
internal static class SuggestApi
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/suggest", Get).WithName("Suggest").WithTags("suggest").WithMetadata(new SearchDescription())
            .WithSummary("Completes what is being typed to speakers, institutions, panels, themes and terms.")
            .WithDescription("q is the beginning of a name or of a word in it: Chinese, pinyin, initials or English. Counts are those under the filters, which are the ones of /statements; what has none is left out. size is 10 unless given.")
            .ProducesProblem(400).ProducesProblem(503);

    private static Results<Ok<Suggestions>, ProblemHttpResult> Get(HttpContext http)
    {
        const int Usual = 10;
        var generation = EntityTags.Of(http);
        var (query, errors) = SearchParameters.Read(QueryStrings.Of(http.Request), generation.Names);
        if (errors.Count > 0)
            return Problems.InvalidParameters(errors);
        var size = http.Request.Query.ContainsKey("size") ? query.Size : Usual;
        return TypedResults.Ok(new Suggestions(query.Text, new StatementSearcher(generation).Suggest(query with { Size = size }), generation.Info));
    }

    /// <summary>Completions.</summary>
    /// <param name="Q">What was typed.</param>
    /// <param name="Items">The completions, best first.</param>
    /// <param name="Index">The generation that answered.</param>
    internal sealed record Suggestions(string Q, IReadOnlyList<Suggestion> Items, IndexInfo Index);
}
