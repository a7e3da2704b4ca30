using System.Collections.Concurrent;
using System.Diagnostics;

namespace KnowledgeBase.Benchmarks;

/// <summary>The service as a process of its own, so that its memory and its answers are nobody else's.</summary>
internal sealed class MeasuredService : IDisposable
{
    /// <summary>Where it listens.</summary>
    public const string Address = "http://localhost:5999";

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _log = [];

    private MeasuredService(Process process, string address)
    {
        _process = process;
        Client = new HttpClient { BaseAddress = new Uri(address), Timeout = Timeout.InfiniteTimeSpan };
        _process.OutputDataReceived += (_, line) => Log(line.Data);
        _process.BeginOutputReadLine();
    }

    /// <summary>Asks it.</summary>
    public HttpClient Client { get; }

    /// <summary>Whether it still runs.</summary>
    public bool IsRunning => !_process.HasExited;

    /// <summary>The last lines that it logged.</summary>
    public IEnumerable<string> LastLines => _log;

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

    /// <summary>Starts it, with further settings if there are any, and waits until it answers.</summary>
    public static async Task<MeasuredService> Start(string corpus, string index, string address = Address, params string[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "KnowledgeBase.Api.dll"), "--corpus", corpus, "--index", index, "--urls", address, .. settings]) { UseShellExecute = false, RedirectStandardOutput = true };
        var service = new MeasuredService(Process.Start(start)!, address);
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

    private void Log(string? line)
    {
        if (line is null)
            return;
        _log.Enqueue(line);
        if (_log.Count > 20)
            _log.TryDequeue(out _);
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
