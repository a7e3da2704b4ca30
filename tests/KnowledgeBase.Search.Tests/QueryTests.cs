using KnowledgeBase.Search;

namespace KnowledgeBase.Tests;

/// <summary>How queries are taken: expanded, relaxed, and ranked.</summary>
public sealed class QueryTests(SearchFixture fixture, ITestOutputHelper output)
{
    [Fact]
    public void AnswersAreRankedAsPeopleJudgeThem()
    {
        var judgements = JudgedQueries.Load(Path.Combine(AppContext.BaseDirectory, "Data"), fixture.Statements) is var judged
            ? judged.Queries.Select(query => judged.Judge(query, fixture.Searcher)).ToList()
            : [];
        var mean = judgements.Average(judgement => judgement.Ndcg)!.Value;
        output.WriteLine($"nDCG@10 {mean:0.000} over {judgements.Count} queries");
        Assert.True(mean >= 0.85, $"nDCG@10 {mean:0.000}");
        Assert.All(judgements, judgement => Assert.True(judgement.IsFirstRight, $"{judgement.Query.Query}: {judgement.Found.FirstOrDefault()} stands before {judgement.Query.MustFirst}"));
    }

    [Theory]
    [InlineData("薛澜", "薛澜")]
    [InlineData("薛瀾", "薛澜")]
    [InlineData("xuelan", "薛澜")]
    [InlineData("xue lan", "薛澜")]
    [InlineData("zengyi", "曾毅")]
    [InlineData("瓦拉赫", "温德尔·瓦拉赫")]
    [InlineData("温德尔•瓦拉赫", "温德尔·瓦拉赫")]
    [InlineData("Wendell Wallach", "温德尔·瓦拉赫")]
    [InlineData("wallach", "温德尔·瓦拉赫")]
    [InlineData("微软", "韦青")]
    [InlineData("Microsoft", "韦青")]
    [InlineData("商汤", "田丰")]
    [InlineData("Stanford", "苏珊·阿西")]
    [InlineData("薛 澜", "薛澜")]
    public void APersonsOrAnInstitutionsStatementsStandFirst(string query, string speaker) =>
        Assert.Equal(speaker, fixture.Search(query).Items[0].Statement.Read().Speaker?.Name);

    [Theory]
    [InlineData("explainability", "可解释")]
    [InlineData("digital divide", "数字鸿沟")]
    [InlineData("數位落差", "数字鸿沟")]
    [InlineData("人工智慧", "人工智能")]
    [InlineData("演算法", "算法")]
    [InlineData("yuanyuzhou", "元宇宙")]
    [InlineData("algorithmic biases", "偏见")]
    public void OtherWordsForTheSameAreSearchedAndSaid(string query, string form)
    {
        var result = fixture.Search(query);
        Assert.Contains(result.Query.Expansions, expansion => expansion.Forms.Any(f => f.Contains(form, StringComparison.Ordinal)));
        Assert.Contains(result.Items, item => item.Statement.Read().Text.Contains(form, StringComparison.Ordinal));
        Assert.Empty(fixture.Search(query, expand: false).Query.Expansions);
    }

    [Fact]
    public void AllWordsArePreferredAndFewerAreSaid()
    {
        var all = fixture.Search("人工智能 治理");
        Assert.Equal(2, all.Query.Matching!.Required);
        Assert.Equal(all.Total, all.Query.Matching.WithAll);

        var some = fixture.Search("碳中和 量子纠缠");
        Assert.Equal(0, some.Query.Matching!.WithAll);
        Assert.Equal(1, some.Query.Matching.Required);
        Assert.NotEqual(0, some.Total);
        Assert.Equal(0, fixture.Search("碳中和 AND 量子纠缠").Total);
        Assert.Equal(0, fixture.Search("\"碳中和\" \"量子纠缠\"").Total);
    }

    [Theory]
    [InlineData("人工智能 农业")]
    [InlineData("老年人照护")]
    [InlineData("数据共享 城市 交通")]
    public void WhatHasAWordStandsBeforeWhatHasOnlyTheTheme(string query)
    {
        var result = fixture.Search(query, size: 100);
        Assert.NotEqual(0, result.Total);
        Assert.Equal(result.Items.Select(item => item.Highlights.Count > 0).OrderDescending(), result.Items.Select(item => item.Highlights.Count > 0));
    }

    [Theory]
    [InlineData("技术中立", "技术", "中立")]
    [InlineData("能力建设", "能力", "建设")]
    public void ATermThatStandsNowhereFallsBackToItsWords(string query, string one, string other)
    {
        var first = fixture.Search(query).Items[0].Statement.Read().Text;
        Assert.Contains(one, first, StringComparison.Ordinal);
        Assert.Contains(other, first, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("😀隐私")]
    [InlineData("隐\u200B私")]
    [InlineData("\u202E隐私\u202C")]
    [InlineData("OR 隐私")]
    public void MarksAroundAWordChangeNothing(string query) => Assert.Equal(fixture.Search("隐私").Items.Select(i => i.Statement.Read().Id), fixture.Search(query).Items.Select(i => i.Statement.Read().Id));

    // Each way to take a query asks for all its words.
    [Fact]
    public void OfAPastedPageTheFirstWordsAreAskedForEachOnce()
    {
        var page = string.Concat(fixture.Statements.Take(10).Select(statement => statement.Text));
        var matching = fixture.Search(page).Query.Matching!;
        Assert.Equal(64, matching.Words.Count);
        Assert.InRange(matching.LeftOut, 64, 2000);
        var repeated = fixture.Search("算力券的发放 元宇宙的规则 元宇宙的规则 元宇宙的规则").Query.Matching!;
        Assert.Distinct(repeated.Words);
        Assert.Equal(0, repeated.LeftOut);
    }

    [Fact]
    public void AStatementWithAllWordsStandsBeforeThoseWithFewer()
    {
        var result = fixture.Search("数据共享 城市 交通", size: 100);
        var first = result.Items[0].Statement.Read().Text;
        Assert.All(["城市", "交通"], word => Assert.Contains(word, first, StringComparison.Ordinal));
        Assert.InRange(result.Query.Matching!.WithAll, 1, result.Total - 1);
    }

    [Theory]
    [InlineData("具有广泛共识的全球人工智能治理规则")]
    [InlineData("\"具有广泛共识的全球人工智能治理规则\"")]
    public void APassageThatStandsSomewhereIsTakenAsItStands(string query) =>
        Assert.All(fixture.Search(query).Items, item => Assert.Contains("具有广泛共识的全球人工智能治理规则", item.Statement.Read().Text, StringComparison.Ordinal));

    [Fact]
    public void AnEmptyAnswerSaysWhatToLeaveOut()
    {
        var filters = new Dictionary<string, FacetFilter>(StringComparer.Ordinal) { ["theme"] = new(["metaverse"], [], []), ["sector"] = new(["government"], [], []) };
        var result = fixture.Searcher.Search(new SearchQuery { Text = "碳中和", Filters = filters });
        Assert.Equal(0, result.Total);
        Assert.NotEmpty(result.Query.Relax);
        foreach (var relaxation in result.Query.Relax.Where(r => r.Without != "q"))
        {
            var without = fixture.Searcher.Search(new SearchQuery { Text = "碳中和", Filters = filters.Where(f => f.Key != relaxation.Without).ToDictionary() });
            Assert.Equal(relaxation.Total, without.Total);
        }
    }

    [Fact]
    public void AFacetsCountIsTheTotalAfterChoosingItAlsoWhereWordsWereGivenUp()
    {
        foreach (var query in (string[])["碳中和 量子纠缠", "数字鸿沟", "薛兰", "谁提出要打开算法黑箱？"])
        {
            var all = fixture.Searcher.Search(new SearchQuery { Text = query, Facets = ["sector"] });
            foreach (var value in all.Facets["sector"])
            {
                var filters = new Dictionary<string, FacetFilter>(StringComparer.Ordinal) { ["sector"] = new([value.Id], [], []) };
                Assert.Equal(value.Count, fixture.Searcher.Search(new SearchQuery { Text = query, Filters = filters }).Total);
            }
        }
    }

    [Fact]
    public void ManyLongCompoundsAreAskedForInBoundedWork()
    {
        const string Compound = "数据算法伦理安全隐私公平合作标准法律风险教育气候";
        var words = Enumerable.Range(0, 64).Select(i => Compound[(i % 20)..] + Compound[..(i % 7)] + (char)('一' + i));
        Assert.NotEqual(0, fixture.Search(string.Join(' ', words)).Total);
    }

    /// <summary>A report of another field, whose words no registry knows.</summary>
    [Theory]
    [InlineData("微塑料", 1, "林晓岚")]
    [InlineData("林小岚", 1, "林晓岚")]
    [InlineData("linxiaolan", 1, "林晓岚")]
    [InlineData("霍尔姆", 1, "埃里克·霍尔姆")]
    [InlineData("渔民补偿", 1, "欧阳慕华")]
    [InlineData("人工智能", 0, null)]
    public void AStrangersReportIsSearchedByItsOwnWords(string query, int total, string? speaker)
    {
        using var folder = new TemporaryFolder();
        folder.Write("corpus/reports/ocean/report.md", """
            # 海洋塑料治理圆桌会议纪要

            ## 一、开幕式

            厦门大学海洋与地球学院教授林晓岚指出，微塑料已经进入食物链，各国应当尽快建立监测网络。

            挪威海洋研究所高级研究员埃里克·霍尔姆认为，生产者责任延伸制度是减少塑料垃圾的关键。

            绿色港湾公益基金会秘书长欧阳慕华表示，社区参与比处罚更有效，渔民需要得到补偿。
            """);
        var index = new StatementIndex(Path.Combine(folder.Path, "index"));
        index.Build(KnowledgeBase.Corpus.CorpusReader.Read(Path.Combine(folder.Path, "corpus")));
        using var generation = index.Open()!;
        var result = new StatementSearcher(generation).Search(new SearchQuery { Text = query });
        Assert.Equal(total, result.Total);
        Assert.Equal(speaker, result.Items.FirstOrDefault()?.Statement.Read().Speaker?.Name);
    }
}
