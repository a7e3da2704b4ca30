using System.Text.Json;
using KnowledgeBase.Corpus;
using KnowledgeBase.Search;

namespace KnowledgeBase.Tests;

/// <summary>kb compare and kb matrix on the first report.</summary>
public sealed class CountingCommandTests(CountingCommandTests.PublishedIndex index) : IClassFixture<CountingCommandTests.PublishedIndex>
{
    [Fact]
    public async Task CompareSetsTwoSidesSideBySide()
    {
        var text = await Run("compare", "institution:清华大学", "sector:company", "--terms", "3", "--size", "1");
        Assert.Equal(0, text.ExitCode);
        Assert.Matches(@"a  清华大学 \(institution:tsinghua\) +21 statements", text.Output);
        Assert.Contains("note: b has 11 statements", text.Output, StringComparison.Ordinal);
        Assert.Matches(@"元宇宙与虚拟空间 +2 +9\.5% +5 +45\.5% +-\d", text.Output);
        Assert.Matches(@"元宇宙 +9 .* 13 .* clearly b", text.Output);
        Assert.Contains("a: 1 of 21 statements", text.Output, StringComparison.Ordinal);

        var json = JsonDocument.Parse((await Run("compare", "speaker:薛澜", "speaker:曾毅", "--query", "治理", "--theme.not", "metaverse", "--format", "json")).Output).RootElement;
        Assert.Equal("xue-lan", json.GetProperty("a").GetProperty("id").GetString());
        Assert.Equal("/api/v1/statements?q=%E6%B2%BB%E7%90%86&theme.not=metaverse&speaker.all=zeng-yi", json.GetProperty("b").GetProperty("statements").GetString());
    }

    [Fact]
    public async Task MatrixCountsAsTextCsvAndJson()
    {
        var text = await Run("matrix", "theme", "sector", "--rows-size", "2");
        Assert.Equal(0, text.ExitCode);
        Assert.StartsWith("84 statements: theme × sector", text.Output, StringComparison.Ordinal);
        Assert.Matches(@"国际合作与全球治理 +11 +3 +3 +6 +4 +· +· +· +38\n", text.Output);
        Assert.Matches(@"\n +1  高校\n", text.Output);
        Assert.Contains("27 more rows are not shown (--rows-size", text.Output, StringComparison.Ordinal);

        var csv = await Run("matrix", "theme", "sector", "--sector", "company", "--columns-size", "1", "--rows-size", "1", "--format", "csv");
        Assert.Matches(@"^theme \(1 of \d+\) × sector \(1 of \d+\),企业,total\r\n产业发展与企业责任,6,6\r\ntotal,11,11\r\n$", csv.Output);
        var json = JsonDocument.Parse((await Run("matrix", "kind", "year", "--query", "元宇宙", "--format", "json")).Output).RootElement;
        Assert.Equal(json.GetProperty("total").GetInt32(), json.GetProperty("columns")[0].GetProperty("count").GetInt32());
    }

    [Theory]
    [InlineData("kb: A: no institution has the id or name \"x\"", "compare", "institution:x", "sector:company")]
    [InlineData("kb: B: a and b are both sector:company", "compare", "sector:company", "sector:company")]
    [InlineData("kb: B: \"company\" has no colon", "compare", "sector:company", "company")]
    [InlineData("kb: --terms: terms cannot be \"0\"", "compare", "sector:company", "sector:university", "--terms", "0")]
    [InlineData("Required argument missing", "compare", "sector:company")]
    [InlineData("kb: COLUMNS: there is no facet \"colour\"", "matrix", "theme", "colour")]
    [InlineData("kb: --rows-size: rowsSize cannot be \"0\"", "matrix", "theme", "sector", "--rows-size", "0")]
    [InlineData("kb: --kind: kind cannot be \"person\"", "matrix", "theme", "sector", "--kind", "person")]
    [InlineData("'xml'", "matrix", "theme", "sector", "--format", "xml")]
    public async Task WrongUsageSaysSoAndExitsWithTwo(string expected, params string[] arguments)
    {
        var run = await Run(arguments);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, run.Errors, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task SearchNarrowsByEveryFacet()
    {
        var narrowed = await Run("search", "治理", "--sector", "company", "--country", "CN", "--year", "2021", "--side", "chinese", "--report", "aicg2021", "--theme.not", "metaverse", "--format", "json");
        Assert.Equal(0, narrowed.ExitCode);
        var total = JsonDocument.Parse(narrowed.Output).RootElement.GetProperty("total").GetInt32();
        var all = JsonDocument.Parse((await Run("search", "治理", "--format", "json")).Output).RootElement.GetProperty("total").GetInt32();
        Assert.True(total > 0 && total < all);
    }

    private Task<KbRun> Run(params string[] arguments) => KbProgram.Run([.. arguments, "--index", index.Folder]);

    /// <summary>An index of the repository's corpus, built once.</summary>
    public sealed class PublishedIndex : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public PublishedIndex() => new StatementIndex(Folder).Build(CorpusReader.Read(Repository.Corpus));

        public string Folder => _folder.Path;

        public void Dispose() => _folder.Dispose();
    }
}
