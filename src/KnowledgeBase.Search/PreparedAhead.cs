using System.Collections.Concurrent;

namespace KnowledgeBase.Search;

/// <summary>Does work on the items of a sequence ahead of whoever takes the results, on other threads, and keeps their order.</summary>
internal static class PreparedAhead
{
    private const int BatchSize = 32;

    // Enough to keep every processor busy, and few enough that memory stays flat.
    private static readonly int MostBatches = 2 * Environment.ProcessorCount;

    /// <summary>The result of each item, in order. What reading or preparing throws is thrown where the results are taken.</summary>
    public static IEnumerable<TResult> Of<T, TResult>(IEnumerable<T> items, Func<T, TResult> prepare)
    {
        using var batches = new BlockingCollection<Task<TResult[]>>(MostBatches);
        using var stop = new CancellationTokenSource();
        // It waits most of the time, and must not keep a thread from those who prepare.
        var reading = Task.Factory.StartNew(() => Read(items, prepare, batches, stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            foreach (var batch in batches.GetConsumingEnumerable())
            {
                foreach (var result in batch.GetAwaiter().GetResult())
                    yield return result;
            }

            reading.GetAwaiter().GetResult();
        }
        finally
        {
            // Whoever stops taking results stops the reading too, before what it reads from is closed.
            stop.Cancel();
            Task.WaitAny(reading);
        }
    }

    private static void Read<T, TResult>(IEnumerable<T> items, Func<T, TResult> prepare, BlockingCollection<Task<TResult[]>> batches, CancellationToken stop)
    {
        try
        {
            foreach (var batch in items.Chunk(BatchSize))
                batches.Add(Task.Run(() => Array.ConvertAll(batch, item => prepare(item)), stop), stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Nobody takes the results any more.
        }
        finally
        {
            batches.CompleteAdding();
        }
    }
}
