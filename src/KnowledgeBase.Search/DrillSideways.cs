using Lucene.Net.Search;

namespace KnowledgeBase.Search;

/// <summary>
/// Collects the top hits and the counts of all facets in one pass. A statement that fails exactly one facet's choice is
/// no hit, and counts in that facet alone: so a facet's counts ignore its own choice, and a user can widen it.
/// </summary>
internal sealed class DrillSideways
{
    private const int BatchSize = 1024;
    private const int Several = -1;
    private readonly bool _needsScores;
    private readonly int[]? _ranks;
    private readonly SortRanks _positions;
    private readonly FacetChoice[] _choices;

    // What is counted waits until there is much of it: facet by facet the arrays stay in the processor's cache. The hits
    // come first, then for each choice what fails it alone.
    private readonly int[][] _batches;
    private readonly int[] _waiting;

    /// <summary>Prepares one pass.</summary>
    /// <param name="generation">What is searched.</param>
    /// <param name="query">The choices, facets, order and page.</param>
    /// <param name="after">Where the page begins, behind this; null at the first hit.</param>
    public DrillSideways(Generation generation, SearchQuery query, Cursor? after)
    {
        _needsScores = query.Sort == SortKey.Relevance && query.Text.Length > 0;
        _positions = generation.Ranks;
        _ranks = _positions.Of(query.Sort);
        _choices = [.. query.Filters.Select(filter => new FacetChoice(generation.OrdinalsOf(filter.Key), filter.Value))];
        Counts = [.. query.Facets.Distinct(StringComparer.Ordinal).Select(facet => new FacetCounts(facet, generation.OrdinalsOf(facet)))];
        Top = new TopHits(query.Size, query.Reversed, after is null ? null : (after.Key, after.Position));
        _batches = [.. Enumerable.Range(0, _choices.Length + 1).Select(_ => new int[BatchSize])];
        _waiting = new int[_batches.Length];
    }

    /// <summary>The counts of the facets asked for, in that order, once <see cref="Finish"/> was called.</summary>
    public FacetCounts[] Counts { get; }

    /// <summary>The first hits.</summary>
    public TopHits Top { get; }

    /// <summary>How many statements match text and choices.</summary>
    public int Total { get; private set; }

    /// <summary>How many statements match the text.</summary>
    public int TotalOfText { get; private set; }

    /// <summary>Counts what still waits: all that was offered is counted.</summary>
    public DrillSideways Finish()
    {
        for (var batch = 0; batch < _batches.Length; batch++)
            Count(batch);
        return this;
    }

    /// <summary>Adds what another part of the same pass collected and finished; that one cannot be used any more.</summary>
    public DrillSideways Add(DrillSideways others)
    {
        Total += others.Total;
        TotalOfText += others.TotalOfText;
        Top.Add(others.Top);
        foreach (var (counts, more) in Counts.Zip(others.Counts))
            counts.Add(more);
        others.Release();
        return this;
    }

    /// <summary>Gives the memory of the counts back.</summary>
    public void Release() => Array.ForEach(Counts, counts => counts.Release());

    /// <summary>Collects what is found in a segment.</summary>
    /// <param name="scorer">What finds it.</param>
    /// <param name="docBase">The first document of the segment.</param>
    public void Collect(Scorer scorer, int docBase)
    {
        for (var doc = scorer.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = scorer.NextDoc())
        {
            SearchDeadline.Check(++TotalOfText);
            var global = docBase + doc;
            var failed = _choices.Length == 0 ? 0 : FailedBy(global);
            if (failed == Several)
                continue;
            if (Counts.Length > 0)
            {
                _batches[failed][_waiting[failed]++] = global;
                if (_waiting[failed] == BatchSize)
                    Count(failed);
            }

            if (failed > 0)
                continue;
            Total++;
            var score = _needsScores ? scorer.GetScore() : 0;
            Top.Offer(new RankedHit(global, score, _ranks is null ? -(double)score : _ranks[global], _positions.PositionOf(global)));
        }
    }

    // The number of the only choice that a document fails, from 1 on; 0 where it fails none.
    private int FailedBy(int doc)
    {
        var failed = 0;
        for (var choice = 0; choice < _choices.Length; choice++)
        {
            if (_choices[choice].Admits(doc))
                continue;
            if (failed > 0)
                return Several;
            failed = choice + 1;
        }

        return failed;
    }

    private void Count(int batch)
    {
        var docs = _batches[batch].AsSpan(0, _waiting[batch]);
        foreach (var count in Counts)
        {
            if (batch == 0 || ReferenceEquals(count.Ordinals, _choices[batch - 1].Ordinals))
                count.Add(docs);
        }

        _waiting[batch] = 0;
    }
}
