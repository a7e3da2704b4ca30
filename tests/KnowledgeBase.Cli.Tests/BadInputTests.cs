using System.Text;

namespace KnowledgeBase.Tests;

/// <summary>Each bad input gets a diagnostic that names cause and place; the rest goes through, and nothing published is lost.</summary>
public sealed class BadInputTests : IDisposable
{
    private const string Sound = "## 主论坛\n\n清华大学公共管理学院院长江小涓指出，数字时代的治理需要新的理念。\n";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, byte[], int, string, int> Files() => new()
    {
        { "an empty file", [], 1, "error KB003: the file is empty", 0 },
        { "nothing but blank lines", "\n \n"u8.ToArray(), 1, "error KB003", 0 },
        { "a binary file", [0x7F, 0x45, 0x4C, 0x46, 0, 1, 2], 1, "error KB002: the file is binary", 0 },
        { "one bad byte", [.. Encoding.UTF8.GetBytes(Sound), 0xFF, .. "\n"u8], 1, $":4:1: error KB004: invalid UTF-8 at byte {Encoding.UTF8.GetByteCount(Sound)}", 1 },
        { "another encoding", [0xC7, 0xE5, 0xBB, 0xAA, 0xB4, 0xF3, 0xD1, 0xA7], 0, "info KB009: the file was read as GB18030 (detected)", 0 },
        { "bytes of no encoding", [0x81, 0xFF, 0x80, 0xFF, 0xFE, 0xC0, 0xC1, 0xFF], 1, "error KB004: the file is not UTF-8", 0 },
        { "no headings, no roster", Encoding.UTF8.GetBytes("清华大学公共管理学院院长江小涓指出，要有新理念。\n"), 0, "", 1 },
        { "nobody speaks", Encoding.UTF8.GetBytes("## 主论坛\n\n天气很好，大家都很高兴。\n"), 0, ":3:1: info KB111: nobody was found to speak this passage of 12 characters", 0 },
        { "UTF-16 with a byte order mark", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Sound)], 0, "", 1 },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task ABadFileIsReportedAndTheOthersGoThrough(string what, byte[] bytes, int exitCode, string expected, int statements)
    {
        Assert.NotEmpty(what);
        var bad = Path.Combine(_folder.Path, "bad.md");
        await File.WriteAllBytesAsync(bad, bytes, TestContext.Current.CancellationToken);
        var good = _folder.Write("good.md", Sound);

        var run = await KbProgram.Run("segment", bad, good);
        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(expected, run.Errors, StringComparison.Ordinal);
        Assert.Equal(statements + 1, run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task FiftyMegabytesOnOneLineAreRead()
    {
        var path = _folder.Write("long.md", string.Concat(Enumerable.Repeat("人工智能治理，", 2_400_000)));
        var run = await KbProgram.Run("audit", path);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("0 unaccounted", run.Output, StringComparison.Ordinal);
        Assert.Contains("KB111", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("registry/people.yaml", "- id: a\n  name: [x\n", "registry/people.yaml:3:1: error KB005: not valid YAML")]
    [InlineData("registry/people.yaml", "- id: a\n  nmae: x\n  reason: y\n", "registry/people.yaml:2:3: error KB005: unknown key \"nmae\"")]
    [InlineData("registry/institutions.yaml", "- id: a\n  name: 甲\n  parent: b\n", "registry/institutions.yaml:3:11: error KB005: the parent \"b\" of a is not in this file")]
    [InlineData("registry/institutions.yaml", "- id: a\n  name: 甲\n- id: b\n  name: 乙\n  aliases: [甲]\n", "error KB005: the name \"甲\" of b belongs to a already")]
    [InlineData("registry/institutions.yaml", "- id: a\n  name: 甲\n  sector: shop\n", "registry/institutions.yaml:3:11: error KB005: \"sector\" cannot be \"shop\"")]
    [InlineData("registry/themes.yaml", "just text\n", "registry/themes.yaml:1:1: error KB005: a list of entries")]
    [InlineData("registry/people.yaml", "- {id: a, name: 甲某, reason: x}\n- {id: b, name: 乙某, aliases: [甲某], reason: x}\n", "registry/people.yaml:2:30: error KB005: the name \"甲某\" of b belongs to a already")]
    [InlineData("registry/glossary.yaml", "- {zh: [治理]}\n- {zh: [管治, 治理]}\n", "registry/glossary.yaml:2:8: error KB005: the name \"治理\" of 管治 belongs to 治理 already")]
    [InlineData("registry/glossary.yaml", "- {zh: [治理], related: [管理, 治理]}\n", "error KB005: \"治理\" is a form of this very entry")]
    [InlineData("registry/glossary.yaml", "- {en: [governance]}\n", "registry/glossary.yaml:1:3: error KB005: the entry has no \"zh\"")]
    [InlineData("registry/people.yaml", "- {id: [[[[[[[[[[[[[[[[[[[[a]]]]]]]]]]]]]]]]]]]]}\n", "registry/people.yaml:1:26: error KB005: not valid YAML: values are nested more than 20 deep")]
    [InlineData("registry/people.yaml", "- &a {id: *a, name: 甲}\n", "registry/people.yaml:1:11: error KB005: not valid YAML: the alias *a stands inside a value that has an anchor itself: write the value out")]
    [InlineData("registry/people.yaml", "- &a [甲]\n- &b [*a, *a]\n- {id: *b}\n", "registry/people.yaml:2:7: error KB005: not valid YAML: the alias *a stands inside a value that has an anchor itself")]
    [InlineData("registry/people.yaml", "... ... ...", "registry/people.yaml:1:1: error KB005: not valid YAML: what follows cannot be read (The scanner should contain no more tokens.)")]
    [InlineData("registry/words.tsv", "# 词\n算力券\tused in 2024\n算力网\n", "registry/words.tsv:3:1: error KB006: a line has two columns parted by a tab")]
    [InlineData("registry/words.tsv", "算力 券\tused in 2024\n", "registry/words.tsv:1:1: error KB006: \"算力 券\" cannot be a word")]
    [InlineData("registry/words.tsv", "算力券\t\n", "registry/words.tsv:1:5: error KB006: \"算力券\" has no reason")]
    [InlineData("golden-queries.yaml", "- query: 治理\n- {query: 治理, atleast: 2}\n", "golden-queries.yaml:1:10: error KB005: the entry expects nothing")]
    [InlineData("golden-queries.yaml", "- {query: 理念, atLeast: no}\n", "golden-queries.yaml:1:24: error KB005: \"atLeast\" cannot be \"no\"")]
    [InlineData("reports/x/report.yaml", "title: x\ndate: 2021-13-45\n", "reports/x/report.yaml:2:7: error KB005: \"2021-13-45\" is no date")]
    public async Task AYamlMistakeIsNamedWithItsLine(string file, string yaml, string expected)
    {
        _folder.Write("corpus/reports/x/report.md", Sound);
        _folder.Write("corpus/" + file, yaml);
        var strict = await KbProgram.Run("build", "--corpus", Corpus, "--index", Index, "--strict");
        Assert.Equal(1, strict.ExitCode);
        Assert.Contains("nothing was published", strict.Errors, StringComparison.Ordinal);

        var run = await KbProgram.Run("build", "--corpus", Corpus, "--index", Index);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(expected, run.Errors, StringComparison.Ordinal);
        Assert.Contains("1 report, 1 statement:", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABadImportLineIsNamedAndTheOthersAreFound()
    {
        _folder.Write("corpus/statements/mine.jsonl", "{\"text\": \"应当打开算法黑箱。\", \"speaker\": \"甘小乙\"}\n{\"txt\": \"没有正文\"}\n{\"text\": \"黑箱不必打开。\"}\n");
        var run = await KbProgram.Run("build", "--corpus", Corpus, "--index", Index);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("statements/mine.jsonl:2:1: error KB202: the line has no \"text\"", run.Errors, StringComparison.Ordinal);
        Assert.StartsWith("1 report, 2 statements (2 imported): 2 added", run.Output, StringComparison.Ordinal);

        var search = await KbProgram.Run("search", "黑箱", "--index", Index);
        Assert.Contains("甘小乙\n  mine · mine-", search.Output, StringComparison.Ordinal);
        Assert.Contains("集体观点\n  mine · mine-", search.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await KbProgram.Run("verify", "--index", Index)).ExitCode);

        var json = await KbProgram.Run("build", "--corpus", Corpus, "--index", Index, "--format", "json");
        Assert.Contains("\"statements\":2,\"imported\":2,\"added\":[],\"changed\":[],\"removed\":[]", json.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatSegmentWritesIsImportedAsItIs()
    {
        var segmented = (await KbProgram.Run("segment", Repository.FirstReport)).Output;
        _folder.Write("corpus/statements/aicg.jsonl", segmented);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Corpus, "registry")))
            _folder.Write($"corpus/registry/{Path.GetFileName(file)}", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        var run = await KbProgram.Run("build", "--corpus", Corpus, "--index", Index);
        Assert.Empty(run.Errors);
        Assert.StartsWith("1 report, 84 statements (84 imported)", run.Output, StringComparison.Ordinal);
        Assert.StartsWith("8 statements", (await KbProgram.Run("search", "可解释", "--index", Index)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatWasPublishedStaysPublishedWhenABuildCannotRun()
    {
        _folder.Write("corpus/reports/x/report.md", Sound);
        await KbProgram.Run("build", "--corpus", Corpus, "--index", Index);
        var published = await File.ReadAllTextAsync(Path.Combine(Index, "current"), TestContext.Current.CancellationToken);

        using (new FileStream(Path.Combine(Index, "build.lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            var run = await KbProgram.Run("build", "--corpus", Corpus, "--index", Index);
            Assert.Equal(2, run.ExitCode);
            Assert.Contains("Another build is writing", run.Errors, StringComparison.Ordinal);
        }

        Assert.Equal(published, await File.ReadAllTextAsync(Path.Combine(Index, "current"), TestContext.Current.CancellationToken));
        Assert.Equal(0, (await KbProgram.Run("search", "治理", "--index", Index)).ExitCode);
    }

    [Fact]
    public async Task ADamagedIndexIsFoundByVerify()
    {
        _folder.Write("corpus/reports/x/report.md", Sound);
        await KbProgram.Run("build", "--corpus", Corpus, "--index", Index);
        var source = Directory.EnumerateFiles(Index, "x.txt", SearchOption.AllDirectories).Single();
        await File.WriteAllTextAsync(source, Sound.Replace("理念", "观念", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var run = await KbProgram.Run("verify", "--index", Index);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("sources/x.txt has other bytes than were written", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("there is no corpus folder", "build", "--corpus", "/nowhere")]
    [InlineData("no index is published in", "search", "x", "--index", "/nowhere")]
    [InlineData("no index is published in", "verify", "--index", "/nowhere")]
    [InlineData("No index is published in", "rollback", "--index", "/nowhere")]
    [InlineData("--keep takes a number from 1 on", "build", "--keep", "0")]
    [InlineData("'x'", "build", "--keep", "x")]
    [InlineData("'maybe'", "analyze", "--domain", "maybe")]
    [InlineData("'maybe'", "search", "x", "--expand", "maybe")]
    [InlineData("Unrecognized command", "bild")]
    [InlineData("Required argument missing", "segment")]
    [InlineData("--formt", "audit", "x.md", "--formt", "json")]
    [InlineData("'xml'", "audit", "x.md", "--format", "xml")]
    public async Task WrongUsageSaysSoAndExitsWithTwo(string expected, params string[] arguments)
    {
        var run = await KbProgram.Run(arguments);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, run.Errors, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task AMissingFileIsAnErrorOfTheInput()
    {
        var run = await KbProgram.Run("segment", "/nowhere.md");
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("/nowhere.md:1:1: error KB001: the file cannot be read", run.Errors, StringComparison.Ordinal);
    }

    private string Corpus => Path.Combine(_folder.Path, "corpus");

    private string Index => Path.Combine(_folder.Path, "index");
}
