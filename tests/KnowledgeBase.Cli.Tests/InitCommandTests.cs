namespace KnowledgeBase.Tests;

/// <summary><c>kb init</c>: a folder, a file, a draft.</summary>
public sealed class InitCommandTests : IDisposable
{
    private const string Report = "# 数据治理论坛报告\n\n主办单位：某某学会\n\n2024年5月9日\n\n## 主论坛\n\n某某大学教授甘小乙指出，数据应当共享。\n";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AReportIsAddedWithADraftThatTheBuildReads()
    {
        var run = await Init(_folder.Write("数据治理 2024.md", Report));
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        var report = Path.Combine(Corpus, "reports", "shu-ju-zhi-li-2024");
        Assert.Contains(Path.Combine("shu-ju-zhi-li-2024", "report.yaml"), run.Output, StringComparison.Ordinal);
        Assert.Equal(Report, await File.ReadAllTextAsync(Path.Combine(report, "report.md"), TestContext.Current.CancellationToken));
        var yaml = await File.ReadAllTextAsync(Path.Combine(report, "report.yaml"), TestContext.Current.CancellationToken);
        Assert.Contains("\n# line 3: 主办单位：某某学会\npublisher: \"某某学会\"\n", yaml, StringComparison.Ordinal);
        Assert.Contains("\n# line 5: 2024年5月9日\ndate: 2024-05-09\n", yaml, StringComparison.Ordinal);
        Assert.Contains("\n# place:\n", yaml, StringComparison.Ordinal);

        var built = await KbProgram.Run("build", "--corpus", Corpus, "--index", Path.Combine(_folder.Path, "index"));
        Assert.Equal((0, ""), (built.ExitCode, built.Errors));
        Assert.StartsWith("1 report, 1 statement: 1 added", built.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AWebPageOfChaptersIsCalledAsItsHeadSays()
    {
        var chapters = string.Concat(new[] { "开幕式", "主论坛" }.Select(name => $"<h1>{name}</h1><p>某某大学教授甘小乙指出，数据应当共享，标准应当先行。</p>"));
        var file = _folder.Write("page.html", $"<html><head><meta charset=utf-8><meta property='og:title' content='数据治理论坛“实录”'></head><body><article>{chapters}</article></body></html>");
        Assert.Equal(0, (await Init(file)).ExitCode);
        var yaml = await File.ReadAllTextAsync(Path.Combine(Corpus, "reports", "page", "report.yaml"), TestContext.Current.CancellationToken);
        Assert.Contains("\n# stated by the file, not in its text: 数据治理论坛“实录”\ntitle: \"数据治理论坛“实录”\"\n", yaml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AReportThatLiesInItsFolderGetsOnlyTheDescription()
    {
        var file = _folder.Write("corpus/reports/data/report.md", Report);
        Assert.Equal(0, (await Init(file)).ExitCode);
        Assert.Equal(["report.md", "report.yaml"], Directory.GetFiles(Path.GetDirectoryName(file)!).Select(Path.GetFileName).Order());
        var again = await Init(file);
        Assert.Equal(2, again.ExitCode);
        Assert.Contains("report.yaml is there already, and nothing is overwritten", again.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("notes.TXT", "report.txt")]
    [InlineData("notes", "report.md")]
    public async Task TheEndingThatTellsTheFormatStays(string name, string expected)
    {
        await Init(_folder.Write(name, Report), "--id", "x");
        Assert.True(File.Exists(Path.Combine(Corpus, "reports", "x", expected)));
    }

    [Theory]
    [InlineData("a.md", Report, "A b", 2, "\"A b\" cannot be an id: it takes small letters, digits and hyphens, for example a-b")]
    [InlineData("a.md", Report, "../x", 2, "cannot be an id")]
    [InlineData("a.md", Report, "taken", 2, "is there already, and nothing is overwritten; give the report another id with --id")]
    [InlineData("a.md", "", "x", 1, "error KB003: the file is empty")]
    [InlineData(null, Report, "x", 1, "error KB001: the file cannot be read")]
    public async Task WhatCannotBeAddedSaysWhyAndLeavesNothing(string? name, string text, string id, int exitCode, string expected)
    {
        var taken = _folder.Write("corpus/reports/taken/report.md", Report);
        var file = name is null ? Path.Combine(_folder.Path, "none.md") : _folder.Write(name, text);
        var run = await Init(file, "--id", id);
        Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
        Assert.Contains(expected, run.Errors, StringComparison.Ordinal);
        Assert.Equal([taken], Directory.EnumerateFiles(Corpus, "*", SearchOption.AllDirectories));
    }

    private string Corpus => Path.Combine(_folder.Path, "corpus");

    private Task<KbRun> Init(string file, params string[] more) => KbProgram.Run(["init", file, "--corpus", Corpus, .. more]);
}
