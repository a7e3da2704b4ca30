using System.Diagnostics;

namespace KnowledgeBase.Benchmarks;

/// <summary>Times work on a shared machine: medians and tails of many runs, after a warm-up.</summary>
internal static class Clock
{
    /// <summary>The milliseconds of each run, shortest first.</summary>
    public static double[] Time(int runs, Action work)
    {
        var times = new double[runs];
        for (var i = 0; i < runs; i++)
        {
            var start = Stopwatch.GetTimestamp();
            work();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        return times;
    }

    /// <summary>The value below which a share of the times lies.</summary>
    public static double At(this double[] sorted, double share) => sorted[(int)Math.Min(sorted.Length - 1, sorted.Length * share)];
}
