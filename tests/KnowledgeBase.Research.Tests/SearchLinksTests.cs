using KnowledgeBase.Research;
using KnowledgeBase.Search;

namespace KnowledgeBase.Tests;

/// <summary>Links to searches.</summary>
public sealed class SearchLinksTests(ResearchFixture fixture)
{
    [Theory]
    [InlineData("", "/api/v1/statements")]
    [InlineData("q=治理 & \"50%\"+1", "/api/v1/statements?q=%E6%B2%BB%E7%90%86%20%26%20%2250%25%22%2B1")]
    [InlineData("institution=清华大学", "/api/v1/statements?institution=tsinghua")]
    [InlineData("panel.not=aicg2021/main-1;expand=off;theme.all=metaverse;theme=metaverse;theme=explainability;country=cn;syntax=lenient",
        "/api/v1/statements?expand=off&theme=metaverse&theme=explainability&theme.all=metaverse&panel.not=aicg2021%2Fmain-1&country=CN")]
    public void ASearchIsWrittenOneWayOnly(string given, string link) => Assert.Equal(link, SearchLinks.StatementsOf(Read(given)));

    [Fact]
    public void WhatIsWrittenReadsAsTheSameSearch()
    {
        var query = Read("q=治理;expand=off;theme=metaverse;sector.all=company;kind.not=outcome;year=2021").With(new FacetSelection("theme", "explainability"));
        var (again, errors) = SearchParameters.Read(SearchLinks.ParametersOf(query), fixture.First.Names);
        Assert.Empty(errors);
        Assert.Equal((query.Text, query.Expand), (again.Text, again.Expand));
        Assert.Equal(query.Filters.Keys.Order(), again.Filters.Keys.Order());
        foreach (var (facet, filter) in query.Filters)
            Assert.Equivalent(filter, again.Filters[facet], strict: true);
    }

    [Fact]
    public void ChoosingAValueTwiceChoosesItOnce()
    {
        var value = new FacetSelection("theme", "metaverse");
        Assert.Equal("/api/v1/statements?theme.all=metaverse", SearchLinks.StatementsOf(new SearchQuery().With(value).With(value)));
    }

    private SearchQuery Read(string given)
    {
        var pairs = given.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], pair[1]));
        var parameters = new GivenParameters(pairs);
        var query = SearchParameters.ReadNarrowing(parameters, fixture.First.Names);
        Assert.Empty(parameters.Errors);
        return query;
    }
}
