using System.Collections.Concurrent;
using System.Diagnostics;

namespace KnowledgeBase.Benchmarks;

/// <summary>Searches that people ask the service at once, and how it bears them.</summary>
internal static class HttpLoad
{
    /// <summary>How many ask at once where each waits for its answer before it asks again.</summary>
    public const int Clients = 8;

    private static readonly string[] Texts =
        ["可解释", "元宇宙", "数字鸿沟", "\"全球治理\"", "人工智能 治理", "数据 -隐私", "碳中和 OR 气候", "speaker:曾毅", "institution:清华大学 伦理", "", "与会专家", "跨文化合作"];

    /// <summary>The address of one of the searches.</summary>
    public static string Url(int number) => $"/api/v1/statements?q={Uri.EscapeDataString(Texts[number % Texts.Length])}";

    /// <summary>Clients that ask again at once: how many searches a second, and how many processors the service had.</summary>
    /// <param name="service">The service.</param>
    /// <param name="time">How long they ask.</param>
    /// <param name="least">How many searches they ask at least.</param>
    public static async Task<(double PerSecond, double Processors)> Closed(MeasuredService service, TimeSpan time, int least)
    {
        var (started, cpu) = (Stopwatch.GetTimestamp(), service.ProcessorTime);
        var done = 0;
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            for (var i = client; Stopwatch.GetElapsedTime(started) < time || done < least; i++)
            {
                await service.Client.GetByteArrayAsync(Url(i));
                Interlocked.Increment(ref done);
            }
        })));
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return (done / seconds, (service.ProcessorTime - cpu).TotalSeconds / seconds);
    }

    /// <summary>Searches that are due at fixed times, whether or not those before them are answered.</summary>
    /// <param name="perSecond">How many a second.</param>
    /// <param name="time">How long.</param>
    /// <param name="ask">Asks one and says what was wrong with its answer; null where nothing was.</param>
    /// <returns>The milliseconds from the time at which each was due to its answer, shortest first, and what was wrong with answers.</returns>
    public static async Task<(double[] Milliseconds, IReadOnlyCollection<string> Failures)> Paced(double perSecond, TimeSpan time, Func<int, Task<string?>> ask)
    {
        var times = new ConcurrentBag<double>();
        var failures = new ConcurrentBag<string>();
        var answers = new List<Task>();
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < perSecond * time.TotalSeconds; i++)
        {
            var due = TimeSpan.FromSeconds(i / perSecond);
            if (due - Stopwatch.GetElapsedTime(started) is { Ticks: > 0 } wait)
                await Task.Delay(wait);
            answers.Add(Ask(i, due));
        }

        await Task.WhenAll(answers);
        return ([.. times.Order()], failures);

        async Task Ask(int i, TimeSpan due)
        {
            if (await ask(i) is { } failure)
                failures.Add(failure);
            times.Add((Stopwatch.GetElapsedTime(started) - due).TotalMilliseconds);
        }
    }
}
