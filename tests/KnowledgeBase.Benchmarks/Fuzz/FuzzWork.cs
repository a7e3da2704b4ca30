using System.Diagnostics;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Fuzz;

/// <summary>
/// Feeds a target its inputs, one after another. What took more than a second by the clock is fed again by itself, and fails
/// if it takes that much of a processor each time; what does not end at all ends the process.
/// </summary>
internal sealed class FuzzWork(FuzzTarget target, int seed, FuzzBoard board, FuzzFailures failures)
{
    /// <summary>What the process ends with when an input does not come to an end.</summary>
    public const int Hung = 3;

    private const long MostBytes = 1L << 30;
    private const int Tries = 3;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // Ticks of the clock at which the input that is being fed was begun; 0: none is.
    private long _begun;

    /// <summary>Feeds the inputs of some numbers.</summary>
    public void Run(IEnumerable<int> numbers)
    {
        using var watchdog = new Timer(_ => Watch(), null, Patience / 10, Patience / 10);
        foreach (var number in numbers)
        {
            // Whatever ends the process, making the input too, ends it at this one.
            board.Current = (number, []);
            Feed(number, InputOf(target, seed, number));
        }
    }

    /// <summary>The input of a number, whatever was fed before.</summary>
    public static byte[] InputOf(FuzzTarget target, int seed, int number) =>
        target.Make(new Random((int)ContentHash.Bits($"{target.Name} {seed} {number}")), number);

    /// <summary>Feeds one input; whether it was taken.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="input">The input.</param>
    public bool Feed(int number, byte[] input)
    {
        board.Current = (number, input);
        var figures = board.Figures;
        figures.Inputs++;
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var isTaken = Try(input, out var elapsed, out var failure);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        if (failure is null && elapsed > Longest && (elapsed = LeastOf(input)) > Longest)
            failure = new FuzzException($"takes {elapsed.TotalSeconds:0.0} s of a processor");
        if (failure is null && allocated > MostBytes)
            failure = new FuzzException($"allocates {allocated >> 20} MB");
        if (failure is not null)
        {
            figures.Failures++;
            failures.Add(target, number, input, failure);
        }

        figures.Taken += isTaken ? 1 : 0;
        figures.Seconds += elapsed.TotalSeconds;
        figures.Slowest = Math.Max(figures.Slowest, elapsed.TotalMilliseconds);
        figures.MostBytes = Math.Max(figures.MostBytes, allocated);
        board.Figures = figures;
        return isTaken;
    }

    private bool Try(byte[] input, out TimeSpan elapsed, out Exception? failure)
    {
        failure = null;
        var start = Stopwatch.GetTimestamp();
        Volatile.Write(ref _begun, start);
        try
        {
            return target.Feed(input);
        }
        catch (Exception e)
        {
            failure = e;
            return false;
        }
        finally
        {
            Volatile.Write(ref _begun, 0);
            elapsed = Stopwatch.GetElapsedTime(start);
        }
    }

    private TimeSpan LeastOf(byte[] input)
    {
        var least = TimeSpan.MaxValue;
        for (var i = 0; i < Tries && least > Longest; i++)
        {
            GC.Collect();
            var before = target.ProcessorTime;
            Try(input, out _, out _);
            least = TimeSpan.FromTicks(Math.Min(least.Ticks, (target.ProcessorTime - before).Ticks));
        }

        return least;
    }

    private void Watch()
    {
        var begun = Volatile.Read(ref _begun);
        if (begun == 0 || Stopwatch.GetElapsedTime(begun) < Patience)
            return;
        target.Dispose();
        Environment.Exit(Hung);
    }
}
