namespace KnowledgeBase.Search;

/// <summary>Lists a facet's values: selected ones always, then the most frequent.</summary>
internal static class FacetValues
{
    /// <summary>The values under a search, by count and then in the catalogue's order; selected values also at 0.</summary>
    public static IReadOnlyList<FacetValue> Of(FacetCounts counts, SearchQuery query, Names names)
    {
        var selected = Selected(query, counts.Facet);
        var listed = MostFrequent(counts, query.FacetSize, selected).Concat(selected.Select(counts.Ordinals.OrdinalOf).Where(ordinal => ordinal >= 0 && counts[ordinal] > 0));
        var values = InOrder(counts, listed).Select(ordinal => counts.Ordinals.NamedBy(ordinal, id => ValueOf(counts.Facet, id, 0, isSelected: false, names)) with { Count = counts[ordinal] });
        var none = selected.Where(id => counts.Ordinals.OrdinalOf(id) is var ordinal && (ordinal < 0 || counts[ordinal] == 0)).Order(StringComparer.Ordinal).Select(id => ValueOf(counts.Facet, id, 0, isSelected: true, names));
        return [.. values.Select(value => selected.Count == 0 ? value : value with { Selected = selected.Contains(value.Id) }), .. none];
    }

    /// <summary>All values that statements have, most frequent first, then by id.</summary>
    public static IReadOnlyList<FacetValue> Counted(FacetCounts counts, SearchQuery query, Names names)
    {
        var selected = Selected(query, counts.Facet);
        var counted = Enumerable.Range(0, counts.All.Length).Where(ordinal => counts[ordinal] > 0);
        return [.. InOrder(counts, counted).Select(ordinal => counts.Ordinals.Values[ordinal]).Select(id => ValueOf(counts.Facet, id, counts[counts.Ordinals.OrdinalOf(id)], selected.Contains(id), names))];
    }

    private static IEnumerable<int> InOrder(FacetCounts counts, IEnumerable<int> ordinals) => ordinals.OrderByDescending(ordinal => Rank(counts, ordinal));

    // Values lie in the order of their ids, so of equal counts the smaller ordinal is first.
    private static long Rank(FacetCounts counts, int ordinal) => ((long)counts[ordinal] << 32) | (uint)~ordinal;

    // A facet may have many thousand values, and a page lists a few.
    private static IEnumerable<int> MostFrequent(FacetCounts counts, int size, HashSet<string> selected)
    {
        HashSet<int> left = [.. selected.Select(counts.Ordinals.OrdinalOf)];
        var kept = new PriorityQueue<int, long>();
        var all = counts.All;
        var least = 0;
        for (var ordinal = 0; ordinal < all.Length; ordinal++)
        {
            // As many as the last one kept, and behind it in the order of ids.
            if (all[ordinal] <= least || (left.Count > 0 && left.Contains(ordinal)))
                continue;
            kept.Enqueue(ordinal, Rank(counts, ordinal));
            if (kept.Count <= size)
                continue;
            kept.Dequeue();
            least = kept.Count == 0 ? int.MaxValue : counts[kept.Peek()];
        }

        return kept.UnorderedItems.Select(item => item.Element);
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
