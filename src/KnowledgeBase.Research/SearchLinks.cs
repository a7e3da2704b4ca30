using KnowledgeBase.Search;

namespace KnowledgeBase.Research;

/// <summary>
/// Searches as query strings, written the same way wherever a link is made: text, expansion, then the filters in the
/// order of the facets. Order, pages and facets are left aside.
/// </summary>
public static class SearchLinks
{
    private const string Statements = "/api/v1/statements";

    /// <summary>Path and query of the statements that a search finds: /api/v1/statements?q=%E6%B2%BB%E7%90%86&amp;theme.all=metaverse.</summary>
    public static string StatementsOf(SearchQuery query) => QueryStringOf(query) is { Length: > 0 } text ? $"{Statements}?{text}" : Statements;

    /// <summary>The query string of a search without the question mark; "" where it asks for everything.</summary>
    public static string QueryStringOf(SearchQuery query) =>
        string.Join('&', ParametersOf(query).Select(parameter => $"{parameter.Key}={Uri.EscapeDataString(parameter.Value)}"));

    /// <summary>The parameters of a search, as <see cref="SearchParameters"/> reads them.</summary>
    public static IEnumerable<KeyValuePair<string, string>> ParametersOf(SearchQuery query)
    {
        if (query.Text.Length > 0)
            yield return new("q", query.Text);
        if (!query.Expand)
            yield return new("expand", "off");
        foreach (var facet in SearchParameters.Facets.Where(query.Filters.ContainsKey))
        {
            var filter = query.Filters[facet];
            foreach (var id in filter.Any)
                yield return new(facet, id);
            foreach (var id in filter.All)
                yield return new($"{facet}.all", id);
            foreach (var id in filter.Not)
                yield return new($"{facet}.not", id);
        }
    }
}
