using System.Globalization;
using KnowledgeBase.Faults;
using KnowledgeBase.Tests;

namespace KnowledgeBase.Benchmarks;

/// <summary>
/// What an index survives: builds of the real program are killed (200 times unless another number is given), have no room,
/// no rights, company; files are damaged. Counted are answers that were wrong or missing afterwards, and builds that failed.
/// </summary>
internal static class FaultsMeasure
{
    private const int Seed = 2021;

    public static void Run(string[] arguments)
    {
        var kills = arguments is [var number] ? int.Parse(number, CultureInfo.InvariantCulture) : 200;
        var folder = Directory.CreateTempSubdirectory("kb-faults-").FullName;
        try
        {
            using var trial = new FaultTrial(folder, Repository.Corpus, Seed);
            Try(trial, () => ProcessFaults.Kill(trial, kills));
            Try(trial, () => ProcessFaults.FillDisk(trial, Math.Max(2, kills / 10)));
            Try(trial, () => ProcessFaults.BuildTwice(trial, Math.Max(1, kills / 20)));
            Try(trial, () =>
            {
                if (!FileFaults.TakeRights(trial))
                    Console.WriteLine("rights taken away: not tried, for this user passes over them");
            });
            Try(trial, () => FileFaults.Damage(trial, isThorough: true));
            Console.WriteLine($"{"all faults",-32} {trial.Tried.Values.Sum(),5}");
            Console.WriteLine($"answers wrong or missing, builds that failed afterwards: {trial.Failures.Count}");
            foreach (var failure in trial.Failures)
                Console.WriteLine($"  {failure}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Try(FaultTrial trial, Action faults)
    {
        var before = trial.Tried.Count;
        faults();
        foreach (var (kind, tried) in trial.Tried.Skip(before))
            Console.WriteLine($"{kind,-32} {tried,5}");
    }
}
