using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
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

    // What a process that killed itself leaves as its code, on Unix.
    private const int Killed = 137;

    // Those that wait for another file: starting one costs more than a file does.
    private static readonly ConcurrentBag<PdfProcess> Waiting = [];

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
        if (!Waiting.TryTake(out var process))
            return Read(bytes, problems, seconds, MostMemory);
        if (process.Ask(bytes, problems.File, seconds) is { } answer)
            return process.Give(answer, problems);
        using (process)
        {
            // It had waited too long and ended, or had no memory left from the files before this one.
            if (process.Code is 0 or PdfProgram.OutOfMemory)
                return Read(bytes, problems, seconds, MostMemory);
            process.Explain(seconds, MostMemory, problems);
            return null;
        }
    }

    /// <summary>The same in a new process, within so many seconds of the processor and bytes of memory.</summary>
    internal static ExtractedText? Read(byte[] bytes, FileProblems problems, int seconds, long memory)
    {
        if (Start(memory) is not { } process)
            return PdfReader.Read(bytes, problems);
        if (process.Ask(bytes, problems.File, seconds) is { } answer)
            return process.Give(answer, problems);
        process.Explain(seconds, memory, problems);
        process.Dispose();
        return null;
    }

    /// <summary>The code with which it ended, which is waited for.</summary>
    private int Code
    {
        get
        {
            _process.WaitForExit();
            return _process.ExitCode;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _process.Dispose();

    // Null where it ended.
    private PdfAnswer? Ask(byte[] bytes, string name, int seconds)
    {
        try
        {
            using var input = new BinaryWriter(_process.StandardInput.BaseStream, System.Text.Encoding.UTF8, leaveOpen: true);
            input.Write(name);
            input.Write(seconds);
            input.Write(bytes.Length);
            input.Write(bytes);
            input.Flush();
            using var output = new BinaryReader(_process.StandardOutput.BaseStream, System.Text.Encoding.UTF8, leaveOpen: true);
            return JsonSerializer.Deserialize(output.ReadBytes(output.ReadInt32()), PdfAnswerJson.Default.PdfAnswer);
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

    private void Explain(int seconds, long memory, FileProblems problems) =>
        problems.Fail("KB012", $"the PDF is damaged ({Reason(seconds, memory)}): download it anew, or open it and print it as a PDF");

    private string Reason(int seconds, long memory)
    {
        var complaint = _complaint.Result;
        if (Code == Killed)
            return string.Create(CultureInfo.InvariantCulture, $"reading it takes more than {seconds} seconds of the processor, or more memory than the machine has");
        if (Code == PdfProgram.OutOfMemory || complaint.Contains(nameof(OutOfMemoryException), StringComparison.Ordinal) || complaint.StartsWith("Out of memory", StringComparison.Ordinal))
            return string.Create(CultureInfo.InvariantCulture, $"reading it takes more than {memory / 1_000_000:N0} MB of memory");
        if (complaint.StartsWith("Stack overflow", StringComparison.Ordinal))
            return "its parts name each other without end";
        return string.Create(CultureInfo.InvariantCulture, $"reading it broke off with code {Code}: {complaint.Split('\n')[0].Trim()}");
    }

    // The runtime of this process runs that one too, with the same libraries. Null in a program that brings its own runtime or is a
    // single file, and where no process may be started: there the PDF is read within this one.
    private static PdfProcess? Start(long memory)
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
        try
        {
            return new PdfProcess(Process.Start(start)!);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
