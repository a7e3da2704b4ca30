using KnowledgeBase.Search;

namespace KnowledgeBase.Tests;

/// <summary>How queries are taken: expanded, corrected, relaxed, and ranked.</summary>
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
        Assert.Equal(speaker, Search(query).Items[0].Statement.Read().Speaker?.Name);

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
        var result = Search(query);
        Assert.Contains(result.Query.Expansions, expansion => expansion.Forms.Any(f => f.Contains(form, StringComparison.Ordinal)));
        Assert.Contains(result.Items, item => item.Statement.Read().Text.Contains(form, StringComparison.Ordinal));
        Assert.Empty(Search(query, expand: false).Query.Expansions);
    }

    [Theory]
    [InlineData("薛兰", "薛澜")]
    [InlineData("可解释姓", "可解释性")]
    [InlineData("元宙宇", "元宇宙")]
    [InlineData("数字洪沟", "数字鸿沟")]
    [InlineData("数据 洪沟", "数据 鸿沟")]
    [InlineData("碳中合", "碳中和")]
    [InlineData("数据治里", "数据治理")]
    [InlineData("人工职能", "人工智能")]
    [InlineData("贾小峰", "贾晓丰")]
    [InlineData("薜澜", "薛澜")]
    [InlineData("陈揪帆", "陈楸帆")]
    [InlineData("元宇宇宙", "元宇宙")]
    [InlineData("平横包容", "平衡包容")]
    [InlineData("弥合数字洪沟", "弥合数字鸿沟")]
    [InlineData("digital devide", "digital divide")]
    [InlineData("algorithmic discriminaton", "algorithmic discrimination")]
    [InlineData("explanability", "explainability")]
    [InlineData("artifical intelligence", "artificial intelligence")]
    public void WhatFindsNothingIsCorrectedAndSaid(string query, string corrected)
    {
        var result = Search(query);
        Assert.Equal((corrected, corrected), (result.Query.Corrected, result.Query.DidYouMean));
        Assert.NotEqual(0, result.Total);
        var uncorrected = Search(query, expand: false).Query;
        Assert.Null(uncorrected.Corrected);
    }

    [Theory]
    [InlineData("可解释")]
    [InlineData("治理")]
    [InlineData("上海")]
    [InlineData("医院")]
    [InlineData("奇点")]
    [InlineData("东京")]
    [InlineData("马斯克")]
    [InlineData("无人机")]
    [InlineData("水资源")]
    [InlineData("供应链")]
    [InlineData("法院用人工智能判刑有什么问题")]
    [InlineData("善用人工智能")]
    [InlineData("让机器决定人的生死")]
    [InlineData("薛澜怎么看人工智能治理")]
    [InlineData("曾毅谈信任")]
    [InlineData("数据所有权归谁")]
    [InlineData("数据是新石油")]
    [InlineData("碳市场数据保密")]
    [InlineData("怎样保护青少年不受元宇宙影响")]
    [InlineData("資訊安全")]
    [InlineData("大语言模型")]
    [InlineData("核武器")]
    [InlineData("技术中立")]
    [InlineData("ChatGPT")]
    [InlineData("MIIT")]
    [InlineData("tencent")]
    [InlineData("Stanley Chan")]
    [InlineData("法律总是落后于科技")]
    [InlineData("怎样让公众信任人工智能？")]
    [InlineData("张三")]
    [InlineData("\"薛兰\"")]
    public void WhatIsRightOrUnknownIsNotCorrected(string query) =>
        Assert.Equal((null, null), (Search(query).Query.Corrected, Search(query).Query.DidYouMean));

    [Fact]
    public void AllWordsArePreferredAndFewerAreSaid()
    {
        var all = Search("人工智能 治理");
        Assert.Equal(2, all.Query.Matching!.Required);
        Assert.Equal(all.Total, all.Query.Matching.WithAll);

        var some = Search("碳中和 量子纠缠");
        Assert.Equal(0, some.Query.Matching!.WithAll);
        Assert.Equal(1, some.Query.Matching.Required);
        Assert.NotEqual(0, some.Total);
        Assert.Equal(0, Search("碳中和 AND 量子纠缠").Total);
        Assert.Equal(0, Search("\"碳中和\" \"量子纠缠\"").Total);
    }

    [Theory]
    [InlineData("苏军", "苏竣")]
    [InlineData("高闻", "高文")]
    public void AWordThatSoundsLikeASpeakerIsProposedAndNotReplaced(string query, string name) =>
        Assert.Equal((null, name, 0), (Search(query).Query.Corrected, Search(query).Query.DidYouMean, Search(query).Total));

    [Theory]
    [InlineData("人工智能 农业")]
    [InlineData("老年人照护")]
    [InlineData("数据共享 城市 交通")]
    public void WhatHasAWordStandsBeforeWhatHasOnlyTheTheme(string query)
    {
        var result = Search(query, size: 100);
        Assert.NotEqual(0, result.Total);
        Assert.Equal(result.Items.Select(item => item.Highlights.Count > 0).OrderDescending(), result.Items.Select(item => item.Highlights.Count > 0));
    }

    [Fact]
    public void ALongSynonymMatchesWordsToo() =>
        Assert.All(Search("AGI").Items, item => Assert.DoesNotContain(item.Highlights, range => range.Start > 0 && item.Statement.Read().Text[range.Start - 1] == '加'));

    [Theory]
    [InlineData("技术中立", "技术", "中立")]
    [InlineData("能力建设", "能力", "建设")]
    public void ATermThatStandsNowhereFallsBackToItsWords(string query, string one, string other)
    {
        var first = Search(query).Items[0].Statement.Read().Text;
        Assert.Contains(one, first, StringComparison.Ordinal);
        Assert.Contains(other, first, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("😀隐私")]
    [InlineData("隐\u200B私")]
    [InlineData("\u202E隐私\u202C")]
    [InlineData("OR 隐私")]
    public void MarksAroundAWordChangeNothing(string query) => Assert.Equal(Search("隐私").Items.Select(i => i.Statement.Read().Id), Search(query).Items.Select(i => i.Statement.Read().Id));

    [Fact]
    public void AStatementWithAllWordsStandsBeforeThoseWithFewer()
    {
        var result = Search("数据共享 城市 交通", size: 100);
        var first = result.Items[0].Statement.Read().Text;
        Assert.All(["城市", "交通"], word => Assert.Contains(word, first, StringComparison.Ordinal));
        Assert.InRange(result.Query.Matching!.WithAll, 1, result.Total - 1);
    }

    [Theory]
    [InlineData("具有广泛共识的全球人工智能治理规则")]
    [InlineData("\"具有广泛共识的全球人工智能治理规则\"")]
    public void APassageThatStandsSomewhereIsTakenAsItStands(string query) =>
        Assert.All(Search(query).Items, item => Assert.Contains("具有广泛共识的全球人工智能治理规则", item.Statement.Read().Text, StringComparison.Ordinal));

    [Fact]
    public void AShortSynonymMatchesWordsAndNotAcrossThem()
    {
        // 法制 is another word for 法治, which also stands where 算|法治|理 meet.
        foreach (var item in Search("rule of law", size: 100).Items)
        {
            var text = item.Statement.Read().Text;
            Assert.All(item.Highlights, range => Assert.False(range.Start > 0 && text[range.Start - 1] == '算' && text[range.Start] == '法', text[range.Start..range.End]));
        }
    }

    [Fact]
    public void TheSnippetIsTheClaimsThatAnswer()
    {
        var hit = Search("黑箱 因果").Items[0];
        var snippet = hit.Statement.Read().Text[hit.Snippet.Start..hit.Snippet.End];
        Assert.Contains("黑箱", snippet, StringComparison.Ordinal);
        Assert.True(hit.Highlights.Count(range => range.Start >= hit.Snippet.Start && range.End <= hit.Snippet.End) > 0);
    }

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

    [Theory]
    [InlineData("薛", SuggestionKind.Speaker, "薛澜")]
    [InlineData("xuel", SuggestionKind.Speaker, "薛澜")]
    [InlineData("xl", SuggestionKind.Speaker, "薛澜")]
    [InlineData("zeng", SuggestionKind.Speaker, "曾毅")]
    [InlineData("瓦拉", SuggestionKind.Speaker, "温德尔·瓦拉赫")]
    [InlineData("wall", SuggestionKind.Speaker, "温德尔·瓦拉赫")]
    [InlineData("tsing", SuggestionKind.Institution, "清华大学")]
    [InlineData("清华", SuggestionKind.Institution, "清华大学")]
    [InlineData("qinghua", SuggestionKind.Institution, "清华大学")]
    [InlineData("explain", SuggestionKind.Theme, "可解释性与透明度")]
    [InlineData("数字鸿", SuggestionKind.Term, "数字鸿沟")]
    [InlineData("szhg", SuggestionKind.Term, "数字鸿沟")]
    [InlineData("弥合", SuggestionKind.Panel, "专题论坛一")]
    public void WhatIsTypedIsCompleted(string typed, SuggestionKind kind, string label) =>
        Assert.Contains(fixture.Searcher.Suggest(new SearchQuery { Text = typed, Size = 10 }), s => (s.Kind, s.Label) == (kind, label) && s.Count > 0);

    [Theory]
    [InlineData("xl")]
    [InlineData("xue")]
    [InlineData("薛")]
    public void ANameStandsBeforeTermsThatSoundSo(string typed) =>
        Assert.Equal("薛澜", fixture.Searcher.Suggest(new SearchQuery { Text = typed })[0].Label);

    [Fact]
    public void ASuggestionShowsWhatMatched() =>
        Assert.Equal("digital divide", fixture.Searcher.Suggest(new SearchQuery { Text = "digital div" }).First(s => s.Kind == SuggestionKind.Term).Match);

    [Fact]
    public void WordsNearEachOtherAreShownWhereTheyAreNear()
    {
        foreach (var item in Search("\"算法 公平\"~3", size: 100).Items)
        {
            Assert.All(item.Highlights, range => Assert.Contains(item.Highlights, other => other != range && Math.Min(Math.Abs(other.Start - range.End), Math.Abs(range.Start - other.End)) <= 3));
            Assert.NotEmpty(item.Highlights);
        }
    }

    [Fact]
    public void WhereAWholeStandsItsPartsAreNotShown()
    {
        foreach (var item in Search("算法歧视", size: 100).Items)
        {
            var text = item.Statement.Read().Text;
            if (text.Contains("算法歧视", StringComparison.Ordinal))
                Assert.DoesNotContain(item.Highlights, range => text[range.Start..range.End] == "算法");
        }
    }

    [Theory]
    [InlineData("xue lan", "薛澜")]
    [InlineData("Microsoft", "微软")]
    [InlineData("Zeng Yi", "曾毅")]
    public void WhoIsNamedInAnotherScriptIsShownInTheText(string query, string name)
    {
        var hit = Search(query).Items[0];
        var text = hit.Statement.Read().Text;
        Assert.Contains(hit.Highlights, range => text[range.Start..range.End] == name);
    }

    [Fact]
    public void SuggestionsCountUnderTheFilters()
    {
        var filters = new Dictionary<string, FacetFilter>(StringComparer.Ordinal) { ["panel"] = new(["aicg2021/main-3"], [], []) };
        Assert.DoesNotContain(fixture.Searcher.Suggest(new SearchQuery { Text = "薛", Filters = filters }), s => s.Label == "薛澜");
        var metaverse = fixture.Searcher.Suggest(new SearchQuery { Text = "元宇", Filters = filters });
        Assert.All(metaverse.Where(s => s.Kind == SuggestionKind.Term && s.Id == "元宇宙"), s => Assert.Equal(9, s.Count));
        Assert.DoesNotContain(fixture.Searcher.Suggest(new SearchQuery { Text = "人" }), s => s.Count == 0);
    }

    [Fact]
    public void SimilarStatementsShareWordsAndMarkTheSameSpeaker()
    {
        var zeng = fixture.Statements.First(s => s.Speaker?.Name == "曾毅");
        var similar = fixture.Searcher.Similar(zeng, 83);
        Assert.DoesNotContain(similar, s => s.Statement.Read().Id == zeng.Id);
        Assert.All(similar, s => Assert.NotEmpty(s.SharedWords));
        Assert.All(similar, s => Assert.Equal(s.Statement.Read().Speaker?.Id == zeng.Speaker!.Id, s.SameSpeaker));
        Assert.Contains(similar, s => s.SameSpeaker);

        var metaverse = fixture.Statements.First(s => s.Panel?.Id == "aicg2021/main-3");
        Assert.Contains("元宇宙", fixture.Searcher.Similar(metaverse, 1)[0].Statement.Read().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void AnExplanationShowsTokensFormsAndScores()
    {
        var explanation = fixture.Searcher.Explain(new SearchQuery { Text = "可解释 清华大学", Size = 2 });
        Assert.Contains(explanation.Tokens, token => (token.Field, token.Token, token.Start, token.End) == ("text.word", "清华大学", 4, 8));
        Assert.Contains(explanation.Tokens, token => (token.Field, token.Token) == ("text.bigram", "可解"));
        Assert.Contains("institution:tsinghua", explanation.Words.Single(word => word.Text == "清华大学").Means);
        Assert.Contains("explainability", explanation.Words[0].Themes);
        Assert.Equal(2, explanation.Hits.Count);
        Assert.All(explanation.Hits, hit => Assert.Equal(hit.Score, hit.Detail.Value, 3));
        Assert.NotEmpty(explanation.Hits[0].Detail.Details);
    }

    private SearchResult Search(string text, bool expand = true, int size = 20) => fixture.Searcher.Search(new SearchQuery { Text = text, Expand = expand, Size = size });
}
