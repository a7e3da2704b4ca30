using KnowledgeBase.Search.Queries;
using Lucene.Net.Search;

namespace KnowledgeBase.Tests;

/// <summary>A sum finds and scores what Lucene's BooleanQuery of the same clauses does.</summary>
public sealed class SumQueryTests(SearchFixture fixture)
{
    [Theory]
    [InlineData("治理", "数据", "安全", "人工智能")]
    [InlineData("人工智能", "不存在的", "伦理", "治理")]
    [InlineData("不存在的", "数据", "安全", "人工智能")]
    public void ItFindsAndScoresWhatABooleanQueryDoes(string required, params string[] optional)
    {
        var expected = Hits(Nested(required, optional, (must, should) =>
        {
            var query = new BooleanQuery(disableCoord: true) { { must, Occur.MUST } };
            foreach (var part in should)
                query.Add(part, Occur.SHOULD);
            return query;
        }));
        var found = Hits(Nested(required, optional, (must, should) => new SumQuery(must, should)));
        Assert.Equal(expected.Select(hit => hit.Doc), found.Select(hit => hit.Doc));
        Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First.Score, pair.Second.Score, 1e-5));
    }

    [Fact]
    public void ItsExplanationIsItsScore()
    {
        var query = Nested("治理", ["数据", "安全", "人工智能"], (must, should) => new SumQuery(must, should));
        var searcher = fixture.Generation.Searcher;
        Assert.NotEmpty(Hits(query));
        Assert.All(Hits(query), hit => Assert.Equal(hit.Score, searcher.Explain(query, hit.Doc).Value, 1e-4));
        Assert.All(Enumerable.Range(0, fixture.Generation.Count).Except(Hits(query).Select(hit => hit.Doc)), doc => Assert.False(searcher.Explain(query, doc).IsMatch));
    }

    // A sum that is required by another one, and one that adds to it, each with a weight of its own.
    private static Query Nested(string required, string[] optional, Func<Query, Query[], Query> sum)
    {
        var inner = sum(Word(required, 1), [Word(optional[0], 0.5f), Word(optional[1], 3)]);
        inner.Boost = 2;
        var added = sum(Word(optional[2], 1), [Word(optional[0], 1)]);
        added.Boost = 0.3f;
        return sum(inner, [added, new ConstantScoreQuery(Word(optional[1], 1)) { Boost = 20 }]);
    }

    private static Query Word(string word, float boost)
    {
        var query = FormQueries.Characters(word);
        query.Boost *= boost;
        return query;
    }

    private List<ScoreDoc> Hits(Query query) => [.. fixture.Generation.Searcher.Search(query, 1000).ScoreDocs];
}
