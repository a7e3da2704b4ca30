using System.Diagnostics;
using System.Text.Json;
using KnowledgeBase.Benchmarks.Synthetic;

namespace KnowledgeBase.Benchmarks.Engines;

/// <summary>What an engine's process does (<see cref="EngineProcess"/>): engine NAME build|search FOLDER.</summary>
internal static class EngineWork
{
    /// <summary>The engines, the ones to compare with behind the product.</summary>
    public static readonly IReadOnlyList<string> Engines = ["product", "plain", "lucene", "sqlite"];

    private static TimeSpan Cpu => Process.GetCurrentProcess().TotalProcessorTime;

    /// <summary>Does it.</summary>
    public static void Run(string[] arguments)
    {
        var (name, work, folder) = (arguments[0], arguments[1], arguments[2]);
        using var engine = Of(name, folder);
        if (work == "build")
            Print(Build(engine, folder));
        else
            Search(engine, folder);
    }

    /// <summary>Where an engine's index lies.</summary>
    public static string FolderOf(string name, string folder) => Path.Combine(folder, name == "plain" ? "product" : name);

    private static ISearchEngine Of(string name, string folder) => name switch
    {
        "product" => new ProductEngine(FolderOf(name, folder), expand: true),
        "plain" => new ProductEngine(FolderOf(name, folder), expand: false),
        "lucene" => new StockLuceneEngine(FolderOf(name, folder)),
        "sqlite" => new SqliteEngine(FolderOf(name, folder)),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private static BuildFigures Build(ISearchEngine engine, string folder)
    {
        var (started, cpu) = (Stopwatch.GetTimestamp(), Cpu);
        engine.Build(Path.Combine(folder, "corpus"));
        return new BuildFigures(Stopwatch.GetElapsedTime(started).TotalSeconds, (Cpu - cpu).TotalSeconds, Process.GetCurrentProcess().PeakWorkingSet64);
    }

    private static void Search(ISearchEngine engine, string folder)
    {
        var queries = SyntheticQuery.Read(Path.Combine(folder, "queries.json"));
        var started = Stopwatch.GetTimestamp();
        engine.Open();
        var opened = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        while (Console.ReadLine() is { } line)
        {
            var times = new List<double>();
            var totals = new List<int>();
            var cpu = Cpu;
            foreach (var query in queries.Take(int.Parse(line)))
            {
                started = Stopwatch.GetTimestamp();
                totals.Add(engine.Search(query));
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }

            Print(new SearchFigures(opened, [.. times], (Cpu - cpu).TotalMilliseconds, [.. totals], Process.GetCurrentProcess().WorkingSet64));
        }
    }

    private static void Print<T>(T figures) => Console.WriteLine(JsonSerializer.Serialize(figures));
}
