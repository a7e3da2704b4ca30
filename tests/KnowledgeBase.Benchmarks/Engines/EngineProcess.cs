using System.Diagnostics;
using System.Text.Json;

namespace KnowledgeBase.Benchmarks.Engines;

/// <summary>
/// An engine in a process of its own, so that time and memory are nobody else's. It opens its index and answers the
/// queries once through for each line that it is sent.
/// </summary>
internal sealed class EngineProcess : IDisposable
{
    private readonly Process _process;

    private EngineProcess(Process process) => _process = process;

    /// <summary>Builds an engine's index.</summary>
    public static BuildFigures Build(string engine, string folder)
    {
        using var process = Start(engine, "build", folder);
        return Answer<BuildFigures>(process);
    }

    /// <summary>Opens an engine's index.</summary>
    public static EngineProcess Open(string engine, string folder) => new(Start(engine, "search", folder));

    /// <summary>Answers the first queries once through.</summary>
    /// <param name="queries">How many.</param>
    public SearchFigures Round(int queries)
    {
        _process.StandardInput.WriteLine(queries);
        return Answer<SearchFigures>(_process);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static Process Start(string engine, string work, string folder) =>
        Process.Start(new ProcessStartInfo("dotnet", [typeof(EngineProcess).Assembly.Location, "engine", engine, work, folder]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!;

    private static T Answer<T>(Process process) =>
        JsonSerializer.Deserialize<T>(process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("An engine's process ended without an answer; its error is above."))!;
}

/// <summary>What a build took.</summary>
/// <param name="Seconds">From reading the statements to the finished index.</param>
/// <param name="CpuSeconds">The processors' time in it, which other programs do not lengthen.</param>
/// <param name="PeakBytes">The most memory that the process had.</param>
internal sealed record BuildFigures(double Seconds, double CpuSeconds, long PeakBytes);

/// <summary>What a round of searches took.</summary>
/// <param name="OpenMilliseconds">Opening the index.</param>
/// <param name="Milliseconds">Each query, in order.</param>
/// <param name="CpuMilliseconds">The processors' time in all of them, garbage collection and compiling included.</param>
/// <param name="Totals">What each query found.</param>
/// <param name="Bytes">The memory of the process behind the round.</param>
internal sealed record SearchFigures(double OpenMilliseconds, double[] Milliseconds, double CpuMilliseconds, int[] Totals, long Bytes);
