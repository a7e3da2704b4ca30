using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace KnowledgeBase.Tests;

/// <summary>Readers of the formats that are not ours: Citation.js and csv-parse in Node.js, xmllint.</summary>
internal static class Reader
{
    /// <summary>What Citation.js (bibtex, ris, csl) or csv-parse (csv) makes of a file.</summary>
    public static async Task<JsonElement> Read(string format, byte[] file)
    {
        var (exitCode, output) = await Run("node", [Path.Combine(Repository.Root, "tests", "Readers", "read.mjs"), format], file);
        Assert.True(exitCode == 0, output);
        return JsonDocument.Parse(output).RootElement;
    }

    /// <summary>Asserts that xmllint finds a document valid against the schema in docs/tei.rng.</summary>
    public static async Task AssertValidTei(byte[] document)
    {
        var (exitCode, output) = await Run("xmllint", ["--noout", "--relaxng", Path.Combine(Repository.Root, "docs", "tei.rng"), "-"], document);
        Assert.True(exitCode == 0, output);
    }

    private static async Task<(int ExitCode, string Output)> Run(string program, string[] arguments, byte[] input)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.BaseStream.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, process.ExitCode == 0 ? await output : await errors);
    }
}
