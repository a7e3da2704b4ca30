using System.Buffers;

namespace KnowledgeBase.Search;

/// <summary>The counts of one facet.</summary>
internal sealed class FacetCounts
{
    // Of a facet with 20,000 values each search would make an array that only a full collection takes away.
    private int[] _counts;

    /// <summary>Counts of 0.</summary>
    public FacetCounts(string facet, FacetOrdinals ordinals)
    {
        Facet = facet;
        Ordinals = ordinals;
        _counts = ArrayPool<int>.Shared.Rent(ordinals.Values.Count);
        _counts.AsSpan(0, ordinals.Values.Count).Clear();
    }

    /// <summary>The facet's name.</summary>
    public string Facet { get; }

    /// <summary>The facet's values.</summary>
    public FacetOrdinals Ordinals { get; }

    /// <summary>The counts by ordinal.</summary>
    public ReadOnlySpan<int> All => _counts.AsSpan(0, Ordinals.Values.Count);

    /// <summary>Counts a document in each of its values.</summary>
    public void Add(int doc) => Add([doc]);

    /// <summary>Counts documents in each of their values.</summary>
    public void Add(ReadOnlySpan<int> docs) => Ordinals.Count(docs, _counts);

    /// <summary>Adds the counts of other documents, in the same values.</summary>
    public void Add(FacetCounts others)
    {
        var counts = _counts.AsSpan(0, Ordinals.Values.Count);
        var more = others.All;
        for (var ordinal = 0; ordinal < counts.Length; ordinal++)
            counts[ordinal] += more[ordinal];
    }

    /// <summary>Gives the memory back for other counts; these cannot be used any more.</summary>
    public void Release()
    {
        ArrayPool<int>.Shared.Return(_counts);
        _counts = [];
    }

    /// <summary>The count of a value by its ordinal.</summary>
    public int this[int ordinal] => _counts[ordinal];
}
