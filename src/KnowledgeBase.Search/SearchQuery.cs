namespace KnowledgeBase.Search;

/// <summary>What a search asks for, in words that any engine could answer.</summary>
public sealed record SearchQuery
{
    /// <summary>The query text; "" asks for everything.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whether synonyms, related words, pinyin and correction are wanted.</summary>
    public bool Expand { get; init; } = true;

    /// <summary>The choices in each facet, by facet name. Different facets AND.</summary>
    public IReadOnlyDictionary<string, FacetFilter> Filters { get; init; } = new Dictionary<string, FacetFilter>(StringComparer.Ordinal);

    /// <summary>The facets to count.</summary>
    public IReadOnlyList<string> Facets { get; init; } = [];

    /// <summary>The most values a facet lists, selected ones not counted.</summary>
    public int FacetSize { get; init; } = 20;

    /// <summary>The order of the answers.</summary>
    public SortKey Sort { get; init; } = SortKey.Relevance;

    /// <summary>Whether the order is reversed.</summary>
    public bool Reversed { get; init; }

    /// <summary>How many answers, 1 to 100; 0 where only counts are asked.</summary>
    public int Size { get; init; } = 20;

    /// <summary>Where to go on, as an earlier answer's <see cref="SearchResult.Next"/> said; null for the beginning.</summary>
    public string? Cursor { get; init; }

    /// <summary>The same search among the statements that also have a value; what was chosen stays chosen.</summary>
    public SearchQuery With(FacetSelection value)
    {
        var filter = Filters.GetValueOrDefault(value.Facet) ?? FacetFilter.None;
        if (filter.All.Contains(value.Id, StringComparer.Ordinal))
            return this;
        return With(value.Facet, filter with { All = [.. filter.All, value.Id] });
    }

    /// <summary>The same search, from its beginning, with other choices in one facet; an empty filter takes them back.</summary>
    public SearchQuery With(string facet, FacetFilter filter)
    {
        var filters = new Dictionary<string, FacetFilter>(Filters, StringComparer.Ordinal) { [facet] = filter };
        if (filter.Any.Count + filter.All.Count + filter.Not.Count == 0)
            filters.Remove(facet);
        return this with { Filters = filters, Cursor = null };
    }
}

/// <summary>The choices in one facet, by value id.</summary>
/// <param name="Any">At least one of these, unless empty.</param>
/// <param name="All">All of these.</param>
/// <param name="Not">None of these.</param>
public sealed record FacetFilter(IReadOnlyList<string> Any, IReadOnlyList<string> All, IReadOnlyList<string> Not)
{
    /// <summary>No choice.</summary>
    public static readonly FacetFilter None = new([], [], []);

    /// <summary>Any of some values.</summary>
    public static FacetFilter AnyOf(params IReadOnlyList<string> ids) => new(ids, [], []);
}

/// <summary>The order of answers.</summary>
public enum SortKey
{
    /// <summary>Best first; the corpus's order where the query has no text.</summary>
    Relevance,

    /// <summary>As the reports print them, reports by date.</summary>
    Document,

    /// <summary>By report date, undated last.</summary>
    Date,

    /// <summary>By speaker, in pinyin; what nobody speaks last.</summary>
    Speaker,
}
