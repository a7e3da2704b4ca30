using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Reading;
using KnowledgeBase.Corpus.Reading.Pdf;

namespace KnowledgeBase.Tests;

/// <summary>A PDF that breaks its reader is one bad file, and this process goes on.</summary>
public sealed class PdfProcessTests
{
    private const int Minute = 60;
    private const long Gigabyte = 1_000_000_000;

    private static readonly Dictionary<string, RawPdf> Hostile = new(StringComparer.Ordinal)
    {
        // A kid that is its own parent.
        ["overflows"] = RawPdf.Chinese with { Catalog = "/Names << /Dests 8 0 R >>", More = "<< /Kids [8 0 R] >>" },
        // Ten kids that have ten kids that have ten kids.
        ["endless"] = RawPdf.Chinese with { Catalog = "/Names << /Dests 8 0 R >>", More = Kids(8), Others = [.. Enumerable.Range(9, 12).Select(Kids), "<< /Names [] >>"] },
        // Half a million steps of a page, which are objects all.
        ["large"] = RawPdf.Chinese with { Text = string.Concat(Enumerable.Repeat("1 0 0 1 0 0 cm ", 500_000)) },
    };

    [Theory]
    [InlineData("overflows", Minute, Gigabyte, "the PDF is damaged (its parts name each other without end): download it anew")]
    [InlineData("endless", 1, Gigabyte, "the PDF is damaged (reading it takes more than 1 seconds of the processor, or more than 1,000 MB of memory)")]
    [InlineData("large", Minute, 50_000_000, "the PDF is damaged (reading it takes more than 60 seconds of the processor, or more than 50 MB of memory)")]
    public void AFileThatBreaksTheReaderIsOneBadFile(string file, int seconds, long memory, string expected)
    {
        var diagnostics = new List<Diagnostic>();
        Assert.Null(PdfProcess.Read(Hostile[file].ToBytes(), new FileProblems("a.pdf", diagnostics), seconds, memory));
        Assert.StartsWith("a.pdf:1:1: error KB012: " + expected, Assert.Single(diagnostics).ToString(), StringComparison.Ordinal);
    }

    // Title, pages and text come back as they are read within a process, and warnings too: a font of the second file is missing.
    [Fact]
    public void WhatIsReadIsWhatTheReaderReads()
    {
        byte[][] files =
        [
            PdfFile.Of("论坛 <a> \u2028", page => PdfFile.Lines(page, ["He stated that data should be shared."], 50, 700), page => PdfFile.Lines(page, ["She agreed to that."], 50, 700), _ => { }),
            (RawPdf.English with { Text = RawPdf.English.Text + " BT /F9 12 Tf (Lost) Tj ET" }).ToBytes(),
        ];
        foreach (var file in files)
            Assert.Equal(Answer(file, PdfReader.Read), Answer(file, (bytes, problems) => PdfProcess.Read(bytes, problems, Minute, Gigabyte)));
        Assert.Contains("|论坛 <a>", Answer(files[0], PdfProcess.Read), StringComparison.Ordinal);
        Assert.Contains("|报告 1.pdf:1:1: warning KB018", Answer(files[1], PdfProcess.Read), StringComparison.Ordinal);
    }

    // The machine may end a process that waits, when memory is scarce; it ends by itself after a while.
    [Fact]
    public void AProcessThatEndedIsReplaced()
    {
        var ended = PdfProcess.Start(Gigabyte);
        Assert.NotNull(ended);
        ended.Kill();
        PdfProcess.Waiting.Add(ended);
        Assert.StartsWith("人人人人人人人\n|", Answer(RawPdf.Chinese.ToBytes(), PdfProcess.Read), StringComparison.Ordinal);
    }

    private static string Answer(byte[] file, Func<byte[], FileProblems, ExtractedText?> reader)
    {
        var diagnostics = new List<Diagnostic>();
        var text = reader(file, new FileProblems("报告 1.pdf", diagnostics))!;
        return string.Join('|', [text.Text, text.Title, .. text.PageStarts, .. diagnostics]);
    }

    private static string Kids(int parent) => $"<< /Kids [{string.Concat(Enumerable.Repeat($"{parent + 1} 0 R ", 10))}] >>";
}
