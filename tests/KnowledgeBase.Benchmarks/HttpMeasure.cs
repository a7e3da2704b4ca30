using System.Collections.Concurrent;
using System.Diagnostics;
using KnowledgeBase.Tests;

namespace KnowledgeBase.Benchmarks;

/// <summary>
/// The service on the first report: how soon it answers after a start, how many searches a second it answers over HTTP, how long
/// one takes at half that load, and its memory. Client and service share the processors, so the service alone could do more.
/// </summary>
internal static class HttpMeasure
{
    private const int Clients = 8;

    // Until then the runtime compiles what it runs, and compiles it once more.
    private const int WarmUp = 5000;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(10);

    private static readonly string[] Texts =
        ["可解释", "元宇宙", "数字鸿沟", "\"全球治理\"", "人工智能 治理", "数据 -隐私", "碳中和 OR 气候", "speaker:曾毅", "institution:清华大学 伦理", "", "与会专家", "跨文化合作"];

    public static void Run() => Measure().GetAwaiter().GetResult();

    private static async Task Measure()
    {
        var folder = Directory.CreateTempSubdirectory("kb-measure-").FullName;
        try
        {
            // The first start builds the index; the second finds it published.
            (await Started(folder)).Service.Dispose();
            var starts = new List<double>();
            for (var i = 0; i < 4; i++)
            {
                var (start, stopped) = await Started(folder);
                stopped.Dispose();
                starts.Add(start);
            }

            Console.WriteLine($"start to first answer, with a published index: median {starts.Order().ToArray().At(0.5):0} ms of {starts.Count}");
            var (_, service) = await Started(folder);
            using (service)
                await Load(service);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Load(MeasuredService service)
    {
        Console.WriteLine($"memory after the first search: {service.WorkingSet >> 20} MB");
        await Closed(service, WarmUp);
        var (most, cpu) = await Closed(service, 0);
        Console.WriteLine($"{Clients} clients that ask again at once: {most:0} searches a second; the service had {cpu:0.0} of {Environment.ProcessorCount} processors, {cpu * 1000 / most:0.00} ms of processor a search");
        double[] times = [.. (await Paced(service, most / 2)).Order()];
        Console.WriteLine($"at half that load: median {times.At(0.5):0.0} ms, p90 {times.At(0.9):0.0} ms, p99 {times.At(0.99):0.0} ms");
        Console.WriteLine($"memory after all: {service.WorkingSet >> 20} MB");
    }

    private static async Task<(double Milliseconds, MeasuredService Service)> Started(string folder)
    {
        var started = Stopwatch.GetTimestamp();
        var service = await MeasuredService.Start(Repository.Corpus, Path.Combine(folder, "index"));
        await service.Client.GetByteArrayAsync(Url(0));
        return (Stopwatch.GetElapsedTime(started).TotalMilliseconds, service);
    }

    private static async Task<(double PerSecond, double Processors)> Closed(MeasuredService service, int least)
    {
        var (started, cpu) = (Stopwatch.GetTimestamp(), service.ProcessorTime);
        var done = 0;
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            for (var i = client; Stopwatch.GetElapsedTime(started) < Length || done < least; i++)
            {
                await service.Client.GetByteArrayAsync(Url(i));
                Interlocked.Increment(ref done);
            }
        })));
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return (done / seconds, (service.ProcessorTime - cpu).TotalSeconds / seconds);
    }

    // Each search is due at its time, whether or not those before it are answered, and is timed from then on.
    private static async Task<IEnumerable<double>> Paced(MeasuredService service, double perSecond)
    {
        var times = new ConcurrentBag<double>();
        var answers = new List<Task>();
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < perSecond * Length.TotalSeconds; i++)
        {
            var due = TimeSpan.FromSeconds(i / perSecond);
            if (due - Stopwatch.GetElapsedTime(started) is { Ticks: > 0 } wait)
                await Task.Delay(wait);
            answers.Add(Ask(i, due));
        }

        await Task.WhenAll(answers);
        return times;

        async Task Ask(int i, TimeSpan due)
        {
            await service.Client.GetByteArrayAsync(Url(i));
            times.Add((Stopwatch.GetElapsedTime(started) - due).TotalMilliseconds);
        }
    }

    private static string Url(int i) => $"/api/v1/statements?q={Uri.EscapeDataString(Texts[i % Texts.Length])}";
}
