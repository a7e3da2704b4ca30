namespace KnowledgeBase.Search;

/// <summary>Lists a facet's values: selected ones always, then the most frequent.</summary>
internal static class FacetValues
{
    /// <summary>The values under a search, by count and then in the catalogue's order; selected values also at 0.</summary>
    public static IReadOnlyList<FacetValue> Of(FacetCounts counts, SearchQuery query, Names names)
    {
        var selected = query.Filters.TryGetValue(counts.Facet, out var filter) ? filter.Any.Concat(filter.All).ToHashSet(StringComparer.Ordinal) : [];
        var values = new List<FacetValue>();
        for (var ordinal = 0; ordinal < counts.Ordinals.Values.Count; ordinal++)
        {
            var id = counts.Ordinals.Values[ordinal];
            if (counts[ordinal] > 0 || selected.Contains(id))
                values.Add(ValueOf(counts.Facet, id, counts[ordinal], selected.Contains(id), names));
        }

        values.AddRange(selected.Where(id => counts.Ordinals.OrdinalOf(id) < 0).Select(id => ValueOf(counts.Facet, id, 0, isSelected: true, names)));
        var ordered = values.OrderByDescending(value => value.Count).ThenBy(value => value.Id, StringComparer.Ordinal).ToList();
        var listed = ordered.Where(value => !value.Selected).Take(query.FacetSize).ToHashSet();
        return [.. ordered.Where(value => value.Selected || listed.Contains(value))];
    }

    private static FacetValue ValueOf(string facet, string id, int count, bool isSelected, Names names)
    {
        var entity = names.Find(facet, id);
        return new FacetValue(id, entity?.Name ?? FacetLabels.Of(facet, id).Zh, entity is null ? FacetLabels.Of(facet, id).En : entity.NameEn, entity?.Parent, count, isSelected);
    }
}
