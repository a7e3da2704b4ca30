namespace KnowledgeBase.Search;

/// <summary>The choice in one facet, as ordinals.</summary>
internal sealed class FacetChoice
{
    private readonly bool[]? _any;
    private readonly int[] _all;
    private readonly bool[]? _not;

    /// <summary>Prepares a filter over a facet's ordinals; a value that no statement has matches nothing.</summary>
    public FacetChoice(FacetOrdinals ordinals, FacetFilter filter)
    {
        Ordinals = ordinals;
        _any = Mask(ordinals, filter.Any);
        _not = Mask(ordinals, filter.Not);
        _all = [.. filter.All.Select(ordinals.OrdinalOf).Distinct()];
    }

    /// <summary>The facet's values.</summary>
    public FacetOrdinals Ordinals { get; }

    /// <summary>Whether a document has what is chosen and nothing that is excluded.</summary>
    public bool Admits(int doc)
    {
        var any = _any is null;
        var all = 0;
        foreach (var ordinal in Ordinals.Of(doc))
        {
            any = any || _any![ordinal];
            if (_not is not null && _not[ordinal])
                return false;
            if (_all.Length > 0 && Array.IndexOf(_all, ordinal) >= 0)
                all++;
        }

        return any && all == _all.Length;
    }

    private static bool[]? Mask(FacetOrdinals ordinals, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
            return null;
        var mask = new bool[ordinals.Values.Count];
        foreach (var ordinal in values.Select(ordinals.OrdinalOf).Where(ordinal => ordinal >= 0))
            mask[ordinal] = true;
        return mask;
    }
}
