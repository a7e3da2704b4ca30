using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Lucene.Net.Search;

namespace KnowledgeBase.Search;

/// <summary>
/// Threads that help one search with what can be parted. They are called when it begins, for to wake one takes as long as to read a
/// query, and they wait a moment for its next work. Whoever asks does what no other has taken, and waits for nobody who has not begun:
/// on a busy machine it does all. For the thread that searches.
/// </summary>
internal sealed class SearchHelpers : IDisposable
{
    // In an index of fewer, what a search does takes less time than waking another thread.
    private const int LeastDocuments = 16_384;

    // About as long as a search does what cannot be parted, and as the system takes to wake a thread.
    private static readonly TimeSpan Patience = TimeSpan.FromMicroseconds(200);

    // Those of all searches that were called and did not come yet.
    private static int _called;
    private readonly int _most;
    private readonly CancellationToken _deadline = SearchDeadline.Current;
    private Work? _work;
    private int _present;
    private bool _isOver;

    /// <summary>Calls threads, where the index that is searched is worth it.</summary>
    public SearchHelpers(IndexSearcher searcher)
    {
        _most = searcher.IndexReader.MaxDoc < LeastDocuments ? 0 : Math.Min(Environment.ProcessorCount, searcher.IndexReader.Leaves.Count) - 1;
        Call();
    }

    /// <summary>Does each part of some work once, in any order.</summary>
    /// <param name="parts">How many there are, numbered from 0; they are taken in that order.</param>
    /// <param name="begin">Makes what a thread works with.</param>
    /// <param name="work">Does a part.</param>
    /// <returns>What the threads that took part have worked with, at least one.</returns>
    /// <exception cref="Exception">What doing a part has thrown; the parts behind it may be left undone.</exception>
    public IReadOnlyList<T> Do<T>(int parts, Func<T> begin, Action<T, int> work)
    {
        var all = new Work<T>(parts, begin, work);
        if (parts > 1)
        {
            Volatile.Write(ref _work, all);
            Call();
        }

        return all.Finish();
    }

    /// <summary>Lets them go.</summary>
    public void Dispose() => Volatile.Write(ref _isOver, true);

    private void Call()
    {
        while (Volatile.Read(ref _present) < _most)
        {
            Interlocked.Increment(ref _present);
            Interlocked.Increment(ref _called);
            _ = Task.Run(Help);
        }
    }

    private void Help()
    {
        Interlocked.Decrement(ref _called);
        using (SearchDeadline.Begin(_deadline))
        {
            Work? done = null;
            var (since, spin) = (Stopwatch.GetTimestamp(), default(SpinWait));
            while (!Volatile.Read(ref _isOver) && Stopwatch.GetElapsedTime(since) < Patience)
            {
                if (Volatile.Read(ref _work) is { } work && work != done)
                {
                    work.Help();
                    (done, since) = (work, Stopwatch.GetTimestamp());
                    spin.Reset();
                }
                else if (ThreadPool.PendingWorkItemCount > Volatile.Read(ref _called))
                {
                    // What else waits for a processor is worth more than what may come.
                    break;
                }
                else
                {
                    spin.SpinOnce(sleep1Threshold: -1);
                }
            }
        }

        Interlocked.Decrement(ref _present);
    }

    private abstract class Work
    {
        public abstract void Help();
    }

    // Parts of work that are still to do, taken one by one.
    private sealed class Work<T>(int parts, Func<T> begin, Action<T, int> work) : Work
    {
        private readonly List<T> _used = [];
        private int _taken;
        private int _helping;
        private ExceptionDispatchInfo? _failure;

        public override void Help()
        {
            lock (_used)
                _helping++;
            try
            {
                Do();
            }
            catch (Exception e)
            {
                _failure = ExceptionDispatchInfo.Capture(e);
                Stop();
            }

            lock (_used)
            {
                _helping--;
                Monitor.Pulse(_used);
            }
        }

        public IReadOnlyList<T> Finish()
        {
            try
            {
                Do();
            }
            finally
            {
                // One that works must end before the index can be closed.
                Stop();
                Wait();
            }

            _failure?.Throw();
            return _used.Count > 0 ? _used : [begin()];
        }

        private void Do()
        {
            if (Take() is not (>= 0 and var part))
                return;
            var own = begin();
            for (; part >= 0; part = Take())
                work(own, part);
            lock (_used)
                _used.Add(own);
        }

        private int Take() => Interlocked.Increment(ref _taken) - 1 is var part && part < parts ? part : -1;

        private void Stop() => Interlocked.Exchange(ref _taken, parts);

        // It mostly takes less time than to be put to sleep and woken.
        private void Wait()
        {
            var (since, spin) = (Stopwatch.GetTimestamp(), default(SpinWait));
            while (Volatile.Read(ref _helping) > 0 && Stopwatch.GetElapsedTime(since) < Patience)
                spin.SpinOnce(sleep1Threshold: -1);
            lock (_used)
            {
                while (_helping > 0)
                    Monitor.Wait(_used);
            }
        }
    }
}
