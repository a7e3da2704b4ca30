using System.Diagnostics;

namespace KnowledgeBase.Benchmarks;

/// <summary>The service as a process of its own, so that its memory and its answers are nobody else's.</summary>
internal sealed class MeasuredService : IDisposable
{
    /// <summary>Where it listens.</summary>
    public const string Address = "http://localhost:5999";

    private readonly Process _process;

    private MeasuredService(Process process) => _process = process;

    /// <summary>Asks it.</summary>
    public HttpClient Client { get; } = new() { BaseAddress = new Uri(Address), Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Its memory now, in bytes.</summary>
    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>The processors' time that it took since it started.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts it and waits until it answers.</summary>
    public static async Task<MeasuredService> Start(string corpus, string index)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "KnowledgeBase.Api.dll"), "--corpus", corpus, "--index", index, "--urls", Address]) { UseShellExecute = false, RedirectStandardOutput = true };
        var service = new MeasuredService(Process.Start(start)!);
        service._process.OutputDataReceived += (_, _) => { };
        service._process.BeginOutputReadLine();
        while (!await service.IsReady())
            await Task.Delay(10);
        return service;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
        Client.Dispose();
    }

    private async Task<bool> IsReady()
    {
        try
        {
            return (await Client.GetAsync("/health/ready")).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
