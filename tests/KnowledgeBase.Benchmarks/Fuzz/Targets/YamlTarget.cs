using System.Text;
using KnowledgeBase.Corpus;
using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Fuzz.Targets;

/// <summary>
/// The YAML files of a corpus, all of them with the same words: the four of the registry, its word list, a report's
/// description, the golden queries. Every mistake is a diagnostic, and what is left of the registry can be used.
/// </summary>
internal sealed class YamlTarget : FuzzTarget
{
    private const string Report = "# 论坛报告\n\n清华大学公共管理学院教授张三指出，数据应当共享，人工智能治理应当开放。\n";

    private static readonly string[] Tokens =
    [
        "- ", "  ", "\n", "\n  ", ": ", "? ", "[", "]", "{", "}", ", ", "&a ", "*a", "*b ", "!!str ", "!<tag> ", "| ", "|+2\n", ">-\n", "\"", "'", "#", "---\n", "...\n", "%YAML 1.2\n", "%TAG ! x\n", "<<: *a", "\t", "\\x", "\\u", "\\U00110000", "~", "null", "@", "`", "id: ", "name: ", "en: ", "aliases: ", "reason: ", "reports: ", "parent: ", "unit: ", "sector: ", "country: ", "zh: ", "hant: ", "related: ", "cues: ", "hints: ", "except: ", "general: ", "field: ", "definition: ", "title: ", "date: ", "publisher: ", "- query: ", "expect: ", "university", "清华大学", "…", "张三", "\t原因\n",
    ];

    private static readonly string[] Files = ["registry/people.yaml", "registry/institutions.yaml", "registry/themes.yaml", "registry/glossary.yaml", "registry/words.tsv", "reports/a/report.yaml", "golden-queries.yaml"];
    private readonly string _folder = Directory.CreateTempSubdirectory("kb-fuzz-").FullName;
    private readonly Mutator<byte> _mutator = new([.. Seeds()], [.. Tokens.Concat(HostileText.Marks).Select(Encoding.UTF8.GetBytes)]);

    public YamlTarget()
    {
        foreach (var file in Files)
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_folder, file))!);
        File.WriteAllText(Path.Combine(_folder, "reports/a/report.md"), Report);
    }

    /// <inheritdoc/>
    public override string Name => "yaml";

    /// <inheritdoc/>
    public override string Ending => ".yaml";

    /// <inheritdoc/>
    public override byte[] Make(Random random, int number) => _mutator.Make(random, number);

    /// <inheritdoc/>
    public override bool Feed(byte[] input)
    {
        foreach (var file in Files)
            File.WriteAllBytes(Path.Combine(_folder, file), input);
        var content = CorpusReader.Read(_folder);
        foreach (var diagnostic in content.Diagnostics)
            Must(diagnostic.Line >= 0 && diagnostic.Column >= 0 && diagnostic.Message.Length > 0, $"{diagnostic}");
        Must(content.Reports.Count == 1, "the report is lost");
        _ = new TextAnalysis(content.Registry).Tokens(Report).Count();
        return !content.Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error && diagnostic.Message.StartsWith("not valid YAML", StringComparison.Ordinal));
    }

    /// <inheritdoc/>
    public override void Dispose() => Directory.Delete(_folder, recursive: true);

    private static IEnumerable<byte[]> Seeds()
    {
        var aliases = "a0: &a0 [字,字,字,字,字,字,字,字,字]\n" + string.Concat(Enumerable.Range(1, 12).Select(i => $"a{i}: &a{i} [{string.Join(',', Enumerable.Repeat($"*a{i - 1}", 9))}]\n"));
        string[] hostile =
        [
            aliases, aliases + "id: *a12\nname: *a12\naliases: *a12\n", aliases + "? *a12\n: 1\n", string.Concat(aliases.Split('\n').Select(line => line.Length == 0 ? "" : $"- {line}\n")), "- id: &a [*a]\n  name: *a\n", "- &a {id: *a, name: b}\n", "&a [*a, *a]", "- &a\n  ? *a\n  : *a\n", "- {? {a: b} : c, ? [d] : e}\n", "- id: a\n  name: 甲\n  <<: {reason: b}\n",
            .. new[] { "[", "{", "- ", "? ", "[{", "{a: ", "- - ", "a: &a ", "!!a ", "&a ", "*a ", "\"", "'", "| ", "  ", "\t", "# ", "--- ", "... ", "%", "a: ", "a:\n ", "[[]," }.SelectMany(mark => new[] { HostileText.Repeat(mark, 500), HostileText.Repeat(mark, 20_000) }),
            HostileText.Repeat("[", 20_000) + HostileText.Repeat("]", 20_000), string.Concat(Enumerable.Range(0, 600).Select(depth => new string(' ', depth) + "a:\n")),
            string.Concat(Enumerable.Range(0, 1500).Select(i => $"- {{id: a{i}, name: 甲{i}, parent: a{i + 1}, aliases: [乙{i}], reason: b, zh: 丙{i}, en: c, definition: d, cues: [丁{i}…戊]}}\n")), "- {id: a, zh: a, en: b, definition: c, cues: [" + HostileText.Repeat("甲…", 3000) + "]}\n", "- {id: a, zh: a, en: b, definition: c, cues: [" + HostileText.Repeat("…, ", 3000) + "]}\n",
            "title: " + HostileText.Repeat("字", 80_000), "date: [1]\ntitle: {a: b}\npublisher: |\n" + HostileText.Repeat("  字\n", 5000), "人工智能\t原因\n\t\n字\t原因\n人工 智能\t原因\n",
        ];
        return [.. SeedFiles.Yaml().Select(Encoding.UTF8.GetBytes), .. SeedFiles.Yaml().SelectMany(text => text.Split("\n- ").Skip(1).Take(40)).Select(entry => Encoding.UTF8.GetBytes("- " + entry)), .. hostile.Select(Encoding.UTF8.GetBytes), .. HostileText.All().Take(80).Select(Encoding.UTF8.GetBytes)];
    }
}
