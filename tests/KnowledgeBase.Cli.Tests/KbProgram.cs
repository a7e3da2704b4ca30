using System.Diagnostics;
using System.Text;

namespace KnowledgeBase.Tests;

/// <summary>What a run of the program left behind.</summary>
internal sealed record KbRun(int ExitCode, string Output, string Errors);

/// <summary>Runs the real program as a process of its own.</summary>
internal static class KbProgram
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "kb.dll");

    public static Task<KbRun> Run(params string[] arguments) => Run(new Dictionary<string, string>(), arguments);

    public static Task<KbRun> Run(IReadOnlyDictionary<string, string> environment, params string[] arguments) => Run(environment, "", arguments);

    /// <summary>Runs the program with some text on its standard input.</summary>
    public static Task<KbRun> RunWithInput(string input, params string[] arguments) => Run(new Dictionary<string, string>(), input, arguments);

    private static async Task<KbRun> Run(IReadOnlyDictionary<string, string> environment, string input, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = Repository.Root,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new KbRun(process.ExitCode, await output, await errors);
    }
}
