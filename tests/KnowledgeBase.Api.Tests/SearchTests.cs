using System.Net;
using System.Text.Json;

namespace KnowledgeBase.Tests;

/// <summary>GET /statements: what a researcher asks of it.</summary>
public sealed class SearchTests(Service service)
{
    private const string Statements = "/api/v1/statements";

    [Fact]
    public async Task AWordFindsItsStatementsWithExactHighlightsAndTheirSource()
    {
        var answer = await service.Get($"{Statements}?q=可解释&size=100");
        Assert.Equal(8, answer.GetProperty("total").GetInt32());
        foreach (var item in answer.GetProperty("items").EnumerateArray())
        {
            var statement = item.GetProperty("statement");
            var text = statement.GetProperty("text").GetString()!;
            Assert.NotEmpty(item.GetProperty("highlights").EnumerateArray());
            Assert.All(item.GetProperty("highlights").EnumerateArray(), range => Assert.Equal("可解释", Slice(text, range)));
            Assert.Contains("可解释", Slice(text, item.GetProperty("snippet")), StringComparison.Ordinal);

            var slices = new List<string>();
            foreach (var range in statement.GetProperty("source").GetProperty("ranges").EnumerateArray())
                slices.Add(await service.Client.GetStringAsync($"/api/v1/reports/aicg2021/source?start={range.GetProperty("start")}&end={range.GetProperty("end")}", TestContext.Current.CancellationToken));
            Assert.Equal(text, string.Concat(slices));
        }
    }

    [Theory]
    [InlineData("theme", "explainability")]
    [InlineData("speaker", "zhang-bo")]
    [InlineData("institution", "tsinghua")]
    [InlineData("panel", "aicg2021/main-2")]
    public async Task EachFacetNarrowsToItsCount(string facet, string value)
    {
        var before = await service.Get($"{Statements}?q=可解释&facetSize=100");
        var count = Values(before, facet)[value];
        Assert.True(count > 0);
        var after = await service.Get($"{Statements}?q=可解释&{facet}={Uri.EscapeDataString(value)}&facetSize=100");
        Assert.Equal(count, after.GetProperty("total").GetInt32());
        // The facet's own counts stay, so that the choice can be widened.
        Assert.Equal(Values(before, facet), Values(after, facet));
    }

    [Fact]
    public async Task EveryValueOfEveryFacetCountsWhatChoosingItGives()
    {
        var query = "q=治理&sector=university";
        foreach (var facet in (string[])["theme", "speaker", "institution", "panel", "report", "kind", "side", "sector", "country", "year", "instrument"])
        {
            var all = await service.Get($"{Statements}?{query}&facet={facet}&facetSize=1000&size=1");
            foreach (var (value, count) in Values(all, facet).Take(12))
            {
                var chosen = facet == "sector" ? $"q=治理&sector={value}" : $"{query}&{facet}={Uri.EscapeDataString(value)}";
                Assert.Equal(count, (await service.Get($"{Statements}?{chosen}&size=1")).GetProperty("total").GetInt32());
            }
        }
    }

    [Fact]
    public async Task RepeatedValuesAreOrAllIsAndNotExcludes()
    {
        var a = await Total("theme=metaverse");
        var b = await Total("theme=climate_carbon");
        var both = await Total("theme.all=metaverse&theme.all=climate_carbon");
        Assert.Equal(a + b - both, await Total("theme=metaverse&theme=climate_carbon"));
        Assert.Equal(await Total("") - a, await Total("theme.not=metaverse"));
        Assert.Equal(a - both, await Total("theme=metaverse&theme.not=climate_carbon"));
    }

    [Fact]
    public async Task AUniversityCountsItsInstitutesAndLookAlikesStayApart()
    {
        Assert.True(await Total("institution=清华大学") > await Total("institution=tsinghua-air"));
        Assert.Equal(["张亚勤"], await Speakers("institution=清华大学智能产业研究院"));
        Assert.Equal(["田丰"], await Speakers("institution=商汤"));
        Assert.Equal(["温德尔·瓦拉赫"], await Speakers("institution=卡内基理事会"));
        Assert.Equal(["南吉拉·桑布利"], await Speakers("institution=卡内基国际和平研究院"));
        var units = (await service.Get($"{Statements}?facet=institution&facetSize=1000")).GetProperty("facets").GetProperty("institution").EnumerateArray();
        Assert.Equal("tsinghua", units.Single(v => v.GetProperty("id").GetString() == "tsinghua-air").GetProperty("parent").GetString());
    }

    [Fact]
    public async Task SelectedValuesAreListedEvenAtZero()
    {
        var answer = await service.Get($"{Statements}?q=核技术&speaker=薛澜&facetSize=1");
        var selected = answer.GetProperty("facets").GetProperty("speaker").EnumerateArray().Single(v => v.GetProperty("selected").GetBoolean());
        Assert.Equal(("xue-lan", 0), (selected.GetProperty("id").GetString(), selected.GetProperty("count").GetInt32()));
    }

    [Theory]
    [InlineData("relevance", "可解释")]
    [InlineData("document", "")]
    [InlineData("-document", "治理")]
    [InlineData("date", "")]
    [InlineData("speaker", "")]
    [InlineData("-speaker", "治理")]
    public async Task CursorsGoThroughEveryStatementOnceAndBack(string sort, string q)
    {
        var all = (await service.Get($"{Statements}?q={q}&sort={sort}&size=100")).GetProperty("items").EnumerateArray().Select(Id).ToList();
        var pages = new List<List<string>>();
        string? cursor = null;
        JsonElement page;
        do
        {
            page = await Page(cursor);
            Assert.Equal(pages.Sum(one => one.Count), page.GetProperty("before").GetInt32());
            pages.Add([.. page.GetProperty("items").EnumerateArray().Select(Id)]);
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null);
        Assert.Equal(all, pages.SelectMany(one => one));
        Assert.Distinct(all);

        for (var i = pages.Count - 2; i >= 0; i--)
        {
            var previous = page.GetProperty("previous").GetString();
            Assert.Equal(i == 0, previous is null);
            page = await Page(previous);
            Assert.Equal(pages[i], page.GetProperty("items").EnumerateArray().Select(Id));
        }

        Task<JsonElement> Page(string? after) => service.Get($"{Statements}?q={q}&sort={sort}&size=7{(after is null ? "" : $"&cursor={after}")}");
    }

    [Fact]
    public async Task ReversingAnOrderReversesTheAnswers()
    {
        var forward = (await service.Get($"{Statements}?sort=document&size=100")).GetProperty("items").EnumerateArray().Select(Id);
        var backward = (await service.Get($"{Statements}?sort=-document&size=100")).GetProperty("items").EnumerateArray().Select(Id);
        Assert.Equal(forward.Reverse(), backward);
    }

    [Theory]
    [InlineData("\"数字鸿沟\"", 2)]
    [InlineData("可解释 -公平性", 4)]
    [InlineData("元宇宙 OR 碳中和", 16)]
    [InlineData("speaker:曾毅", 2)]
    [InlineData("(元宇宙 OR 碳中和) institution:微软", 1)]
    [InlineData("“微软(中国)CTO 韦青”", 1)]
    [InlineData("數字鴻溝", 2)]
    [InlineData("ＣＯＰ２６", 1)]
    [InlineData("具有广泛共识的全球人工智能治理规则", 2)]
    [InlineData("\"数据 隐私\"~5", 2)]
    [InlineData("\"隐私 数据\"~5", 2)]
    [InlineData("\"数 私\"~0", 0)]
    [InlineData("碳中和 AND 元宇宙", 0)]
    public async Task QueriesReadAsTheyAreWritten(string q, int total) =>
        Assert.Equal(total, await Total($"expand=off&q={Uri.EscapeDataString(q)}"));

    [Theory]
    [InlineData("\"((*:~^")]
    [InlineData("((((((((((((((((((((((((((((((((((((((((x")]
    [InlineData("- OR AND NOT ) ( \"\"")]
    [InlineData("speaker: theme:")]
    [InlineData("\uFFFD😀\u202E")]
    [InlineData("   ")]
    public async Task AnyTextIsAnsweredLeniently(string q) => Assert.True(await Total($"q={Uri.EscapeDataString(q)}") >= 0);

    [Fact]
    public async Task AQueryOfTenThousandCharactersIsAnswered() =>
        Assert.NotEqual(0, await Total($"q={Uri.EscapeDataString(string.Concat(Enumerable.Repeat("可解释的", 2500)))}"));

    [Fact]
    public async Task AQueryOfFiveHundredTermsIsAnswered() =>
        Assert.True(await Total($"q={Uri.EscapeDataString(string.Join(' ', Enumerable.Range(0, 500).Select(i => $"词{i}")))}") >= 0);

    [Theory]
    [InlineData("*a*b*c*")]
    [InlineData("\uD83D")]
    [InlineData("人工\uDC00智能")]
    [InlineData("😀👨‍👩‍👧 治理")]
    [InlineData("\u202E\u200F治理")]
    [InlineData("\"的 是\"~100")]
    public async Task OddCharactersAreAnswered(string q) => Assert.True(await Total($"q={Uri.EscapeDataString(q)}") >= 0);

    [Theory]
    [InlineData("\"数字", "column 1:")]
    [InlineData("人工 (智能", "column 4:")]
    [InlineData("人工智能)", "column 5:")]
    [InlineData("元宇宙 OR", "column 5:")]
    [InlineData("foo:bar", "no field \"foo\"")]
    public async Task StrictSyntaxNamesTheColumn(string q, string expected)
    {
        var problem = await service.Problem($"{Statements}?syntax=strict&q={Uri.EscapeDataString(q)}", HttpStatusCode.BadRequest);
        Assert.Equal("invalid-query", problem.GetProperty("code").GetString());
        Assert.Contains(expected, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("size=0", "invalid-value", "1 to 100")]
    [InlineData("size=101", "invalid-value", "1 to 100")]
    [InlineData("size=ten", "invalid-value", "1 to 100")]
    [InlineData("facet=colour", "invalid-value", "there is no facet")]
    [InlineData("colour=red", "unknown-parameter", "there is no parameter")]
    [InlineData("Theme=metaverse", "unknown-parameter", "\"theme\" is meant?")]
    [InlineData("theme=xyz", "unknown-value", "no theme has the id or name")]
    [InlineData("theme=", "unknown-value", "theme is empty")]
    [InlineData("kind=person", "invalid-value", "individual, collective, outcome")]
    [InlineData("sort=name", "invalid-value", "relevance, document, date, speaker")]
    [InlineData("cursor=forged", "invalid-cursor", "was not given by this search")]
    [InlineData("syntax=none", "invalid-value", "lenient or strict")]
    [InlineData("country=China", "invalid-value", "ISO 3166")]
    [InlineData("q=a&q=b", "invalid-value", "takes one value")]
    public async Task ABadParameterIsNamed(string query, string code, string expected)
    {
        var problem = await service.Problem($"{Statements}?{query}", HttpStatusCode.BadRequest);
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Contains(expected, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AllBadParametersAreNamedAtOnce()
    {
        var problem = await service.Problem($"{Statements}?size=0&colour=red&kind=person&cursor=x", HttpStatusCode.BadRequest);
        Assert.Equal(["colour", "kind", "size", "cursor"], problem.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("parameter").GetString()));
    }

    [Fact]
    public async Task ACursorOfAnotherSearchIsRefused()
    {
        var cursor = (await service.Get($"{Statements}?q=治理&size=1")).GetProperty("next").GetString();
        await service.Problem($"{Statements}?q=元宇宙&size=1&cursor={cursor}", HttpStatusCode.BadRequest);
    }

    private async Task<int> Total(string query) => (await service.Get($"{Statements}?{query}")).GetProperty("total").GetInt32();

    private async Task<IEnumerable<string?>> Speakers(string query) =>
        (await service.Get($"{Statements}?{query}")).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("statement").GetProperty("speaker").GetProperty("name").GetString());

    private static string Id(JsonElement item) => item.GetProperty("statement").GetProperty("id").GetString()!;

    private static Dictionary<string, int> Values(JsonElement answer, string facet) =>
        answer.GetProperty("facets").GetProperty(facet).EnumerateArray().ToDictionary(v => v.GetProperty("id").GetString()!, v => v.GetProperty("count").GetInt32());

    private static string Slice(string text, JsonElement range)
    {
        var runes = text.EnumerateRunes().ToList();
        return string.Concat(runes[range.GetProperty("start").GetInt32()..range.GetProperty("end").GetInt32()]);
    }
}
