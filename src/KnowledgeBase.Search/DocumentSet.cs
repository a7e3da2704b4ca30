using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace KnowledgeBase.Search;

/// <summary>The documents that a search finds, one bit each: what is counted in several ways is searched for once.</summary>
internal sealed class DocumentSet
{
    private readonly FixedBitSet _bits;

    private DocumentSet(FixedBitSet bits)
    {
        _bits = bits;
        Count = bits.Cardinality;
    }

    /// <summary>How many documents it holds.</summary>
    public int Count { get; }

    /// <summary>The documents, ascending.</summary>
    public IEnumerable<int> Documents
    {
        get
        {
            for (var doc = From(0); doc >= 0; doc = From(doc + 1))
                yield return doc;
        }
    }

    /// <summary>The documents that match a query and pass all filters.</summary>
    public static DocumentSet Of(Generation generation, Query query, IReadOnlyDictionary<string, FacetFilter> filters)
    {
        var bits = new FixedBitSet(generation.Searcher.IndexReader.MaxDoc);
        List<FacetChoice> choices = [.. filters.Select(filter => new FacetChoice(generation.OrdinalsOf(filter.Key), filter.Value))];
        generation.Searcher.Search(query, new Collector(bits, choices));
        return new DocumentSet(bits);
    }

    /// <summary>Those of them that have a value of a facet.</summary>
    public DocumentSet With(FacetOrdinals ordinals, string value)
    {
        var bits = new FixedBitSet(_bits.Length);
        var ordinal = ordinals.OrdinalOf(value);
        foreach (var doc in Documents)
        {
            if (ordinals.Of(doc).Contains(ordinal))
                bits.Set(doc);
        }

        return new DocumentSet(bits);
    }

    /// <summary>What is in this set or in another one.</summary>
    public DocumentSet Or(DocumentSet other)
    {
        var bits = _bits.Clone();
        bits.Or(other._bits);
        return new DocumentSet(bits);
    }

    /// <summary>Whether it holds a document.</summary>
    public bool Has(int doc) => _bits.Get(doc);

    /// <summary>The first document from a number on, or -1.</summary>
    public int From(int doc) => doc < _bits.Length ? _bits.NextSetBit(doc) : -1;

    private sealed class Collector(FixedBitSet bits, List<FacetChoice> choices) : ICollector
    {
        private int _docBase;
        private int _collected;

        public bool AcceptsDocsOutOfOrder => true;

        public void SetScorer(Scorer scorer)
        {
            // Nothing is ranked.
        }

        public void SetNextReader(AtomicReaderContext context) => _docBase = context.DocBase;

        public void Collect(int doc)
        {
            SearchDeadline.Check(++_collected);
            if (choices.TrueForAll(choice => choice.Admits(_docBase + doc)))
                bits.Set(_docBase + doc);
        }
    }
}
