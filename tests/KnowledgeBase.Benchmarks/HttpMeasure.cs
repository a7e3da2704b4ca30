using System.Diagnostics;
using KnowledgeBase.Tests;

namespace KnowledgeBase.Benchmarks;

/// <summary>
/// The service on the first report: how soon it answers after a start, how many searches a second it answers over HTTP, how long
/// one takes at half that load, and its memory. Client and service share the processors, so the service alone could do more.
/// </summary>
internal static class HttpMeasure
{
    // Until then the runtime compiles what it runs, and compiles it once more.
    private const int WarmUp = 5000;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(10);

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
        await HttpLoad.Closed(service, Length, WarmUp);
        var (most, cpu) = await HttpLoad.Closed(service, Length, 0);
        Console.WriteLine($"{HttpLoad.Clients} clients that ask again at once: {most:0} searches a second; the service had {cpu:0.0} of {Environment.ProcessorCount} processors, {cpu * 1000 / most:0.00} ms of processor a search");
        var (times, _) = await HttpLoad.Paced(most / 2, Length, async i =>
        {
            await service.Client.GetByteArrayAsync(HttpLoad.Url(i));
            return null;
        });
        Console.WriteLine($"at half that load: median {times.At(0.5):0.0} ms, p90 {times.At(0.9):0.0} ms, p99 {times.At(0.99):0.0} ms");
        Console.WriteLine($"memory after all: {service.WorkingSet >> 20} MB");
    }

    private static async Task<(double Milliseconds, MeasuredService Service)> Started(string folder)
    {
        var started = Stopwatch.GetTimestamp();
        var service = await MeasuredService.Start(Repository.Corpus, Path.Combine(folder, "index"));
        await service.Client.GetByteArrayAsync(HttpLoad.Url(0));
        return (Stopwatch.GetElapsedTime(started).TotalMilliseconds, service);
    }
}
