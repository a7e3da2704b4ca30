using System.Globalization;

namespace KnowledgeBase.Benchmarks;

/// <summary>
/// The service's memory while its index is rebuilt over HTTP 300 times, or another number, with a few searches after each and no other
/// load: what stays of a build would add up.
/// </summary>
internal static class RebuildsMeasure
{
    private const int Parts = 5;
    private const int Searches = 12;

    public static void Run(string[] arguments) => Environment.ExitCode = Measure(arguments is [var number] ? int.Parse(number, CultureInfo.InvariantCulture) : 300).GetAwaiter().GetResult() ? 0 : 1;

    private static async Task<bool> Measure(int builds)
    {
        var folder = Directory.CreateTempSubdirectory("kb-rebuilds-").FullName;
        try
        {
            using var service = await HttpBuilds.Start(folder);
            var failures = new List<string>();
            var memory = new List<double>();
            for (var i = 0; i < builds; i++)
            {
                if (await HttpBuilds.Build(service) is var outcome && outcome != "succeeded")
                    failures.Add(outcome);
                for (var j = 0; j < Searches; j++)
                    await service.Client.GetByteArrayAsync(HttpLoad.Url(j));
                memory.Add(service.WorkingSet >> 20);
            }

            Console.WriteLine($"{builds} rebuilds, {failures.Count} of them failed; memory, medians of each fifth: {string.Join(", ", memory.Chunk(Math.Max(1, builds / Parts)).Select(part => $"{part.Order().ToArray().At(0.5):0} MB"))}");
            foreach (var failure in failures.CountBy(failure => failure))
                Console.WriteLine($"  {failure.Value} × {failure.Key}");
            return failures.Count == 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
