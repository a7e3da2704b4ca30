using System.Text.Json;

namespace KnowledgeBase.Tests;

/// <summary>The commands on the first report, as a user runs them.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task SegmentWritesOneStatementALine()
    {
        var run = await KbProgram.Run("segment", Repository.FirstReport);
        Assert.Equal(0, run.ExitCode);
        var statements = Lines(run.Output).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(84, statements.Count);
        Assert.Equal(["individual", "collective", "outcome"], statements.Select(s => s.GetProperty("kind").GetString()).Distinct().OrderBy(kind => kind![0] == 'o' ? 2 : kind[0] == 'c' ? 1 : 0));
        Assert.Equal("reports/aicg2021/report.md", statements[0].GetProperty("source").GetProperty("file").GetString());
        Assert.Contains("corpus/reports/aicg2021/report.md:278:26: warning KB104: 丽亚-", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AuditSaysWhatWasFoundDoubtedAndLeftOver()
    {
        var text = await KbProgram.Run("audit", Repository.FirstReport);
        Assert.Equal(0, text.ExitCode);
        Assert.Contains("63 individual by 62 speakers, 10 collective, 11 outcomes", text.Output, StringComparison.Ordinal);
        Assert.Contains("0 unaccounted", text.Output, StringComparison.Ordinal);

        var json = JsonDocument.Parse((await KbProgram.Run("audit", Repository.FirstReport, "--format", "json")).Output).RootElement;
        Assert.Equal(83, json.GetProperty("roster").GetArrayLength());
        Assert.Equal(0, json.GetProperty("coverage").GetProperty("unaccounted").GetInt32());
        foreach (var name in (string[])["report", "roster", "participants", "variants", "coverage", "diagnostics"])
            Assert.True(json.TryGetProperty(name, out _), name);
    }

    [Fact]
    public async Task BuildPublishesAndTellsWhatChanged()
    {
        var corpus = _folder.CopyCorpus();
        var first = await Build(corpus, "--format", "json");
        Assert.Equal(0, first.ExitCode);
        Assert.Equal(84, Json(first).GetProperty("added").GetArrayLength());

        var report = Path.Combine(corpus, "reports", "aicg2021", "report.md");
        File.WriteAllText(report, File.ReadAllText(report).Replace("清华大学校长、中国科学院院士邱勇表示，人工智能是", "清华大学校长、中国科学院院士邱勇表示，智能技术是", StringComparison.Ordinal));
        var dry = await Build(corpus, "--dry-run", "--format", "json");
        var second = await Build(corpus, "--format", "json");
        foreach (var run in (KbRun[])[dry, second])
        {
            Assert.Single(Json(run).GetProperty("added").EnumerateArray());
            Assert.Single(Json(run).GetProperty("removed").EnumerateArray());
        }

        Assert.Equal(JsonValueKind.Null, Json(dry).GetProperty("generation").ValueKind);
        Assert.Equal(0, (await KbProgram.Run("verify", "--index", Index)).ExitCode);
    }

    [Fact]
    public async Task SearchFindsNarrowsAndPrintsJson()
    {
        await Build(Repository.Corpus);
        var text = await KbProgram.Run("search", "可解释", "--index", Index);
        Assert.Equal(0, text.ExitCode);
        Assert.StartsWith("8 statements", text.Output, StringComparison.Ordinal);

        var json = Json(await KbProgram.Run("search", "可解释", "--institution", "清华大学", "--kind", "individual", "--format", "json", "--index", Index));
        Assert.Equal(json.GetProperty("total").GetInt32(), json.GetProperty("items").GetArrayLength());
        Assert.Contains("张钹", json.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("statement").GetProperty("speaker").GetProperty("name").GetString()));
    }

    [Theory]
    [InlineData("薛兰", "searched “薛澜” instead")]
    [InlineData("explainability", "explainability: also searched 可解释")]
    [InlineData("碳中和 量子纠缠 元宇宙", "0 have all of")]
    public async Task SearchSaysHowTheQueryWasTaken(string query, string expected)
    {
        await Build(Repository.Corpus);
        Assert.Contains(expected, (await KbProgram.Run("search", query, "--index", Index)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnalyzeCutsLinesIntoWordsAndLosesNoCharacter()
    {
        const string Text = "中国科学院院士张钹指出，可解释性（explainability）很重要。\n\n薛澜、李建国出席了会议  。\n";
        var plain = await KbProgram.RunWithInput(Text, "analyze", "--plain");
        Assert.Equal(0, plain.ExitCode);
        Assert.Equal("中国 科学院 院士 张钹 指出 ， 可解释性 （ explainability ） 很 重要 。\n\n薛澜 、 李 建国 出席 了 会议 。\n", plain.Output);
        var without = await KbProgram.RunWithInput("可解释性\n", "analyze", "--plain", "--domain", "off");
        Assert.Equal("可 解释性\n", without.Output);

        var table = await KbProgram.RunWithInput("数字鸿沟", "analyze");
        Assert.Matches(@"text\.word +0-4 +数字鸿沟 +=.*digital divide", table.Output);
        Assert.Matches(@"text\.bigram +1-3 +字鸿", table.Output);
        Assert.Matches(@"text\.char +3-4 +沟", table.Output);
    }

    [Fact]
    public async Task FoldersComeFromTheEnvironmentToo()
    {
        var environment = new Dictionary<string, string> { ["KB_CORPUS"] = Repository.Corpus, ["KB_INDEX"] = Index };
        Assert.Equal(0, (await KbProgram.Run(environment, "build")).ExitCode);
        Assert.Equal(0, (await KbProgram.Run(environment, "search", "元宇宙")).ExitCode);
    }

    [Fact]
    public async Task EveryCommandAndOptionIsDescribed()
    {
        var help = (await KbProgram.Run("--help")).Output;
        foreach (var command in (string[])["init", "build", "rollback", "segment", "audit", "search", "export", "cite", "lineage", "compare", "matrix", "analyze", "verify"])
        {
            Assert.Contains(command, help, StringComparison.Ordinal);
            var own = (await KbProgram.Run(command, "--help")).Output;
            var options = Lines(own).SkipWhile(line => !line.StartsWith("Options:", StringComparison.Ordinal)).Skip(1).Where(line => line.TrimStart().StartsWith("--", StringComparison.Ordinal));
            Assert.All(options, line => Assert.Matches(@"--\S+.*\s{2,}\S", line));
        }
    }

    private string Index => Path.Combine(_folder.Path, "index");

    private Task<KbRun> Build(string corpus, params string[] more) => KbProgram.Run(["build", "--corpus", corpus, "--index", Index, .. more]);

    private static JsonElement Json(KbRun run) => JsonDocument.Parse(run.Output).RootElement;

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
