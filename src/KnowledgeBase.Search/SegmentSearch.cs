using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KnowledgeBase.Search;

/// <summary>Searches the segments of an index on several processors at once.</summary>
internal static class SegmentSearch
{
    // What takes less than waking another thread does is done by the one that asks.
    private const int LeastDocuments = 16_384;

    /// <summary>Whether an index has so many documents that it is worth the while.</summary>
    public static bool IsLarge(IndexSearcher searcher) => searcher.IndexReader.MaxDoc >= LeastDocuments;

    /// <summary>Collects what a query finds. What it finds may be parted among several collectors, each with whole segments, in any order.</summary>
    /// <param name="searcher">What is searched.</param>
    /// <param name="query">The query.</param>
    /// <param name="newCollector">Makes a collector; it is used by one thread.</param>
    /// <returns>The collectors, at least one.</returns>
    /// <exception cref="OperationCanceledException">The time of the search is over (<see cref="SearchDeadline"/>).</exception>
    public static IReadOnlyList<T> Collect<T>(IndexSearcher searcher, Query query, Func<T> newCollector)
        where T : ICollector
    {
        var work = new Work<T>(searcher.IndexReader.Leaves, searcher.CreateNormalizedWeight(query), newCollector);
        var others = IsLarge(searcher) ? Math.Min(Environment.ProcessorCount, searcher.IndexReader.Leaves.Count) - 1 : 0;
        List<Helper<T>> helpers = [.. Enumerable.Range(0, others).Select(_ => new Helper<T>(work, SearchDeadline.Current))];
        T own;
        try
        {
            own = work.Do();
        }
        finally
        {
            // A helper that no processor was free for has nothing left to do. One that works must end before the index can be closed.
            work.Stop();
            helpers.RemoveAll(helper => helper.CallOff());
            helpers.ForEach(helper => helper.Wait());
        }

        return [own, .. helpers.Select(helper => helper.Result)];
    }

    // The segments that are still to search, taken one by one.
    private sealed class Work<T>(IList<AtomicReaderContext> segments, Weight weight, Func<T> newCollector)
        where T : ICollector
    {
        private int _taken;

        public T Do()
        {
            var collector = newCollector();
            while (Interlocked.Increment(ref _taken) - 1 is var next && next < segments.Count)
            {
                var segment = segments[next];
                collector.SetNextReader(segment);
                weight.GetBulkScorer(segment, scoreDocsInOrder: !collector.AcceptsDocsOutOfOrder, segment.AtomicReader.LiveDocs)?.Score(collector);
            }

            return collector;
        }

        public void Stop() => Interlocked.Exchange(ref _taken, segments.Count);
    }

    private sealed class Helper<T>
        where T : ICollector
    {
        private readonly Task<T> _task;
        private int _isTaken;

        public Helper(Work<T> work, CancellationToken deadline) => _task = Task.Run(() =>
        {
            if (Interlocked.Exchange(ref _isTaken, 1) == 1)
                return default!;
            using (SearchDeadline.Begin(deadline))
                return work.Do();
        });

        public T Result => _task.GetAwaiter().GetResult();

        // Whatever came of it.
        public void Wait() => Task.WaitAny(_task);

        // Whether it had not begun, and never will.
        public bool CallOff() => Interlocked.Exchange(ref _isTaken, 1) == 0;
    }
}
