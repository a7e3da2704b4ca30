using System.Diagnostics;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Tests;

/// <summary>The service as a process of its own, over any folders, on a port that it chooses.</summary>
internal sealed partial class ServiceProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServiceProcess(Process process, string address) => (_process, Address) = (process, address);

    /// <summary>Where it listens.</summary>
    public string Address { get; }

    public static async Task<ServiceProcess> Start(string corpus, string index)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "KnowledgeBase.Api.dll");
        var start = new ProcessStartInfo("dotnet", [program, "--corpus", corpus, "--index", index, "--urls", "http://127.0.0.1:0"]) { UseShellExecute = false, RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (Listening().Match(line) is { Success: true } match)
                return new ServiceProcess(process, match.Groups[1].Value);
        }

        throw new InvalidOperationException("The service ended before it listened.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    [GeneratedRegex("Now listening on: (\\S+)")]
    private static partial Regex Listening();
}
