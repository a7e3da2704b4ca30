using Lucene.Net.Search;

namespace KnowledgeBase.Search;

/// <summary>Searches the segments of an index on several processors at once.</summary>
internal static class SegmentSearch
{
    /// <summary>Collects what a query finds. What it finds may be parted among several collectors, each with whole segments, in any order.</summary>
    /// <param name="searcher">What is searched.</param>
    /// <param name="query">The query.</param>
    /// <param name="helpers">Who may help.</param>
    /// <param name="newCollector">Makes a collector; it is used by one thread.</param>
    /// <returns>The collectors, at least one.</returns>
    /// <exception cref="OperationCanceledException">The time of the search is over (<see cref="SearchDeadline"/>).</exception>
    public static IReadOnlyList<DrillSideways> Collect(IndexSearcher searcher, Query query, SearchHelpers helpers, Func<DrillSideways> newCollector)
    {
        var segments = searcher.IndexReader.Leaves;
        var weight = searcher.CreateNormalizedWeight(query);
        return helpers.Do(segments.Count, newCollector, (collector, segment) =>
        {
            if (weight.GetScorer(segments[segment], segments[segment].AtomicReader.LiveDocs) is { } scorer)
                collector.Collect(scorer, segments[segment].DocBase);
        });
    }
}
