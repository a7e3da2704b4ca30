using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using KnowledgeBase.Corpus;
using KnowledgeBase.Search;

namespace KnowledgeBase.Tests;

/// <summary>Exports say what they are, carry their checksum, and show when they were cut off.</summary>
public sealed class ExportTests(ResearchFixture fixture)
{
    private static readonly SearchQuery Explainability = new()
    {
        Text = "可解释",
        Filters = new Dictionary<string, FacetFilter> { ["kind"] = new(["individual"], [], []), ["theme"] = new([], ["explainability"], ["metaverse"]) },
    };

    public static TheoryData<string> Formats => [.. Research.Exports.ExportFormat.All.Select(format => format.Name)];

    [Fact]
    public void JsonLinesAreTheStatementsThemselves()
    {
        var lines = Lines(ResearchFixture.Export(fixture.First, "jsonl"));
        var statements = ResearchFixture.Statements(fixture.First);
        Assert.Equal(statements.Count, lines.Count);
        foreach (var (statement, line) in statements.Zip(lines))
        {
            var json = JsonNode.Parse(line)!.AsObject();
            Assert.True(json.Remove("export"));
            Assert.Equal(JsonSerializer.Serialize(statement, CorpusJson.Options), json.ToJsonString(CorpusJson.Options));
        }
    }

    [Fact]
    public void AnExportImportsAgainToTheSameStatements()
    {
        using var folder = new TemporaryFolder();
        var corpus = folder.CopyCorpus();
        Directory.Delete(Path.Combine(corpus, "reports"), recursive: true);
        Directory.CreateDirectory(Path.Combine(corpus, "statements"));
        File.WriteAllBytes(Path.Combine(corpus, "statements", "export.jsonl"), ResearchFixture.Export(fixture.First, "jsonl"));

        var content = CorpusReader.Read(corpus);
        Assert.Empty(content.AllDiagnostics);
        var index = new StatementIndex(Path.Combine(folder.Path, "index"));
        index.Build(content);
        using var imported = index.Open()!;
        Assert.Equal(
            ResearchFixture.Statements(fixture.First).Select(statement => JsonSerializer.Serialize(statement, CorpusJson.Options)),
            ResearchFixture.Statements(imported).Select(statement => JsonSerializer.Serialize(statement, CorpusJson.Options)));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void AnExportSaysWhichSearchOfWhichCorpusItAnswersAndItsChecksum(string format)
    {
        var text = Encoding.UTF8.GetString(ResearchFixture.Export(fixture.First, format, Explainability));
        Assert.Contains("可解释", text, StringComparison.Ordinal);
        Assert.Contains("explainability", text, StringComparison.Ordinal);
        Assert.Matches("theme\\.not.{1,6}metaverse", text);
        Assert.Contains(fixture.First.Info.CorpusVersion, text, StringComparison.Ordinal);
        var found = new StatementSearcher(fixture.First).All(Explainability).Statements().Select(stored => stored.Read()).ToList();
        Assert.InRange(found.Count, 3, 8);
        Assert.All(found, statement => Assert.Contains(statement.Id, text, StringComparison.Ordinal));
        var words = string.Concat(found.Select(statement => $"{statement.Id}\n{statement.Text}\n"));
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words))), text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void AnExportWithoutMatchesIsOneThatReadersRead(string format)
    {
        var file = ResearchFixture.Export(fixture.First, format, new SearchQuery { Text = "绝无此语" });
        Assert.True(IsWhole(format, file));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void AnExportThatWasCutOffShowsIt(string format)
    {
        var file = ResearchFixture.Export(fixture.First, format);
        Assert.True(IsWhole(format, file));
        // 997 is prime: cuts fall at ends of lines, in the middle of them, and inside characters.
        for (var length = 1; length < file.Length - 2; length += 997)
            Assert.False(IsWhole(format, file[..length]), $"{format} cut at {length}");
    }

    // What a reader can tell from the file alone.
    private static bool IsWhole(string format, byte[] file)
    {
        try
        {
            var text = new UTF8Encoding(true, throwOnInvalidBytes: true).GetString(file);
            return format switch
            {
                "jsonl" => file.Length == 0 || (text.EndsWith('\n') && JsonNode.Parse(Lines(file)[^1])!["export"] is { } export && export["row"]!.GetValue<int>() == export["rows"]!.GetValue<int>()),
                "csv" => text.EndsWith("\r\n", StringComparison.Ordinal) && (Lines(file).Count == 1 || Lines(file)[^1].TrimEnd('\r').Split(',')[^1].Length == 64),
                "tei" => XDocument.Parse(text.TrimStart('\uFEFF')).Root is not null,
                "csl" => JsonNode.Parse(text) is JsonArray,
                "bibtex" => Lines(file)[^1].StartsWith("@comment{End of export: ", StringComparison.Ordinal) && text.EndsWith("}\n", StringComparison.Ordinal),
                "ris" => file.Length == 0 || (text.Contains("N1  - End of export; sha256: ", StringComparison.Ordinal) && text.TrimEnd().EndsWith("ER  -", StringComparison.Ordinal)),
                _ => throw new ArgumentException(format, nameof(format)),
            };
        }
        catch (Exception e) when (e is JsonException or System.Xml.XmlException or DecoderFallbackException)
        {
            return false;
        }
    }

    private static List<string> Lines(byte[] file) => [.. Encoding.UTF8.GetString(file).Split('\n').Where(line => line.Length > 0)];
}
