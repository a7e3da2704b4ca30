using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KnowledgeBase.Benchmarks.Engines;

/// <summary>A facet of stock Lucene: the sorted-set doc values of the whole index.</summary>
internal sealed class StockFacet(IndexReader reader, string name)
{
    private readonly SortedSetDocValues? _values = MultiDocValues.GetSortedSetValues(reader, name);

    /// <summary>The facet's name.</summary>
    public string Name => name;

    /// <summary>Counters, all 0.</summary>
    public StockCounts NewCounts() => new(this, new int[_values?.ValueCount ?? 0]);

    /// <summary>The ordinal in the whole index of a segment's ordinal.</summary>
    public long Global(int segment, long ordinal) => _values is MultiDocValues.MultiSortedSetDocValues several ? several.Mapping.GetGlobalOrd(segment, ordinal) : ordinal;
}

/// <summary>The counts of a facet under one search.</summary>
internal sealed record StockCounts(StockFacet Facet, int[] Counts);

/// <summary>Counts the facet values of each hit from doc values.</summary>
internal sealed class StockFacetCollector(StockCounts[] facets) : ICollector
{
    private readonly SortedSetDocValues?[] _values = new SortedSetDocValues?[facets.Length];
    private int _segment;

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer)
    {
        // Nothing is ranked.
    }

    public void SetNextReader(AtomicReaderContext context)
    {
        _segment = context.Ord;
        for (var i = 0; i < facets.Length; i++)
            _values[i] = context.AtomicReader.GetSortedSetDocValues(facets[i].Facet.Name);
    }

    public void Collect(int doc)
    {
        for (var i = 0; i < facets.Length; i++)
        {
            if (_values[i] is not { } values)
                continue;
            values.SetDocument(doc);
            for (var ordinal = values.NextOrd(); ordinal != SortedSetDocValues.NO_MORE_ORDS; ordinal = values.NextOrd())
                facets[i].Counts[facets[i].Facet.Global(_segment, ordinal)]++;
        }
    }
}
