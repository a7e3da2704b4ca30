using System.ComponentModel;
using KnowledgeBase.Research;
using KnowledgeBase.Research.Entities;
using KnowledgeBase.Search;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeBase.Api;

/// <summary>GET /speakers, /institutions, /panels, /themes, /reports, /instruments: lists with statement counts, and one each.</summary>
internal static class EntitiesApi
{
    private const int MaxSize = 1000;
    private const int MostStatements = 100;
    private const int UsualStatements = 20;

    public static void Map(RouteGroupBuilder api)
    {
        Map(api, "speakers", "speaker", catalogue => catalogue.Speakers);
        Map(api, "institutions", "institution", catalogue => catalogue.Institutions);
        Map(api, "panels", "panel", catalogue => catalogue.Panels);
        Map(api, "themes", "theme", catalogue => catalogue.Themes);
        Map(api, "reports", "report", catalogue => catalogue.Reports);
        Map(api, "instruments", "instrument", catalogue => catalogue.Instruments);
    }

    private static void Map<T>(RouteGroupBuilder api, string plural, string facet, Func<Catalogue, IReadOnlyList<T>> all)
        where T : Entity
    {
        api.MapGet($"/{plural}", Results<Ok<EntityList<T>>, ProblemHttpResult> (
                [Description("Narrows by name, alias, English name or pinyin.")] string? q,
                [Description("How many, 1 to 1000, default 1000.")] string? size,
                [Description("How many to leave out in front, default 0.")] string? offset,
                HttpContext http) => List(http, facet, all, q))
            .WithName($"List{Capital(plural)}").WithTags(plural)
            .WithSummary($"The {plural} with how many statements each has, most first.")
            .ProducesProblem(400).ProducesProblem(503);
        // The id may hold slashes: see EntityIds.
        api.MapGet($"/{plural}/{{**id}}", Results<Ok<T>, ProblemHttpResult> (
                [Description("Id, as lists and facets give it; a name that is one's alone is taken too.")] string id,
                [Description("How many of its statements to carry, 0 to 100, default 20.")] string? size,
                HttpContext http) => Get<T>(http, facet, id))
            .WithName($"Get{Capital(facet)}").WithTags(plural)
            .WithSummary($"One {facet}: the forms in which it is printed, counts, and its first statements.")
            .WithDescription("The forms have their places: report, line and statement. Counts are of its statements alone. statementsLink leads to all of them, items are the first in document order.")
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(503);
    }

    private static Results<Ok<EntityList<T>>, ProblemHttpResult> List<T>(HttpContext http, string facet, Func<Catalogue, IReadOnlyList<T>> all, string? q)
        where T : Entity
    {
        var errors = new List<ParameterError>(QueryStrings.Unknown(http.Request, "q", "size", "offset"));
        var size = QueryStrings.Number(http.Request, "size", 1, MaxSize, MaxSize, errors);
        var offset = QueryStrings.Number(http.Request, "offset", 0, int.MaxValue, 0, errors);
        if (errors.Count > 0)
            return Problems.InvalidParameters(errors);

        var generation = EntityTags.Of(http);
        var counts = CountsOf(generation, facet);
        var matching = all(generation.Catalogue).Where(entity => string.IsNullOrWhiteSpace(q) || NameMatch.Fits(q, entity))
            .Select(entity => (T)(entity with { Statements = counts.GetValueOrDefault(entity.Id) }))
            .OrderByDescending(entity => entity.Statements)
            .ToList();
        return TypedResults.Ok(new EntityList<T>(matching.Count, [.. matching.Skip(offset).Take(size)], generation.Info));
    }

    private static Results<Ok<T>, ProblemHttpResult> Get<T>(HttpContext http, string facet, string id)
        where T : Entity
    {
        var errors = new List<ParameterError>(QueryStrings.Unknown(http.Request, "size"));
        var size = QueryStrings.Number(http.Request, "size", 0, MostStatements, UsualStatements, errors);
        if (errors.Count > 0)
            return Problems.InvalidParameters(errors);
        var generation = EntityTags.Of(http);
        var ids = EntityIds.Resolve(generation, facet, id);
        if (ids.Count > 1)
            return Problems.Ambiguous(facet, id, ids);
        if (ids.Count == 0 || generation.Names.Find(facet, ids[0]) is not T entity)
            return Problems.NotFound(facet, id);

        var page = new EntityPages(generation).Of(entity, facet, size);
        var statements = new SearchQuery().With(facet, FacetFilter.AnyOf(entity.Id));
        return TypedResults.Ok((T)(page with { StatementsLink = SearchLinks.StatementsOf(statements) + "&sort=document" }));
    }

    private static Dictionary<string, int> CountsOf(Generation generation, string facet)
    {
        var result = new StatementSearcher(generation).Search(new SearchQuery { Facets = [facet], FacetSize = int.MaxValue, Size = 0 });
        return result.Facets[facet].ToDictionary(value => value.Id, value => value.Count, StringComparer.Ordinal);
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    /// <summary>A list of entities.</summary>
    /// <param name="Total">How many fit.</param>
    /// <param name="Items">Those of this page, most statements first.</param>
    /// <param name="Index">The generation that answered.</param>
    internal sealed record EntityList<T>(int Total, IReadOnlyList<T> Items, IndexInfo Index)
        where T : Entity;
}
