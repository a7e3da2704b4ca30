using System.Text;
using System.Text.Json;
using KnowledgeBase.Corpus;
using KnowledgeBase.Tests;

namespace KnowledgeBase.Fuzz.Targets;

/// <summary>
/// Files of ready-made statements: whatever the lines say, each is taken or has an error; what is taken is sound, reads the same
/// twice, and can be written as JSON.
/// </summary>
internal sealed class ImportTarget : FuzzTarget
{
    private static readonly string[] Tokens =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\n", "\r\n", "null", "true", "{\"text\": \"数据应当共享。\"}\n", "\"id\": ", "\"text\": ", "\"speaker\": ", "\"institutions\": ", "\"panel\": ", "\"themes\": ", "\"report\": ", "\"kind\": ", "\"date\": ", "\"claims\": ", "\"contentStart\": ", "\"attribution\": ", "\"source\": ", "\"ranges\": ", "\"start\": ", "\"end\": ", "\"lines\": ", "\"pages\": ", "\"sha256\": ", "\"section\": ", "\"instruments\": ", "\"export\": {\"row\": 1, \"rows\": 2}", "\"confidence\": ", "\"scope\": ",
        "\"individual\"", "\"collective\"", "\"outcome\"", "\"2021-12\"", "\"chinese\"", "\"薛澜\"", "\"清华大学\"", "\\ud800", "\\u0000", "\\", "\uFEFF", "[[[[", "{\"a\":", "0.5", "{\"name\": \"甲\"}", "{\"id\": \"a\", \"name\": \"甲\"}",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("kb-fuzz-").FullName;
    private readonly CorpusContent _corpus = CorpusReader.Read(Repository.Corpus);
    private readonly Mutator<byte> _mutator;

    public ImportTarget()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "statements"));
        _mutator = new Mutator<byte>([.. Seeds(_corpus)], [.. Tokens.Concat(HostileText.Marks).Select(Encoding.UTF8.GetBytes)]);
    }

    /// <inheritdoc/>
    public override string Name => "import";

    /// <inheritdoc/>
    public override string Ending => ".jsonl";

    /// <inheritdoc/>
    public override byte[] Make(Random random, int number) => _mutator.Make(random, number);

    /// <inheritdoc/>
    public override bool Feed(byte[] input)
    {
        File.WriteAllBytes(Path.Combine(_folder, "statements", "a.jsonl"), input);
        var diagnostics = new List<Diagnostic>();
        var imported = ImportedStatements.Open(_folder, _corpus.Registry, _corpus.Reports, diagnostics);
        var ids = _corpus.Reports.SelectMany(report => report.Statements).Select(statement => statement.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var statement in imported.All())
        {
            Must(ids.Add(statement.Id), $"two statements are called {statement.Id}");
            ReportTarget.MustBeSound(statement);
            var json = JsonSerializer.Serialize(statement, CorpusJson.Options);
            Must(JsonSerializer.Deserialize<Statement>(json, CorpusJson.Options)?.Text == statement.Text, "the text changes when it is written as JSON");
        }

        foreach (var diagnostic in diagnostics)
            Must(diagnostic.Line >= 1 && diagnostic.Column >= 1 && diagnostic.Message.Length > 0, $"{diagnostic}");
        return !diagnostics.Exists(diagnostic => diagnostic.Severity == Severity.Error);
    }

    /// <inheritdoc/>
    public override void Dispose() => Directory.Delete(_folder, recursive: true);

    private static IEnumerable<byte[]> Seeds(CorpusContent corpus)
    {
        var full = corpus.Reports[0].Statements.Take(40).Select(statement => JsonSerializer.Serialize(statement, CorpusJson.Options)).ToList();
        string[] hostile =
        [
            HostileText.Repeat("{\"text\":", 30_000), HostileText.Repeat("[", 100_000), "{\"text\": " + HostileText.Repeat("[", 50_000) + HostileText.Repeat("]", 50_000) + "}",
            "{\"text\": \"" + HostileText.Repeat("\\u0041", 40_000) + "\"}", "{\"text\": \"" + HostileText.Repeat("\\ud83d\\ude00", 20_000) + "\"}", "{" + string.Concat(Enumerable.Range(0, 10_000).Select(i => $"\"a{i}\": 1, ")) + "\"text\": \"甲\"}",
            "{\"text\": \"甲\", \"themes\": [" + HostileText.Repeat("\"a\", ", 20_000) + "\"b\"]}", "{\"text\": \"甲\", \"institutions\": [" + HostileText.Repeat("\"清华大学教授\", ", 5000) + "\"b\"]}", "{\"text\": \"" + HostileText.Repeat("第一，数据应当共享。", 5000) + "\"}",
            "{\"text\": \"甲\", \"speaker\": \"" + HostileText.Repeat("张", 50_000) + "\"}", "{\"text\": \"甲\", \"claims\": [" + HostileText.Repeat("{\"start\": 0, \"end\": 1}, ", 5000) + "{}]}", HostileText.Repeat("{\"text\": \"甲\"}\n", 8000), HostileText.Repeat("{}\n", 40_000), HostileText.Repeat("\r\n", 60_000),
            string.Concat(Enumerable.Range(0, 3000).Select(i => $"{{\"text\": \"数据{i}\", \"speaker\": \"张三{i}\", \"report\": \"论坛{i}\"}}\n")), "{\"text\": \"" + HostileText.Repeat("字", 1_500_000) + "\"}",
        ];
        return
        [
            .. SeedFiles.Imports().Select(Encoding.UTF8.GetBytes), .. SeedFiles.Imports().SelectMany(lines => lines.Split('\n')).Select(Encoding.UTF8.GetBytes), .. full.Select(Encoding.UTF8.GetBytes), .. hostile.Select(Encoding.UTF8.GetBytes),
            .. HostileText.All().Select(text => JsonSerializer.SerializeToUtf8Bytes(new { text, speaker = text.Length % 2 == 0 ? "薛澜" : null, institutions = text[..Math.Min(200, text.Length)] })),
        ];
    }
}
