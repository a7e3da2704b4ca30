using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Tests;

/// <summary>The service as a process of its own, over any folders, on a port that it chooses.</summary>
internal sealed partial class ServiceProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _log = new();
    private readonly TaskCompletionSource<string> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServiceProcess(ProcessStartInfo start)
    {
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Heard(line.Data);
        _process.ErrorDataReceived += (_, line) => Heard(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Where it listens.</summary>
    public string Address => _listening.Task.Result;

    /// <summary>Whether it still runs.</summary>
    public bool Runs => !_process.HasExited;

    /// <summary>Its standard output and errors so far.</summary>
    public string Log
    {
        get
        {
            lock (_log)
                return _log.ToString();
        }
    }

    public static Task<ServiceProcess> Start(string corpus, string index) => Start(corpus, index, new Dictionary<string, string>());

    /// <summary>Starts it and waits until it listens.</summary>
    public static async Task<ServiceProcess> Start(string corpus, string index, IReadOnlyDictionary<string, string> environment)
    {
        var service = Begin(corpus, index, environment);
        await service._listening.Task.WaitAsync(TestContext.Current.CancellationToken);
        return service;
    }

    /// <summary>Starts it; it may end without ever listening.</summary>
    public static ServiceProcess Begin(string corpus, string index, IReadOnlyDictionary<string, string> environment)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "KnowledgeBase.Api.dll");
        var start = new ProcessStartInfo("dotnet", [program, "--corpus", corpus, "--index", index, "--urls", "http://127.0.0.1:0"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new ServiceProcess(start);
    }

    /// <summary>Asks it to stop, as systemd and container engines do.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("sh", ["-c", $"kill -TERM {_process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Waits until it has ended and all its output is there; returns its exit code.</summary>
    public async Task<int> Ended()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (Runs)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Heard(string? line)
    {
        if (line is null)
        {
            _listening.TrySetException(new InvalidOperationException("The service ended before it listened."));
            return;
        }

        lock (_log)
            _log.AppendLine(line);
        if (Listening().Match(line) is { Success: true } match)
            _listening.TrySetResult(match.Groups[1].Value);
    }

    [GeneratedRegex("Now listening on: ([^\\s\"]+)")]
    private static partial Regex Listening();
}
