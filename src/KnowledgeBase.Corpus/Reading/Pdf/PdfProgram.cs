using System.Diagnostics;
using System.Text.Json;

namespace KnowledgeBase.Corpus.Reading.Pdf;

/// <summary>
/// A program that reads PDF files, which <see cref="PdfProcess"/> starts. It writes <see cref="Ready"/> to standard output. Of each
/// file it is given on standard input the name for diagnostics, the seconds of the processor that it may take, the length in bytes
/// and the bytes, and answers with the length of a <see cref="PdfAnswer"/> and the answer. It kills itself over a file that takes longer
/// or more memory, whether anybody waits for it or not, and when it has been given none for a while: an orderly end waits for what
/// may not be able to go on.
/// </summary>
internal static class PdfProgram
{
    /// <summary>What it says when it can be given files.</summary>
    public const byte Ready = (byte)'R';

    private const int NobodyListens = 1;

    // Bytes; more than the library's own limits on nesting need, however large the shell lets a stack be.
    private const int Stack = 16 << 20;

    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly Process Self = Process.GetCurrentProcess();

    internal static int Main(string[] args)
    {
        if (args.Length > 0 || !Console.IsInputRedirected)
        {
            Console.Error.WriteLine("kb and the service start this program to read PDF files; it is of no other use");
            return 2;
        }

        // The library takes a want of memory for a damage like any other, and leaves text out.
        AppDomain.CurrentDomain.FirstChanceException += (_, thrown) =>
        {
            if (thrown.Exception is OutOfMemoryException)
                Self.Kill();
        };
        var code = 0;
        var reader = new Thread(() => code = ReadAll(), Stack);
        reader.Start();
        reader.Join();
        return code;
    }

    private static int ReadAll()
    {
        var watch = new Watch();
        using var timer = new Timer(_ => watch.Look(), null, Tick, Tick);
        try
        {
            using var input = new BinaryReader(Console.OpenStandardInput());
            using var output = new BinaryWriter(Console.OpenStandardOutput());
            output.Write(Ready);
            output.Flush();
            while (TryReadName(input) is { } name)
            {
                watch.Begin(TimeSpan.FromSeconds(input.ReadInt32()));
                var answer = JsonSerializer.SerializeToUtf8Bytes(Read(name, input.ReadBytes(input.ReadInt32())), PdfAnswerJson.Default.PdfAnswer);
                output.Write(answer.Length);
                output.Write(answer);
                output.Flush();
                watch.End();
            }

            return 0;
        }
        catch (IOException)
        {
            // Who asked is gone.
            return NobodyListens;
        }
    }

    private static string? TryReadName(BinaryReader input)
    {
        try
        {
            return input.ReadString();
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }

    private static PdfAnswer Read(string name, byte[] bytes)
    {
        var diagnostics = new List<Diagnostic>();
        var text = PdfReader.Read(bytes, new FileProblems(name, diagnostics));
        return new PdfAnswer(text?.Text, text?.Title, text?.PageStarts ?? [], diagnostics);
    }

    /// <summary>Sees to it that a file does not take too long, and that nobody waits for the next one for ever.</summary>
    private sealed class Watch
    {
        private readonly Lock _lock = new();
        private readonly Stopwatch _idle = Stopwatch.StartNew();
        private TimeSpan _end = TimeSpan.MaxValue;

        public void Begin(TimeSpan most)
        {
            lock (_lock)
            {
                _idle.Reset();
                _end = Environment.CpuUsage.TotalTime + most;
            }
        }

        public void End()
        {
            lock (_lock)
            {
                _idle.Restart();
                _end = TimeSpan.MaxValue;
            }
        }

        public void Look()
        {
            lock (_lock)
            {
                if (Environment.CpuUsage.TotalTime > _end)
                    Self.Kill();
                if (_idle.Elapsed > Patience)
                    Self.Kill();
            }
        }
    }
}
