using System.ComponentModel;
using KnowledgeBase.Research.Comparing;
using KnowledgeBase.Search;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeBase.Api;

/// <summary>GET /compare: two sides of a search side by side.</summary>
internal static class CompareApi
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/compare", Get).WithName("Compare").WithTags("research").WithMetadata(new SearchDescription("a", "b") { Without = SearchParameters.OfPages })
            .WithSummary("Two institutions, speakers, panels, sectors, … side by side: what each speaks of more than the other.")
            .WithDescription(
                "q and all filters narrow both sides. Themes are counted by statements, terms by words of the contents, without words that only link or ask, single characters and numbers. "
                + "logOdds is the log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008): the prior is what the whole corpus speaks of, as heavy as the smaller side. "
                + "more names the side whose |z| is 1.96 or more; of a hundred equal things five reach that by chance. small marks what both sides together have fewer than 5 times or in fewer than 3 statements. "
                + "Statements that have both values count on both sides. A side without statements is answered with total 0 and a note.")
            .ProducesProblem(400).ProducesProblem(503);

    private static Results<Ok<Comparison>, ProblemHttpResult> Get(
        [Description("Statements of each side to show, 0 to 20, default 3.")] string? size,
        [Description("Terms that a list has at most, 1 to 100, default 20.")] string? terms,
        HttpContext http)
    {
        var generation = EntityTags.Of(http);
        var (request, errors) = CompareRequest.Read(QueryStrings.Of(http.Request), generation.Names);
        return request is null
            ? Problems.InvalidParameters(errors)
            : TypedResults.Ok(Comparer.Compare(new StatementSearcher(generation), generation.Names, request));
    }
}
