using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KnowledgeBase.Search;

/// <summary>
/// Collects the top hits and the counts of all facets in one pass. A statement that fails exactly one facet's choice is
/// no hit, and counts in that facet alone: so a facet's counts ignore its own choice, and a user can widen it.
/// </summary>
internal sealed class DrillSideways(Generation generation, SearchQuery query, IReadOnlyList<FacetChoice> choices, IReadOnlyList<FacetCounts> counts, TopHits top)
    : ICollector
{
    private readonly bool _needsScores = query.Sort == SortKey.Relevance && query.Text.Length > 0;
    private readonly int[]? _ranks = generation.Ranks.Of(query.Sort);
    private Scorer? _scorer;
    private int _docBase;

    /// <summary>How many statements match text and choices.</summary>
    public int Total { get; private set; }

    /// <inheritdoc/>
    public bool AcceptsDocsOutOfOrder => true;

    /// <inheritdoc/>
    public void SetScorer(Scorer scorer) => _scorer = scorer;

    /// <inheritdoc/>
    public void SetNextReader(AtomicReaderContext context) => _docBase = context.DocBase;

    /// <inheritdoc/>
    public void Collect(int doc)
    {
        var global = _docBase + doc;
        FacetChoice? failed = null;
        foreach (var choice in choices)
        {
            if (choice.Admits(global))
                continue;
            if (failed is not null)
                return;
            failed = choice;
        }

        foreach (var count in counts)
        {
            if (failed is null || ReferenceEquals(count.Ordinals, failed.Ordinals))
                count.Add(global);
        }

        if (failed is not null)
            return;
        Total++;
        var score = _needsScores ? _scorer!.GetScore() : 0;
        top.Offer(new RankedHit(global, score, _ranks is null ? -(double)score : _ranks[global], generation.Ranks.PositionOf(global)));
    }
}

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
            if (Array.IndexOf(_all, ordinal) >= 0)
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

/// <summary>The counts of one facet.</summary>
internal sealed class FacetCounts(string facet, FacetOrdinals ordinals)
{
    private readonly int[] _counts = new int[ordinals.Values.Count];

    /// <summary>The facet's name.</summary>
    public string Facet => facet;

    /// <summary>The facet's values.</summary>
    public FacetOrdinals Ordinals => ordinals;

    /// <summary>Counts a document in each of its values.</summary>
    public void Add(int doc)
    {
        foreach (var ordinal in ordinals.Of(doc))
            _counts[ordinal]++;
    }

    /// <summary>The count of a value by its ordinal.</summary>
    public int this[int ordinal] => _counts[ordinal];
}
