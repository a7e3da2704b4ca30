using System.Text;
using System.Text.Json;
using CsCheck;
using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Importing;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Tests;

/// <summary>
/// Reads import lines. The examples of Imports/*.md are lines and what must be read of them: each statement with the
/// members that the example speaks of, then all diagnostics. tests/README.md says how to add one.
/// </summary>
public sealed class ImportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string> Examples()
    {
        var data = new TheoryData<string, string>();
        foreach (var spec in SpecFile.In("Imports", "import"))
        {
            foreach (var example in spec.Examples)
                data.Add(spec.Name, example.Name);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void TheLinesReadAsTheSpecSays(string file, string name)
    {
        var example = SpecFile.In("Imports", "import").Single(spec => spec.Name == file).Examples.Single(e => e.Name == name);
        _folder.Write("statements/lines.jsonl", example.Report.Replace("FIRST-REPORT", FirstReport.Report.Source.Sha256, StringComparison.Ordinal));
        var (statements, diagnostics) = Import();
        var actual = ImportLines.Of(statements, diagnostics, example.Expected);
        Assert.True(
            actual.Count == example.Expected.Count && example.Expected.Zip(actual).All(pair => SpecLines.Fits(pair.First, pair.Second)),
            $"expected:\n{Show(example.Expected)}\n\nread:\n{Show(actual)}\n");
        Assert.Distinct(statements.Select(statement => statement.Id));
    }

    [Fact]
    public void StatementsOfAReportComeBackByteForByte()
    {
        var lines = FirstReport.Statements.Select(statement => JsonSerializer.Serialize(statement, CorpusJson.Options)).ToList();
        _folder.Write("statements/export.jsonl", string.Join('\n', lines) + "\n");
        var (statements, diagnostics) = Import(reports: []);
        Assert.Empty(diagnostics);
        Assert.Equal(lines, statements.Select(statement => JsonSerializer.Serialize(statement, CorpusJson.Options)));
    }

    [Fact]
    public void AStatementThatItsReportHasIsNotImportedAgain()
    {
        var statement = FirstReport.Statements[0];
        _folder.Write("statements/a.jsonl", JsonSerializer.Serialize(statement, CorpusJson.Options) + "\n" + JsonSerializer.Serialize(new { statement.Text, Report = "aicg2021", Speaker = statement.Speaker?.Name }, CorpusJson.Options));
        var (statements, diagnostics) = Import();
        Assert.Empty(statements);
        Assert.Equal(["KB204", "KB204"], diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.All(diagnostics, diagnostic => Assert.Contains(statement.Id, diagnostic.Message, StringComparison.Ordinal));
    }

    public static TheoryData<string, byte[], int, string> Encodings() => new()
    {
        { "a byte order mark", [0xEF, 0xBB, 0xBF, .. "{\"text\": \"甲。\"}\n"u8], 1, "" },
        { "CR LF, blank lines, no end of line", "\r\n{\"text\": \"甲。\"}\r\n \r\n\n{\"text\": \"乙。\"}"u8.ToArray(), 2, "" },
        { "an empty file", [], 0, "" },
        { "GBK", [.. "{\"text\": \"甲。\"}\n"u8, .. "{\"text\": \""u8, 0xBC, 0xD7, .. "\"}\n"u8], 1, "statements/x.jsonl:2:11: error KB201: the line is not UTF-8 (byte 11)" },
        { "UTF-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("{\"text\": \"甲。\"}")], 0, "statements/x.jsonl:1:1: error KB201: the line is not UTF-8" },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void LinesAreFoundInAnyFile(string what, byte[] bytes, int count, string expected)
    {
        Assert.NotEmpty(what);
        _folder.Write("statements/x.jsonl", "");
        File.WriteAllBytes(Path.Combine(_folder.Path, "statements", "x.jsonl"), bytes);
        var (statements, diagnostics) = Import();
        Assert.Equal(count, statements.Count);
        if (expected.Length == 0)
            Assert.Empty(diagnostics);
        else
            Assert.StartsWith(expected, Assert.Single(diagnostics).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ALineMayBeLongButNotWithoutEnd()
    {
        var blanks = new string(' ', 3_000_000);
        _folder.Write("statements/x.jsonl", $"{{\"text\": \"甲。\",{blanks}\"kind\": \"x\"}}\n{{\"text\": \"乙。\"{blanks}{blanks}}}\n{{\"text\": \"丙。\"}}\n{blanks}{blanks}{blanks}");
        var (statements, diagnostics) = Import();
        Assert.Equal("丙。", Assert.Single(statements).Text);
        Assert.Equal(
            [
                "statements/x.jsonl:1:3000023: error KB203: \"kind\" cannot be \"x\": it takes individual, collective, outcome; the line was left out",
                "statements/x.jsonl:2:1: error KB201: the line has more than 4 MB: a statement stands on one line; the line was left out",
                "statements/x.jsonl:4:1: error KB201: the line has more than 4 MB: a statement stands on one line; the line was left out",
            ],
            diagnostics.Select(diagnostic => diagnostic.ToString()));
    }

    [Fact]
    public void FilesAreReadInOrdinalOrderAndOthersNamed()
    {
        _folder.Write("statements/b.jsonl", "{\"text\": \"乙。\"}\n");
        _folder.Write("statements/B.jsonl", "{\"text\": \"甲。\"}\n");
        _folder.Write("statements/a.csv", "text\n丙。\n");
        _folder.Write("statements/README.md", "notes");
        var (statements, diagnostics) = Import();
        Assert.Equal(["甲。", "乙。"], statements.Select(statement => statement.Text));
        Assert.StartsWith("statements/a.csv:1:1: warning KB210", Assert.Single(diagnostics).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void OfManyMistakesTheFirstAreShownAndTheRestCounted()
    {
        _folder.Write("statements/x.jsonl", string.Concat(Enumerable.Repeat("{\"text\": 1}\n", ImportDiagnostics.Kept + 20)) + "{}\n");
        var (_, diagnostics) = Import();
        Assert.Equal(ImportDiagnostics.Kept + 2, diagnostics.Count);
        Assert.Equal($"statements/x.jsonl:{ImportDiagnostics.Kept + 1}:1: error KB203: 20 more of KB203 from here on in this file are not shown", diagnostics.Single(d => d.Message.Contains("20 more", StringComparison.Ordinal)).ToString());
    }

    [Fact]
    public void EveryReadingGivesTheSameAndAChangedFileIsNoticed()
    {
        var path = _folder.Write("statements/x.jsonl", "{\"text\": \"谢谢。\"}\n{\"text\": \"谢谢。\"}\n{\"text\": \"谢谢。\", \"speaker\": \"张伟\"}\n");
        var imported = ImportedStatements.Open(_folder.Path, FirstReport.Registry, [], []);
        Assert.Equal(imported.All().Select(statement => statement.Id), imported.All().Select(statement => statement.Id));
        Assert.Equal(3, imported.Count);
        Assert.Equal(["张伟"], imported.SpeakerNames);
        File.AppendAllText(path, "{\"text\": \"再见。\"}\n");
        Assert.Throws<IOException>(() => imported.All().Count());
    }

    // A line of an export in which one place was overwritten: by marks of JSON, digits, letters, a byte that is no text.
    [Fact]
    public void WhateverALineHoldsItIsReadOrNamed()
    {
        var lines = FirstReport.Statements.Take(20).Select(statement => JsonSerializer.SerializeToUtf8Bytes(statement, CorpusJson.Options)).ToList();
        var damage = Gen.Select(Gen.Int[0, lines.Count - 1], Gen.Double[0, 0.999], Gen.OneOf("\"", "{", "]", "null", "-1", "9", "x", "\\ud800", ",", ":", " ", "\uFFFF", "[5]"), Gen.Bool);
        Samples.Each(damage, 300, sample =>
        {
            var (which, place, with, isBinary) = sample;
            var at = (int)(place * lines[which].Length);
            byte[] damaged = [.. lines[which][..at], .. isBinary ? [0xC3] : Encoding.UTF8.GetBytes(with), .. lines[which][(at + 1)..]];
            _folder.Write("statements/x.jsonl", "");
            File.WriteAllBytes(Path.Combine(_folder.Path, "statements", "x.jsonl"), damaged);
            var (statements, diagnostics) = Import(reports: []);
            Assert.Equal(1, statements.Count + diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Error));
            Assert.All(statements, statement => Assert.All(statement.Claims, claim => Assert.InRange(claim.End, claim.Start + 1, new CodePointIndex(statement.Text).Count)));
        });
    }

    private (IReadOnlyList<Statement> Statements, IReadOnlyList<Diagnostic> Diagnostics) Import(IReadOnlyList<Report>? reports = null)
    {
        var diagnostics = new List<Diagnostic>();
        var imported = ImportedStatements.Open(_folder.Path, FirstReport.Registry, reports ?? FirstReport.Content.Reports, diagnostics);
        return ([.. imported.All()], diagnostics);
    }

    private static string Show(IEnumerable<string[]> lines) => string.Join('\n', lines.Select(line => string.Join(" | ", line)));
}

/// <summary>What was imported, in the lines that import specs are written in.</summary>
internal static class ImportLines
{
    /// <summary>Each statement with the members that the expected lines name for it, then the diagnostics.</summary>
    public static IReadOnlyList<string[]> Of(IReadOnlyList<Statement> statements, IEnumerable<Diagnostic> diagnostics, IReadOnlyList<string[]> expected)
    {
        var lines = new List<string[]>();
        var starts = expected.Select((line, i) => (line, i)).Where(pair => pair.line[0] == "statement").Select(pair => pair.i).ToList();
        for (var i = 0; i < statements.Count; i++)
        {
            lines.Add(["statement", statements[i].Text]);
            var json = JsonSerializer.SerializeToElement(statements[i], CorpusJson.Options);
            var members = i < starts.Count ? expected.Skip(starts[i] + 1).TakeWhile(line => line[0] != "statement" && !line[0].StartsWith("KB", StringComparison.Ordinal)) : [];
            lines.AddRange(members.Select(member => new[] { member[0], ValueOf(json, member[0]) }));
        }

        lines.AddRange(diagnostics.Select(diagnostic => new[] { diagnostic.Code, $"{diagnostic.Line}:{diagnostic.Column}", diagnostic.Message }));
        return lines;
    }

    // attribution.evidence.0
    private static string ValueOf(JsonElement json, string path)
    {
        foreach (var step in path.Split('.'))
        {
            if (int.TryParse(step, out var index) && index >= json.GetArrayLength())
                return "nothing";
            json = int.TryParse(step, out index) ? json[index] : json.GetProperty(step);
        }

        return json.ValueKind switch
        {
            JsonValueKind.String => json.GetString()!,
            JsonValueKind.Null => "-",
            _ => json.GetRawText(),
        };
    }
}
