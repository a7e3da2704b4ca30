using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using KnowledgeBase.Corpus;
using KnowledgeBase.Search;
using KnowledgeBase.Tests;

namespace KnowledgeBase.Benchmarks;

/// <summary>
/// How much memory the service takes above idle while it exports many statements (100,000 unless another number is
/// given), and how fast it is, format by format.
/// </summary>
internal static class ExportMeasure
{
    private static readonly string[] Formats = ["jsonl", "csv", "tei", "bibtex", "ris", "csl"];

    public static void Run(string[] arguments)
    {
        var count = arguments is [var number] ? int.Parse(number, CultureInfo.InvariantCulture) : 100_000;
        var folder = Directory.CreateTempSubdirectory("kb-measure-").FullName;
        try
        {
            var corpus = Path.Combine(folder, "corpus");
            WriteStatements(Path.Combine(corpus, "statements"), count);
            Directory.CreateDirectory(Path.Combine(corpus, "registry"));
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Corpus, "registry")))
                File.Copy(file, Path.Combine(corpus, "registry", Path.GetFileName(file)));
            var index = Path.Combine(folder, "index");
            var built = Clock.Time(1, () => Build(corpus, index))[0];
            Console.WriteLine($"{count} statements imported and indexed in {built / 1000:0.0} s; this process took {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB at most");
            Measure(corpus, index).GetAwaiter().GetResult();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Build(string corpus, string index)
    {
        var content = CorpusReader.Read(corpus);
        if (content.AllDiagnostics.FirstOrDefault() is { } problem)
            throw new InvalidDataException(problem.ToString());
        new StatementIndex(index).Build(content);
    }

    // The first report's statements over and over, each with words of its own.
    private static void WriteStatements(string folder, int count)
    {
        Directory.CreateDirectory(folder);
        var statements = CorpusReader.Read(Repository.Corpus).Reports.SelectMany(report => report.Statements).ToList();
        using var file = File.CreateText(Path.Combine(folder, "many.jsonl"));
        for (var i = 0; i < count; i++)
        {
            var statement = statements[i % statements.Count];
            file.WriteLine(JsonSerializer.Serialize(statement with { Id = $"many-{i}", Text = $"{statement.Text}（{i}）", Claims = [], Source = null }, CorpusJson.Options));
        }
    }

    private static async Task Measure(string corpus, string index)
    {
        using var service = await MeasuredService.Start(corpus, index);
        await service.Client.GetStringAsync("/api/v1/statements?q=治理");
        var idle = service.WorkingSet;
        Console.WriteLine($"service at idle, after one search: {idle >> 20} MB");
        foreach (var format in Formats)
            await Export(service, format, idle);
    }

    private static async Task Export(MeasuredService service, string format, long idle)
    {
        var started = Stopwatch.GetTimestamp();
        await using var body = await service.Client.GetStreamAsync($"/api/v1/export?format={format}");
        var buffer = new byte[64 * 1024];
        var (length, most, looked) = (0L, 0L, 0L);
        for (var read = await body.ReadAsync(buffer); read > 0; read = await body.ReadAsync(buffer))
        {
            length += read;
            if (length - looked < 1 << 20)
                continue;
            looked = length;
            most = Math.Max(most, service.WorkingSet);
        }

        Console.WriteLine($"{format,-7} {length >> 20,5} MB in {Stopwatch.GetElapsedTime(started).TotalSeconds,5:0.0} s; at most {(most - idle) >> 20} MB above idle");
    }
}
