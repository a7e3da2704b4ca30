using CsCheck;
using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Text;
using KnowledgeBase.Search;

namespace KnowledgeBase.Tests;

/// <summary>What holds for every search, compared with looking through the statements one by one.</summary>
public sealed class SearchPropertyTests(SearchFixture fixture)
{
    private static readonly string[] Queries = ["", "人工智能", "治理", "元宇宙", "可解释", "数据", "清华大学", "专家", "AI", "的", "不存在的词"];

    [Fact]
    public void CountsAreThoseOfLookingThroughAllStatements() =>
        Samples.Each(
            Gen.Select(Gen.OneOf(Queries), RandomFilters(), Gen.OneOf([.. SearchParameters.Facets])),
            300,
            sample =>
            {
                var (text, filters, facet) = sample;
                var result = fixture.Searcher.Search(new SearchQuery { Text = text.Length == 0 ? "" : $"\"{text}\"", Filters = filters, Facets = [facet], FacetSize = int.MaxValue, Size = 100 });
                var matching = fixture.Statements.Where(s => Matches(s, text)).ToList();
                Assert.Equal(matching.Count(s => Passes(s, filters)), result.Total);

                var others = filters.Where(f => f.Key != facet).ToDictionary(f => f.Key, f => f.Value);
                var expected = matching.Where(s => Passes(s, others)).SelectMany(s => ValuesOf(s, facet)).CountBy(value => value).ToDictionary();
                foreach (var value in result.Facets[facet])
                    Assert.Equal(expected.GetValueOrDefault(value.Id), value.Count);
                Assert.Equal(expected.Count, result.Facets[facet].Count(value => value.Count > 0));
            });

    private Gen<Dictionary<string, FacetFilter>> RandomFilters() =>
        Gen.Select(Gen.OneOf([.. SearchParameters.Facets]), Gen.Int[0, 2], Gen.Int[0, 10_000]).Array[0, 3].Select(choices =>
        {
            var filters = new Dictionary<string, FacetFilter>(StringComparer.Ordinal);
            foreach (var (facet, kind, number) in choices)
            {
                var values = fixture.Statements.SelectMany(s => ValuesOf(s, facet)).Distinct().Order(StringComparer.Ordinal).ToList();
                var value = values[number % values.Count];
                var before = filters.GetValueOrDefault(facet) ?? new FacetFilter([], [], []);
                filters[facet] = kind switch
                {
                    0 => before with { Any = [.. before.Any, value] },
                    1 => before with { All = [.. before.All, value] },
                    _ => before with { Not = [.. before.Not, value] },
                };
            }

            return filters;
        });

    private bool Passes(Statement statement, Dictionary<string, FacetFilter> filters) => filters.All(filter =>
    {
        var values = ValuesOf(statement, filter.Key).ToHashSet(StringComparer.Ordinal);
        return (filter.Value.Any.Count == 0 || filter.Value.Any.Any(values.Contains)) && filter.Value.All.All(values.Contains) && !filter.Value.Not.Any(values.Contains);
    });

    private static bool Matches(Statement statement, string text) =>
        new SqueezedText(statement.Text).Text.Contains(new SqueezedText(text).Text, StringComparison.Ordinal);

    private IEnumerable<string> ValuesOf(Statement statement, string facet) =>
        StatementDocument.Facets.Single(f => f.Name == facet).ValuesOf(statement, fixture.Corpus.Registry.Institutions).Distinct();
}
