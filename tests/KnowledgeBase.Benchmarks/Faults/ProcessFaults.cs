using System.Diagnostics;

namespace KnowledgeBase.Faults;

/// <summary>What happens to a build from outside: it is killed, the disk has no room for its files, another one runs.</summary>
internal static class ProcessFaults
{
    /// <summary>Kills builds (SIGKILL), half of them at any time of their life, half while they write the index.</summary>
    public static void Kill(FaultTrial trial, int times)
    {
        var (life, writing) = Times(trial);
        for (var i = 0; i < times; i++)
        {
            var published = trial.Index.Published;
            using var build = KbProcess.Start(trial.NextBuild());
            if (i % 2 == 1)
                WaitUntilItWrites(trial, build);
            build.HasEndedAfter((i % 2 == 1 ? writing : life) * trial.Random.NextDouble());
            build.Kill();
            var fault = trial.Index.Published != published ? "killed after publishing" : IsWriting(trial) ? "killed while writing the index" : "killed before writing the index";
            trial.Count(fault);
            trial.MustAnswer(fault);
            trial.MustBuild(fault);
        }
    }

    /// <summary>
    /// Gives builds less room than they need. A limit on the length of files (ulimit -f) stands for a full disk: it needs no
    /// rights, and writing fails in the same places.
    /// </summary>
    public static void FillDisk(FaultTrial trial, int times)
    {
        var largest = Directory.EnumerateFiles(trial.Index.PublishedFolder!, "*", SearchOption.AllDirectories).Max(path => new FileInfo(path).Length);
        for (var i = 0; i < times; i++)
        {
            // Blocks of 512 bytes; with the signal ignored, a write fails as it does on a full disk.
            var blocks = i == 0 ? 0 : trial.Random.NextInt64(largest / 512);
            var fault = $"no room for files above {blocks * 512} bytes";
            trial.Count("no room for the files");
            using (var build = KbProcess.Run(trial.NextBuild(), "sh", "-c", $"trap '' XFSZ; ulimit -f {blocks}; exec \"$@\"", "sh"))
            {
                trial.MayFail(fault, build);
                if (build.ExitCode == 0)
                    trial.Fail($"{fault}: the build says that it went well");
            }

            trial.MustAnswer(fault);
            trial.MustBuild(fault);
        }
    }

    /// <summary>Starts two builds at once: one at least succeeds, and the other one too or it says why not.</summary>
    public static void BuildTwice(FaultTrial trial, int times)
    {
        for (var i = 0; i < times; i++)
        {
            const string Fault = "two builds at once";
            trial.Count(Fault);
            using var one = KbProcess.Start(trial.NextBuild());
            using var other = KbProcess.Start(trial.NextBuild());
            one.Wait();
            other.Wait();
            if (one.ExitCode != 0 && other.ExitCode != 0)
                trial.Fail($"{Fault}: neither succeeded");
            foreach (var refused in new[] { one, other }.Where(build => build.ExitCode != 0))
            {
                if (refused.ExitCode != 2 || !refused.Errors.Contains("Another build is writing to", StringComparison.Ordinal))
                    trial.Fail($"{Fault}: one ended with {refused.ExitCode} and {refused.Errors}");
            }

            trial.MustAnswer(Fault);
            trial.MustBuild(Fault);
        }
    }

    private static (TimeSpan Life, TimeSpan Writing) Times(FaultTrial trial)
    {
        var started = Stopwatch.GetTimestamp();
        using var build = KbProcess.Start(trial.NextBuild());
        WaitUntilItWrites(trial, build);
        var before = Stopwatch.GetElapsedTime(started);
        build.Wait();
        var life = Stopwatch.GetElapsedTime(started);
        return (life, life - before);
    }

    private static void WaitUntilItWrites(FaultTrial trial, KbProcess build)
    {
        while (!IsWriting(trial) && !build.HasEndedAfter(TimeSpan.FromMilliseconds(1)))
        {
            // Asked again.
        }
    }

    private static bool IsWriting(FaultTrial trial) => Directory.Exists(Path.Combine(trial.Index.Folder, "building"));
}
