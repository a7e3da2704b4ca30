using KnowledgeBase.Search;

namespace KnowledgeBase.Tests;

/// <summary>Completions, similar statements and explanations.</summary>
public sealed class SuggestTests(SearchFixture fixture)
{
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
}
