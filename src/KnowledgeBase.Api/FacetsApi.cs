using System.ComponentModel;
using KnowledgeBase.Search;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeBase.Api;

/// <summary>GET /facets/{facet}: the values of one facet under a search.</summary>
internal static class FacetsApi
{
    private const string Match = "match";

    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/facets/{facet}", Get).WithName("GetFacet").WithTags("facets").WithMetadata(new SearchDescription(Match))
            .WithSummary("The values of one facet under a search, narrowed by name.")
            .WithDescription("Takes the parameters of /statements, so that \"more\" under a facet is the same query string; match narrows the values by name, alias, English name or pinyin.")
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(503);

    private static Results<Ok<FacetAnswer>, ProblemHttpResult> Get(
        [Description("theme, speaker, institution, panel, report, kind, side, sector, country, year or instrument.")] string facet,
        HttpContext http)
    {
        if (!SearchParameters.Facets.Contains(facet, StringComparer.Ordinal))
            return Problems.NotFound("facet", facet);

        var generation = EntityTags.Of(http);
        var (query, errors) = SearchParameters.Read(QueryStrings.Of(http.Request), generation.Names, Match);
        if (errors.Count > 0)
            return Problems.InvalidParameters(errors);

        var match = http.Request.Query[Match].ToString();
        var result = new StatementSearcher(generation).Search(query with { Facets = [facet], FacetSize = match.Length > 0 ? int.MaxValue : query.FacetSize, Size = 0, Cursor = null });
        var values = result.Facets[facet];
        if (match.Length > 0)
            values = [.. values.Where(value => NameMatch.Fits(match, generation.Names.Find(facet, value.Id), value)).Take(query.FacetSize)];
        return TypedResults.Ok(new FacetAnswer(facet, result.Total, values, result.Index));
    }

    /// <summary>The values of one facet.</summary>
    /// <param name="Facet">The facet.</param>
    /// <param name="Total">How many statements the search has.</param>
    /// <param name="Values">The values, most frequent first.</param>
    /// <param name="Index">The generation that answered.</param>
    internal sealed record FacetAnswer(string Facet, int Total, IReadOnlyList<FacetValue> Values, IndexInfo Index);
}
