using KnowledgeBase.Research;
using KnowledgeBase.Search;

namespace KnowledgeBase.Api.Pages;

/// <summary>The address of the search page for a search: every state of the page is its address.</summary>
internal static class SearchUrl
{
    /// <summary>The page of a search, at its beginning.</summary>
    public static string Of(SearchQuery query) => Of(query, "/");

    /// <summary>Another page that takes the parameters of a search.</summary>
    public static string Of(SearchQuery query, string page)
    {
        var parameters = SearchLinks.QueryStringOf(query);
        if (query.Sort != SortKey.Relevance || query.Reversed)
            parameters += (parameters.Length > 0 ? "&" : "") + $"sort={(query.Reversed ? "-" : "")}{query.Sort.ToString().ToLowerInvariant()}";
        return parameters.Length == 0 ? page : $"{page}?{parameters}";
    }

    /// <summary>The answers of a search after a cursor; its first ones without.</summary>
    public static string At(SearchQuery query, string? cursor)
    {
        var first = Of(query);
        return cursor is null ? first : $"{first}{(first.Contains('?', StringComparison.Ordinal) ? '&' : '?')}cursor={Uri.EscapeDataString(cursor)}";
    }

    /// <summary>The search among the statements that also hold a phrase.</summary>
    public static SearchQuery WithPhrase(SearchQuery query, string phrase) => query with { Text = query.Text.Length == 0 ? $"\"{phrase}\"" : $"{query.Text} \"{phrase}\"" };

    /// <summary>The search with a value chosen, or no longer chosen.</summary>
    public static SearchQuery Toggle(this SearchQuery query, string facet, string id)
    {
        var filter = query.Filters.GetValueOrDefault(facet) ?? FacetFilter.None;
        return filter.Any.Contains(id, StringComparer.Ordinal) ? query.Without(facet, id) : query.With(facet, filter with { Any = [.. filter.Any, id] });
    }

    /// <summary>The search without any choice of a value: chosen, required or excluded.</summary>
    public static SearchQuery Without(this SearchQuery query, string facet, string id)
    {
        var filter = query.Filters.GetValueOrDefault(facet) ?? FacetFilter.None;
        return query.With(facet, new FacetFilter(Except(filter.Any), Except(filter.All), Except(filter.Not)));

        IReadOnlyList<string> Except(IReadOnlyList<string> values) => [.. values.Where(value => value != id)];
    }

    /// <summary>The search without any choice in a facet.</summary>
    public static SearchQuery Without(this SearchQuery query, string facet) => query.With(facet, FacetFilter.None);
}
