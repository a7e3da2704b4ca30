using System.Security.Cryptography;
using System.Text.Json;

namespace KnowledgeBase.Tests;

/// <summary>Building again: what is read anew, what is said to change, what is refused.</summary>
public sealed class BuildTests : IDisposable
{
    private const string Report = "## 主论坛\n\n清华大学公共管理学院院长江小涓指出，数字时代的治理需要新的理念。\n\n某某大学教授甘小乙表示，数据应当共享。\n";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AReportThatHasNotChangedIsNotSegmentedAgain()
    {
        Write("a", Report);
        Write("b", Report.Replace("甘小乙", "甘小丙", StringComparison.Ordinal));
        Assert.Equal((2, 0), Counts(await Build("--format", "json")));
        Assert.Equal((0, 2), Counts(await Build("--format", "json")));

        Write("b", Report.Replace("甘小乙", "甘小丁", StringComparison.Ordinal));
        Assert.Contains("1 report segmented, 1 unchanged", (await Build()).Output, StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFiles(Segmented).Length);

        // Another description, another registry: other statements may come of the same text.
        _folder.Write("corpus/reports/a/report.yaml", "title: 某报告\n");
        Assert.Equal((1, 1), Counts(await Build("--format", "json")));
        _folder.Write("corpus/registry/people.yaml", "- {id: jiang, name: 江小涓, reason: x}\n");
        var json = Json(await Build("--format", "json"));
        Assert.Equal(2, json.GetProperty("segmented").GetInt32());
        Assert.Equal(2, json.GetProperty("changed").GetArrayLength());
    }

    [Theory]
    [InlineData("江小涓", "江大涓")]
    [InlineData("{", "")]
    public async Task ARememberedReportThatWasDamagedIsSegmentedAgain(string what, string by)
    {
        Write("a", Report);
        await Build();
        var file = Directory.GetFiles(Segmented).Single();
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Replace(what, by, StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var again = Json(await Build("--format", "json"));
        Assert.Equal(1, again.GetProperty("segmented").GetInt32());
        Assert.Empty(again.GetProperty("changed").EnumerateArray());
        Assert.Equal((0, 1), Counts(await Build("--format", "json")));
    }

    [Fact]
    public async Task AnIndexBuiltFromRememberedReportsIsTheSame()
    {
        var corpus = _folder.CopyCorpus();
        Assert.Equal(0, (await Build()).ExitCode);
        var first = Generation();
        Assert.Equal(0, (await Build()).ExitCode);
        var second = Generation();
        Assert.NotEqual(first, second);
        Assert.NotEmpty(corpus);
        foreach (var file in (string[])["catalogue.json", "analysis.json", "errors.json", "audits/aicg2021.json", "sources/aicg2021.txt"])
            Assert.Equal(await File.ReadAllTextAsync(Path.Combine(first, file), TestContext.Current.CancellationToken), await File.ReadAllTextAsync(Path.Combine(second, file), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ADryRunSaysTheIdsAndTouchesNothing()
    {
        Write("a", Report);
        var (before, dry) = (Hashes(), await Build("--dry-run", "--format", "json"));
        Assert.Equal(before, Hashes());
        Assert.False(Directory.Exists(Index));
        Assert.Equal(Ids(dry, "added"), Ids(await Build("--format", "json"), "added"));

        Write("a", Report.Replace("数据应当共享", "数据应当开放", StringComparison.Ordinal));
        before = Hashes();
        dry = await Build("--dry-run", "--format", "json");
        Assert.Equal(before, Hashes());
        var text = (await Build("--dry-run")).Output;
        foreach (var what in (string[])["added", "removed"])
            Assert.Contains($"  {what}: {Assert.Single(Ids(dry, what))}\n", text, StringComparison.Ordinal);
        var built = await Build("--format", "json");
        Assert.Equal(Ids(dry, "added"), Ids(built, "added"));
        Assert.Equal(Ids(dry, "removed"), Ids(built, "removed"));
    }

    [Fact]
    public async Task OfManyIdsTheTextListsTenAndJsonAll()
    {
        Write("a", "## 主论坛\n\n" + string.Concat(Enumerable.Range(1, 12).Select(i => $"某某大学教授甘小乙指出，第{i}件事应当办好。\n\n")));
        var dry = await Build("--dry-run", "--format", "json");
        Assert.Equal(12, Ids(dry, "added").Count);
        Assert.Contains($"{string.Join(' ', Ids(dry, "added").Take(10))} … and 2 more", (await Build()).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StrictRefusesNewErrorsOnly()
    {
        Write("a", Report);
        _folder.Write("corpus/reports/a/report.yaml", "titel: 某报告\n");
        Assert.Equal(1, (await Build()).ExitCode);
        var known = await Build("--strict", "--format", "json");
        Assert.Equal(1, known.ExitCode);
        Assert.Equal(0, Json(known).GetProperty("diagnostics").GetProperty("newErrors").GetInt32());
        var published = Generation();

        // The same mistake on another line is not new; the same again is.
        _folder.Write("corpus/reports/a/report.yaml", "title: 某报告\n\ntitel: 某报告\n");
        Assert.NotEmpty((await Build("--strict")).Output);
        Assert.NotEqual(published, Generation());
        published = Generation();

        _folder.Write("corpus/statements/mine.jsonl", "{}\n");
        var dry = await Build("--strict", "--dry-run");
        Assert.Contains("2 errors (1 new)", dry.Output, StringComparison.Ordinal);
        Assert.Contains("1 error that the published index did not have", dry.Errors, StringComparison.Ordinal);
        var refused = await Build("--strict");
        Assert.Equal((1, ""), (refused.ExitCode, refused.Output));
        Assert.Contains("nothing was published", refused.Errors, StringComparison.Ordinal);
        Assert.Equal(published, Generation());
    }

    [Fact]
    public async Task WhatNothingDecidesIsAskedAndADecisionSettlesIt()
    {
        Write("a", "## 主论坛\n\n清华大学教授张伟指出，此事重要。\n\n江州人民医院副院长李伟指出，此事重要。\n");
        Write("b", "## 主论坛\n\n北京大学教授张伟指出，那事重要。\n\n长河汽车有限公司总裁李伟指出，那事重要。\n");
        var open = await Build();
        Assert.Equal(0, open.ExitCode);
        Assert.Contains("reports/b/report.md:3:1: warning KB301: nothing but the name says whether 张伟 (", open.Errors, StringComparison.Ordinal);
        Assert.Contains("reports/b/report.md:5:1: info KB302: 李伟 (", open.Errors, StringComparison.Ordinal);

        var one = open.Errors.Split('\n')[0].Split(["One person: ", "; otherwise a line for each: "], StringSplitOptions.None)[1];
        _folder.Write("corpus/registry/people.yaml", one + "\n");
        var settled = await Build("--format", "json");
        Assert.DoesNotContain("KB301", settled.Errors, StringComparison.Ordinal);
        Assert.Equal(2, Ids(settled, "changed").Count);
        Assert.Empty(Ids(await Build("--format", "json"), "changed"));
    }

    private string Index => Path.Combine(_folder.Path, "index");

    private string Segmented => Path.Combine(Index, "segmented");

    private string Generation() => Path.Combine(Index, "generations", File.ReadLines(Path.Combine(Index, "current")).First());

    private void Write(string report, string text) => _folder.Write($"corpus/reports/{report}/report.md", text);

    private Task<KbRun> Build(params string[] more) => KbProgram.Run(["build", "--corpus", Path.Combine(_folder.Path, "corpus"), "--index", Index, .. more]);

    private static JsonElement Json(KbRun run) => JsonDocument.Parse(run.Output).RootElement;

    private static (int Segmented, int Unchanged) Counts(KbRun run) => (Json(run).GetProperty("segmented").GetInt32(), Json(run).GetProperty("unchanged").GetInt32());

    private static List<string?> Ids(KbRun run, string what) => [.. Json(run).GetProperty(what).EnumerateArray().Select(id => id.GetString())];

    private IReadOnlyList<(string, string)> Hashes() =>
        [.. Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => (path, Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)))))];
}
