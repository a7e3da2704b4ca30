using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace KnowledgeBase.Corpus.Reading.Pdf;

/// <summary>
/// Reads PDF files in processes of their own (<see cref="PdfProgram"/>), which may take a gigabyte of memory and some seconds a file.
/// The format is a program of sorts, and there is no end of files on which its reader overflows the stack (names that name
/// themselves), takes all memory or does not end: what happens there is one bad file, and other reports go through.
/// </summary>
internal sealed class PdfProcess : IDisposable
{
    private const long MostMemory = 1_000_000_000;

    // Seconds of the processor: a file of 60 KB is read in half a second, a book of 5 MB in four.
    private const int Seconds = 20;
    private const int SecondsPerMegabyte = 5;

    // What a process leaves as its code that was killed, on Unix: by itself, by the machine that lacks memory, by those who wait.
    private const int Killed = 137;

    /// <summary>Those that wait for another file: starting one costs more than a file does.</summary>
    internal static readonly ConcurrentBag<PdfProcess> Waiting = [];

    private readonly Process _process;
    private readonly Task<string> _complaint;

    private PdfProcess(Process process)
    {
        _process = process;
        _complaint = process.StandardError.ReadToEndAsync();
    }

    /// <summary>The text; null where there is none to read, which an error explains.</summary>
    public static ExtractedText? Read(byte[] bytes, FileProblems problems)
    {
        var seconds = Seconds + (int)(bytes.Length / 1_000_000 * SecondsPerMegabyte);
        if (Waiting.TryTake(out var process))
        {
            if (process.Ask(bytes, problems.File, seconds) is { } answer)
                return process.Give(answer, problems);
            // It had waited too long and ended, or was ended, or had no memory left from the files before this one.
            process.Dispose();
        }

        return Read(bytes, problems, seconds, Math.Min(MostMemory, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2));
    }

    /// <summary>The same in a new process, within so many seconds of the processor and bytes of memory.</summary>
    internal static ExtractedText? Read(byte[] bytes, FileProblems problems, int seconds, long memory)
    {
        if (Start(memory) is not { } process)
            return PdfReader.Read(bytes, problems);
        if (process.Ask(bytes, problems.File, seconds) is { } answer)
            return process.Give(answer, problems);
        problems.Fail("KB012", $"the PDF is damaged ({process.Reason(seconds, memory)}): download it anew, or open it and print it as a PDF");
        process.Dispose();
        return null;
    }

    /// <summary>Ends the process.</summary>
    public void Dispose()
    {
        Kill();
        foreach (var pipe in (Stream[])[_process.StandardInput.BaseStream, _process.StandardOutput.BaseStream, _process.StandardError.BaseStream])
        {
            try
            {
                pipe.Dispose();
            }
            catch (IOException)
            {
                // What was to be written there nobody reads.
            }
        }

        _process.Dispose();
    }

    /// <summary>Ends the process and waits for its end.</summary>
    internal void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    // Null where it ended.
    private PdfAnswer? Ask(byte[] bytes, string name, int seconds)
    {
        // It watches itself by the processor's time; who does nothing at all is ended by the clock.
        using var patience = new Timer(_ => _process.Kill(), null, TimeSpan.FromSeconds(30 + (3 * seconds)), Timeout.InfiniteTimeSpan);
        try
        {
            using var input = new BinaryWriter(_process.StandardInput.BaseStream, Encoding.UTF8, leaveOpen: true);
            input.Write(name);
            input.Write(seconds);
            input.Write(bytes.Length);
            input.Write(bytes);
            input.Flush();
            using var output = new BinaryReader(_process.StandardOutput.BaseStream, Encoding.UTF8, leaveOpen: true);
            var answer = new byte[output.ReadInt32()];
            output.BaseStream.ReadExactly(answer);
            return JsonSerializer.Deserialize(answer, PdfAnswerJson.Default.PdfAnswer);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private ExtractedText? Give(PdfAnswer answer, FileProblems problems)
    {
        Waiting.Add(this);
        problems.Take(answer.Diagnostics);
        return answer.Text is null ? null : new ExtractedText(answer.Text) { Title = answer.Title, PageStarts = answer.PageStarts };
    }

    private string Reason(int seconds, long memory)
    {
        _process.WaitForExit();
        var complaint = _complaint.Result.Split('\n')[0].Trim();
        return _process.ExitCode switch
        {
            Killed => string.Create(CultureInfo.InvariantCulture, $"reading it takes more than {seconds} seconds of the processor, or more than {memory / 1_000_000:N0} MB of memory"),
            _ when complaint.StartsWith("Stack overflow", StringComparison.Ordinal) => "its parts name each other without end",
            var code => string.Create(CultureInfo.InvariantCulture, $"reading it broke off with code {code}{(complaint.Length > 0 ? ": " : "")}{complaint}"),
        };
    }

    /// <summary>
    /// Starts one with the runtime and the libraries of this process. Null in a program that brings its own runtime or is a single
    /// file, and where no process can be started: there the PDF is read within this one.
    /// </summary>
    internal static PdfProcess? Start(long memory)
    {
        var host = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        var program = Path.Combine(AppContext.BaseDirectory, typeof(PdfProgram).Assembly.GetName().Name + ".dll");
        var own = Path.Combine(AppContext.BaseDirectory, Assembly.GetEntryAssembly()?.GetName().Name ?? "");
        if (!File.Exists(host) || !File.Exists(program) || !File.Exists(own + ".runtimeconfig.json") || !File.Exists(own + ".deps.json"))
            return null;
        var start = new ProcessStartInfo(host, ["exec", "--runtimeconfig", own + ".runtimeconfig.json", "--depsfile", own + ".deps.json", program])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in new[] { ("gcServer", "0"), ("gcConcurrent", "0"), ("TieredPGO", "0"), ("EnableDiagnostics", "0"), ("DbgEnableMiniDump", "0"), ("GCHeapHardLimit", memory.ToString("x", CultureInfo.InvariantCulture)) })
            start.Environment["DOTNET_" + name] = value;
        // What somebody has every program run first may write where the answer is read.
        start.Environment.Remove("DOTNET_STARTUP_HOOKS");
        try
        {
            var process = new PdfProcess(Process.Start(start)!);
            if (process._process.StandardOutput.BaseStream.ReadByte() == PdfProgram.Ready)
                return process;
            process.Dispose();
        }
        catch (Win32Exception)
        {
            // No process may be started here.
        }

        return null;
    }
}
