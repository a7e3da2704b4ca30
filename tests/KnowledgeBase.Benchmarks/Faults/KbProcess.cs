using System.Diagnostics;

namespace KnowledgeBase.Faults;

/// <summary>A run of the real program as a process of its own.</summary>
internal sealed class KbProcess : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "kb.dll");
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private KbProcess(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>What it printed, when it has ended.</summary>
    public string Output => _output.GetAwaiter().GetResult();

    /// <summary>What it said on standard error, when it has ended.</summary>
    public string Errors => _errors.GetAwaiter().GetResult();

    /// <summary>Its exit code, when it has ended.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>Starts <c>kb</c>.</summary>
    /// <param name="arguments">Command and options.</param>
    /// <param name="before">What stands before the program on the command line: a shell that sets limits, a tool that gives up rights.</param>
    public static KbProcess Start(string[] arguments, params string[] before)
    {
        string[] line = [.. before, "dotnet", Program, .. arguments];
        var start = new ProcessStartInfo(line[0], line[1..]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        // Otherwise the runtime itself needs a file of two gigabytes in memory, which a limit on files forbids.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        return new KbProcess(Process.Start(start)!);
    }

    /// <summary>Starts it and waits for its end.</summary>
    public static KbProcess Run(string[] arguments, params string[] before)
    {
        var run = Start(arguments, before);
        run._process.WaitForExit();
        return run;
    }

    /// <summary>Waits for its end, at most so long; whether it has ended.</summary>
    public bool HasEndedAfter(TimeSpan time) => _process.WaitForExit(time);

    /// <summary>Waits for its end.</summary>
    public void Wait() => _process.WaitForExit();

    /// <summary>Kills it (SIGKILL): it does nothing more.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <inheritdoc/>
    public void Dispose() => _process.Dispose();
}
