using KnowledgeBase.Benchmarks.Engines;
using KnowledgeBase.Benchmarks.Synthetic;

namespace KnowledgeBase.Benchmarks;

/// <summary>
/// The whole system over many made-up statements beside other engines, in one run: building, size, memory, and 400 mixed
/// queries with four facets and ten hits. Each engine is a process of its own, and the rounds of searching take turns, so
/// that what else the machine does falls on all of them.
/// </summary>
internal static class SystemMeasure
{
    private const int Queries = 400;
    private const int Rounds = 5;

    // SQLite reads every text for a word of two characters: a mixed part of the queries is enough to know it.
    private const int SqliteQueries = 50;
    private const int SqliteFew = 10_000;

    public static void Run(string[] arguments)
    {
        var count = int.Parse(arguments[0]);
        // A folder of one's own is kept, and what was built in it is not built again.
        var kept = arguments is [_, "--in", var given, ..] ? given : null;
        List<string> engines = [.. arguments.Skip(kept is null ? 1 : 3)];
        var folder = kept ?? Directory.CreateTempSubdirectory("kb-measure-").FullName;
        try
        {
            Measure(engines.Count > 0 ? engines : [.. EngineWork.Engines], folder, count);
        }
        finally
        {
            if (kept is null)
                Directory.Delete(folder, recursive: true);
        }
    }

    private static void Measure(List<string> engines, string folder, int count)
    {
        var corpus = Path.Combine(folder, "corpus");
        if (!Directory.Exists(corpus))
        {
            SyntheticCorpus.Write(corpus, count);
            SyntheticQuery.Write(corpus, Path.Combine(folder, "queries.json"), count);
        }

        var characters = SyntheticStatement.Read(corpus).Sum(statement => (long)statement.Text.Length);
        Console.WriteLine($"{count} statements, {characters / 1e6:0.0} million characters");
        var builds = engines.Where(engine => !Directory.Exists(EngineWork.FolderOf(engine, folder)))
            .DistinctBy(engine => EngineWork.FolderOf(engine, folder)).ToDictionary(engine => engine, engine => EngineProcess.Build(engine, folder), StringComparer.Ordinal);
        PrintBuilds(builds, folder);
        PrintSearches(Search(engines, folder, count));
    }

    private static Dictionary<string, List<SearchFigures>> Search(List<string> engines, string folder, int count)
    {
        var processes = engines.ToDictionary(engine => engine, engine => EngineProcess.Open(engine, folder), StringComparer.Ordinal);
        var figures = engines.ToDictionary(engine => engine, _ => new List<SearchFigures>(), StringComparer.Ordinal);
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var engine in engines.Where(engine => engine != "sqlite" || count <= SqliteFew || round < 2))
                figures[engine].Add(processes[engine].Round(engine == "sqlite" && count > SqliteFew ? SqliteQueries : Queries));
        }

        foreach (var process in processes.Values)
            process.Dispose();
        return figures;
    }

    private static void PrintBuilds(Dictionary<string, BuildFigures> builds, string folder)
    {
        Console.WriteLine($"\n{"build",-9}{"seconds",9}{"x lucene",9}{"cpu s",9}{"peak MB",9}{"index MB",9}");
        foreach (var (engine, figures) in builds)
            Console.WriteLine($"{engine,-9}{figures.Seconds,9:0.0}{Ratio(figures.Seconds, builds.GetValueOrDefault("lucene")?.Seconds),9}{figures.CpuSeconds,9:0.0}{figures.PeakBytes >> 20,9}{SizeOf(EngineWork.FolderOf(engine, folder)) / 1048576.0,9:0.0}");
    }

    private static long SizeOf(string folder) => new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);

    // Cold is the first round of a fresh process; of the warm ones, the medians over rounds.
    private static void PrintSearches(Dictionary<string, List<SearchFigures>> rounds)
    {
        var summaries = rounds.ToDictionary(pair => pair.Key, pair => new Summary(pair.Value), StringComparer.Ordinal);
        var stock = summaries.GetValueOrDefault("lucene");
        Console.WriteLine($"\n{"search",-9}{"open ms",9}{"cold mean",10}{"mean ms",9}{"p50",9}{"p99",9}{"cpu",9}{"x mean",9}{"x p99",9}{"x cpu",9}{"MB",7}{"found",10}   queries x rounds");
        foreach (var (engine, s) in summaries)
        {
            Console.WriteLine($"{engine,-9}{rounds[engine][0].OpenMilliseconds,9:0}{s.Cold,10:0.00}{s.Mean,9:0.00}{s.P50,9:0.00}{s.P99,9:0.00}{s.Cpu,9:0.00}{Ratio(s.Mean, stock?.Mean),9}{Ratio(s.P99, stock?.P99),9}{Ratio(s.Cpu, stock?.Cpu),9}{rounds[engine].Max(round => round.Bytes) >> 20,7}"
                + $"{rounds[engine][0].Totals.Average(),10:0.0}   {rounds[engine][0].Milliseconds.Length} x {rounds[engine].Count - 1}");
        }

        Console.WriteLine($"\n{"mean ms",-9}{string.Concat(Enum.GetNames<QueryKind>().Select(kind => $"{kind,10}"))}");
        foreach (var (engine, s) in summaries)
            Console.WriteLine($"{engine,-9}{string.Concat(Enum.GetValues<QueryKind>().Select(kind => $"{s.MeanOf(kind),10:0.00}"))}");
        if (rounds.TryGetValue("product", out var ours) && rounds.TryGetValue("lucene", out var theirs))
            Console.WriteLine($"\nphrases and substrings: product and lucene find equally many statements for {Exact(ours[0]).Zip(Exact(theirs[0])).Count(pair => pair.First == pair.Second)} of {Exact(ours[0]).Count()} queries");
    }

    private static IEnumerable<int> Exact(SearchFigures round) => round.Totals.Where((_, i) => (QueryKind)(i % 5) is QueryKind.Phrase or QueryKind.Substring);

    private static string Ratio(double value, double? stock) => stock is { } reference ? $"{value / reference:0.00}" : "";

    private sealed class Summary(List<SearchFigures> rounds)
    {
        private readonly List<double[]> _warm = [.. rounds.Skip(1).Select(round => round.Milliseconds)];

        public double Cold => rounds[0].Milliseconds.Average();

        public double Mean => Median(times => times.Average());

        public double P50 => Median(times => times.Order().ToArray().At(0.5));

        public double P99 => Median(times => times.Order().ToArray().At(0.99));

        public double Cpu => rounds.Skip(1).Select(round => round.CpuMilliseconds / round.Milliseconds.Length).Order().ToArray().At(0.5);

        public double MeanOf(QueryKind kind) => Median(times => times.Where((_, i) => i % 5 == (int)kind).Average());

        private double Median(Func<double[], double> of) => _warm.Select(of).Order().ToArray().At(0.5);
    }
}
