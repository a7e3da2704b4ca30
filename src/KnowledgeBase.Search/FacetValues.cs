namespace KnowledgeBase.Search;

/// <summary>Lists a facet's values: selected ones always, then the most frequent.</summary>
internal static class FacetValues
{
    /// <summary>The values under a search, by count and then in the catalogue's order; selected values also at 0.</summary>
    public static IReadOnlyList<FacetValue> Of(FacetCounts counts, SearchQuery query, Names names)
    {
        var counted = Counted(counts, query, names);
        var known = counted.Select(value => value.Id).ToHashSet(StringComparer.Ordinal);
        var ordered = counted.Concat(Selected(query, counts.Facet).Where(id => !known.Contains(id)).Order(StringComparer.Ordinal).Select(id => ValueOf(counts.Facet, id, 0, isSelected: true, names))).ToList();
        var listed = ordered.Where(value => !value.Selected).Take(query.FacetSize).ToHashSet();
        return [.. ordered.Where(value => value.Selected || listed.Contains(value))];
    }

    /// <summary>All values that statements have, most frequent first, then by id.</summary>
    public static IReadOnlyList<FacetValue> Counted(FacetCounts counts, SearchQuery query, Names names)
    {
        var selected = Selected(query, counts.Facet);
        return
        [
            .. counts.Ordinals.Values.Select((id, ordinal) => (id, count: counts[ordinal])).Where(value => value.count > 0)
                .OrderByDescending(value => value.count).ThenBy(value => value.id, StringComparer.Ordinal)
                .Select(value => ValueOf(counts.Facet, value.id, value.count, selected.Contains(value.id), names)),
        ];
    }

    private static HashSet<string> Selected(SearchQuery query, string facet) =>
        query.Filters.TryGetValue(facet, out var filter) ? filter.Any.Concat(filter.All).ToHashSet(StringComparer.Ordinal) : [];

    /// <summary>A value with its names.</summary>
    public static FacetValue ValueOf(string facet, string id, int count, bool isSelected, Names names)
    {
        var entity = names.Find(facet, id);
        return new FacetValue(id, entity?.Name ?? FacetLabels.Of(facet, id).Zh, entity is null ? FacetLabels.Of(facet, id).En : entity.NameEn, entity?.Parent, count, isSelected);
    }
}
