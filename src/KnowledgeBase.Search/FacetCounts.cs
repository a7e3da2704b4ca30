namespace KnowledgeBase.Search;

/// <summary>The counts of one facet.</summary>
internal sealed class FacetCounts(string facet, FacetOrdinals ordinals)
{
    private readonly int[] _counts = new int[ordinals.Values.Count];

    /// <summary>The facet's name.</summary>
    public string Facet => facet;

    /// <summary>The facet's values.</summary>
    public FacetOrdinals Ordinals => ordinals;

    /// <summary>The counts by ordinal.</summary>
    public ReadOnlySpan<int> All => _counts;

    /// <summary>Counts a document in each of its values.</summary>
    public void Add(int doc) => Add([doc]);

    /// <summary>Counts documents in each of their values.</summary>
    public void Add(ReadOnlySpan<int> docs) => ordinals.Count(docs, _counts);

    /// <summary>Adds the counts of other documents, in the same values.</summary>
    public void Add(FacetCounts others)
    {
        for (var ordinal = 0; ordinal < _counts.Length; ordinal++)
            _counts[ordinal] += others._counts[ordinal];
    }

    /// <summary>The count of a value by its ordinal.</summary>
    public int this[int ordinal] => _counts[ordinal];
}
