using System.Globalization;

namespace KnowledgeBase.Benchmarks;

/// <summary>
/// The service under load for a long time (10 minutes unless another number is given): searches at 70 % of the most that it bears, while the
/// index is rebuilt over HTTP every minute. Counted are answers that fail or find another number of statements than before, builds that fail,
/// and how its memory goes.
/// </summary>
internal static class SoakMeasure
{
    private const double Share = 0.7;
    private const double MostGrowth = 1.05;
    private const int WarmUp = 5000;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Sampled = TimeSpan.FromSeconds(5);

    public static void Run(string[] arguments) => Environment.ExitCode = Soak(arguments is [var minutes] ? int.Parse(minutes, CultureInfo.InvariantCulture) : 10).GetAwaiter().GetResult() ? 0 : 1;

    private static async Task<bool> Soak(int minutes)
    {
        var folder = Directory.CreateTempSubdirectory("kb-soak-").FullName;
        try
        {
            using var service = await HttpBuilds.Start(folder);
            await HttpLoad.Closed(service, TimeSpan.Zero, WarmUp);
            var (most, _) = await HttpLoad.Closed(service, Minute / 3, 0);
            var expected = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var i = 0; i < WarmUp && expected.TryAdd(HttpLoad.Url(i), ""); i++)
                expected[HttpLoad.Url(i)] = TotalIn(await service.Client.GetStringAsync(HttpLoad.Url(i)));
            Console.WriteLine($"limit {most:0} searches a second; {minutes} minutes at {most * Share:0}");

            using var done = new CancellationTokenSource();
            var building = Rebuild(service, done.Token);
            var sampling = Sample(service, done.Token);
            var (times, failures) = await HttpLoad.Paced(most * Share, minutes * Minute, i => Ask(service, HttpLoad.Url(i), expected));
            await done.CancelAsync();
            return Print(times, failures, await building, await sampling);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static bool Print(double[] times, IReadOnlyCollection<string> failures, IReadOnlyList<string> builds, IReadOnlyList<long> memory)
    {
        var unsound = builds.Where(status => status != "succeeded").ToList();
        var third = memory.Count / 3;
        var (early, late) = (Median(memory.Skip(third).Take(third)), Median(memory.Skip(2 * third)));
        Console.WriteLine($"{times.Length} searches, {failures.Count} of them failed or answered wrongly; median {times.At(0.5):0.0} ms, p99 {times.At(0.99):0.0} ms, slowest {times[^1]:0} ms");
        Console.WriteLine($"{builds.Count} rebuilds, {unsound.Count} of them failed");
        Console.WriteLine($"memory: median {early >> 20} MB in the second third of the time, {late >> 20} MB in the last, at most {memory.Max() >> 20} MB");
        foreach (var failure in failures.Concat(unsound).CountBy(failure => failure))
            Console.WriteLine($"  {failure.Value} × {failure.Key}");
        return failures.Count == 0 && unsound.Count == 0 && late <= early * MostGrowth;
    }

    private static long Median(IEnumerable<long> values) => values.Order().ToArray() is { Length: > 0 } sorted ? sorted[sorted.Length / 2] : 0;

    private static async Task<string?> Ask(MeasuredService service, string url, Dictionary<string, string> expected)
    {
        try
        {
            using var answer = await service.Client.GetAsync(url);
            var total = answer.IsSuccessStatusCode ? TotalIn(await answer.Content.ReadAsStringAsync()) : null;
            return total is null ? $"{url}: {(int)answer.StatusCode}" : total == expected[url] ? null : $"{url}: {total} instead of {expected[url]}";
        }
        catch (HttpRequestException e)
        {
            return $"{url}: {e.Message}";
        }
    }

    // The answer begins with how many statements were found.
    private static string TotalIn(string answer) => answer[..answer.IndexOf(',', StringComparison.Ordinal)];

    private static async Task<IReadOnlyList<string>> Rebuild(MeasuredService service, CancellationToken done)
    {
        var outcomes = new List<string>();
        await Every(Minute, done, async () => outcomes.Add(await HttpBuilds.Build(service)));
        return outcomes;
    }

    private static async Task<IReadOnlyList<long>> Sample(MeasuredService service, CancellationToken done)
    {
        var memory = new List<long>();
        await Every(Sampled, done, () =>
        {
            memory.Add(service.WorkingSet);
            return Task.CompletedTask;
        });
        return memory;
    }

    private static async Task Every(TimeSpan time, CancellationToken done, Func<Task> act)
    {
        using var timer = new PeriodicTimer(time);
        try
        {
            while (await timer.WaitForNextTickAsync(done))
                await act();
        }
        catch (OperationCanceledException)
        {
            // The time is over.
        }
    }
}
