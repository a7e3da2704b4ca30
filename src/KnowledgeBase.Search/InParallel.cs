using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace KnowledgeBase.Search;

/// <summary>Work on many items on several processors.</summary>
internal static class InParallel
{
    /// <summary>
    /// Does something with each item. The items are taken one by one and in order, each when a processor is free for it, so that none waits
    /// in memory.
    /// </summary>
    /// <param name="items">The items.</param>
    /// <param name="action">What is done with each.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="processors">How many processors at most; null: all.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="Exception">What taking an item or working on one has thrown; the work on the others was stopped.</exception>
    public static void Each<T>(IEnumerable<T> items, Action<T> action, CancellationToken cancellation, int? processors = null)
    {
        if (processors == 1)
        {
            foreach (var item in items)
            {
                cancellation.ThrowIfCancellationRequested();
                action(item);
            }

            return;
        }

        try
        {
            Parallel.ForEach(Partitioner.Create(items, EnumerablePartitionerOptions.NoBuffering), new ParallelOptions { MaxDegreeOfParallelism = processors ?? Environment.ProcessorCount, CancellationToken = cancellation }, action);
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
    }
}
