using System.Diagnostics;
using System.Globalization;
using KnowledgeBase.Fuzz;
using KnowledgeBase.Fuzz.Targets;
using KnowledgeBase.Tests;

namespace KnowledgeBase.Benchmarks;

/// <summary>
/// Feeds every part that reads what others wrote a million inputs, or another number, and counts what failed: an exception that
/// is not documented, an answer that cannot be, more than a second, more than a gigabyte, the end of the process. Each target is a
/// process of its own; one that ends is started again behind the input that ended it.
/// </summary>
internal static class FuzzMeasure
{
    private const string Row = "{0,-8} {1,9} {2,9} {3,9} {4,9} {5,11} {6,9} {7,9}";
    private static readonly string Kept = Path.Combine(Repository.Root, "artifacts", "fuzz");

    /// <summary>[N] [--seed S] [--target NAME] [--threads T] [--from NUMBER], or --target NAME --replay FILE.</summary>
    public static void Run(string[] arguments)
    {
        try
        {
            Run(new FuzzOptions(arguments));
        }
        catch (FormatException e)
        {
            Console.Error.WriteLine(e.Message);
            Environment.ExitCode = 2;
        }
    }

    private static void Run(FuzzOptions options)
    {
        if (options.Replayed is { } file)
        {
            Environment.ExitCode = Replay(options.Target!, file);
            return;
        }

        var targets = FuzzTargets.All.Where(target => options.Target is null || options.Target == target.Key).ToList();
        var shares = targets.Sum(target => target.Value.Share);
        Console.WriteLine(Line("target", "inputs", "inputs/s", "taken", "refused", "slowest ms", "most MB", "failures"));
        var all = default(FuzzFigures);
        foreach (var (name, (_, share)) in targets)
        {
            var figures = Feed(name, options.From + (int)((long)options.Inputs * share / shares), options);
            Print(name, figures);
            all = all.With(figures);
        }

        Print("all", all);
        Environment.ExitCode = all.Failures == 0 ? 0 : 1;
    }

    /// <summary>The work of one process: TARGET SEED FROM TO STEP BOARD.</summary>
    public static void Work(string[] arguments)
    {
        int[] numbers = [.. arguments[1..5].Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
        using var target = FuzzTargets.All[arguments[0]].Make();
        using var board = new FuzzBoard(arguments[5]);
        new FuzzWork(target, numbers[0], board, new FuzzFailures(Kept)).Run(Enumerable.Range(0, int.MaxValue).Select(i => numbers[1] + (i * numbers[3])).TakeWhile(number => number < numbers[2]));
    }

    private static FuzzFigures Feed(string name, int to, FuzzOptions options)
    {
        var figures = new FuzzFigures[options.Threads];
        Parallel.For(0, options.Threads, new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, thread => figures[thread] = FeedThread(name, options.From + thread, to, options));
        return figures.Aggregate((sum, part) => sum.With(part));
    }

    private static FuzzFigures FeedThread(string name, int from, int to, FuzzOptions options)
    {
        var file = Path.GetTempFileName();
        try
        {
            using var board = new FuzzBoard(file);
            while (from < to)
            {
                using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(FuzzMeasure).Assembly.Location, "fuzz-work", name, $"{options.Seed}", $"{from}", $"{to}", $"{options.Threads}", file]) { UseShellExecute = false, RedirectStandardError = true })!;
                var errors = process.StandardError.ReadToEnd();
                process.WaitForExit();
                if (process.ExitCode == 0)
                    break;
                from = NoteEnd(name, process.ExitCode, errors, board) + options.Threads;
            }

            return board.Figures;
        }
        finally
        {
            File.Delete(file);
        }
    }

    // The process ended while it was at an input.
    private static int NoteEnd(string name, int code, string errors, FuzzBoard board)
    {
        var (number, input) = board.Current;
        var figures = board.Figures;
        figures.Inputs++;
        figures.Failures++;
        board.Figures = figures;
        var why = code == FuzzWork.Hung ? "does not come to an end" : $"ends the process ({code}): {string.Join('\n', errors.Split('\n').Take(40))}";
        new FuzzFailures(Kept).Keep(name, ".input", number, input, why);
        return number;
    }

    private static int Replay(string name, string file)
    {
        using var target = FuzzTargets.All[name].Make();
        var path = Path.GetTempFileName();
        using var board = new FuzzBoard(path);
        var input = File.ReadAllBytes(file);
        new FuzzWork(target, 0, board, new FuzzFailures(Path.Combine(Kept, "replayed"))).Feed(0, input);
        Print(name, board.Figures);
        File.Delete(path);
        return board.Figures.Failures == 0 ? 0 : 1;
    }

    private static void Print(string name, FuzzFigures figures) => Console.WriteLine(Line(
        name, $"{figures.Inputs:#,0}", $"{figures.Inputs / figures.Seconds:#,0}", $"{figures.Taken:#,0}", $"{figures.Inputs - figures.Taken:#,0}", $"{figures.Slowest:#,0}", $"{figures.MostBytes / 1e6:#,0}", $"{figures.Failures:#,0}"));

    private static string Line(params object[] cells) => string.Format(CultureInfo.InvariantCulture, Row, cells);
}
