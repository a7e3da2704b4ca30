using System.Net;
using System.Text.Json;

namespace KnowledgeBase.Tests;

/// <summary>GET /compare: two sides of a search.</summary>
public sealed class CompareTests(Service service)
{
    private const string Compare = "/api/v1/compare";

    [Theory]
    [InlineData("a=institution:tsinghua&b=sector:company")]
    [InlineData("a=institution:清华大学&b=sector:university&q=治理&expand=off")]
    [InlineData("a=side:chinese&b=side:international&theme=metaverse&theme=explainability&sector.not=government")]
    public async Task EveryCountIsThatOfASearch(string query)
    {
        var comparison = await service.Get($"{Compare}?{query}");
        var totals = new Dictionary<string, int>();
        foreach (var side in (string[])["a", "b", "both"])
        {
            totals[side] = Number(comparison.GetProperty(side), "total");
            Assert.Equal(totals[side], await Total(comparison.GetProperty(side).GetProperty("statements").GetString()!));
        }

        Assert.Equal(29, Items(comparison, "themes").Count);
        foreach (var theme in Items(comparison, "themes"))
        {
            foreach (var side in (string[])["a", "b"])
            {
                var counted = theme.GetProperty(side);
                Assert.Equal(Number(counted, "count"), await Total($"{comparison.GetProperty(side).GetProperty("statements").GetString()}&theme.all={theme.GetProperty("id").GetString()}"));
                Assert.Equal(Math.Round((double)Number(counted, "count") / totals[side], 5), counted.GetProperty("share").GetDouble());
            }
        }
    }

    [Fact]
    public async Task ATermStandsInAsManyStatementsAsItSays()
    {
        var comparison = await service.Get($"{Compare}?a=institution:tsinghua&b=sector:company&terms=5");
        foreach (var (side, terms) in new[] { ("a", comparison.GetProperty("terms").GetProperty("a")), ("b", comparison.GetProperty("terms").GetProperty("b")) })
        {
            Assert.Equal(5, terms.GetArrayLength());
            foreach (var term in terms.EnumerateArray())
            {
                var contents = Items(await service.Get($"{comparison.GetProperty(side).GetProperty("statements").GetString()}&size=100"), "items").Select(i => i.GetProperty("statement"))
                    .Select(s => s.GetProperty("text").GetString()![s.GetProperty("contentStart").GetInt32()..]);
                Assert.True(contents.Count(text => text.Contains(term.GetProperty("term").GetString()!, StringComparison.OrdinalIgnoreCase)) >= Number(term.GetProperty(side), "statements"));
                Assert.True(Number(term.GetProperty(side), "count") >= Number(term.GetProperty(side), "statements"));
            }
        }
    }

    [Theory]
    [InlineData("q=元宇宙&size=2", 2)]
    [InlineData("", 3)]
    [InlineData("size=0", 0)]
    public async Task TheStatementsShownAreTheFirstOfTheLink(string query, int size)
    {
        var side = (await service.Get($"{Compare}?a=sector:company&b=sector:university&{query}")).GetProperty("a");
        var first = Items(await service.Get(side.GetProperty("statements").GetString()!), "items").Take(size).Select(Id);
        Assert.Equal(first, Items(side, "items").Select(Id));
        Assert.Equal(size, Items(side, "items").Count);
    }

    [Theory]
    [InlineData("speaker:薛澜", "speaker:zeng-yi", "xue-lan")]
    [InlineData("panel:aicg2021/main-1", "panel:aicg2021/main-2", "aicg2021/main-1")]
    [InlineData("institution：UNDP", "country:cn", "undp")]
    [InlineData("theme: 元宇宙与虚拟空间", "theme:climate_carbon", "metaverse")]
    [InlineData("kind:outcome", "kind:individual", "outcome")]
    [InlineData("year:2021", "report:aicg2021", "2021")]
    public async Task ASideIsAnyFacetByIdOrName(string a, string b, string id)
    {
        var comparison = await service.Get($"{Compare}?a={Uri.EscapeDataString(a)}&b={Uri.EscapeDataString(b)}&size=1");
        Assert.True(Number(comparison.GetProperty("a"), "total") > 0 && Number(comparison.GetProperty("b"), "total") > 0);
        Assert.Equal(a.Split(':', '：')[0], comparison.GetProperty("a").GetProperty("facet").GetString());
        Assert.Equal(id, comparison.GetProperty("a").GetProperty("id").GetString());
        Assert.False(string.IsNullOrEmpty(comparison.GetProperty("b").GetProperty("label").GetString()));
    }

    [Fact]
    public async Task ASideWithoutStatementsIsAnsweredWithANote()
    {
        var comparison = await service.Get($"{Compare}?a=institution:tsinghua&b=year:1999&q=元宙宇");
        Assert.Equal(0, Number(comparison.GetProperty("b"), "total"));
        Assert.Empty(Items(comparison.GetProperty("b"), "items"));
        Assert.Contains(Items(comparison, "notes"), note => note.GetString()!.StartsWith("b has no statements", StringComparison.Ordinal));
        Assert.Equal("元宇宙", comparison.GetProperty("query").GetProperty("corrected").GetString());
        Assert.DoesNotContain("NaN", comparison.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("b=sector:company", "missing-parameter", "a is missing")]
    [InlineData("a=tsinghua&b=sector:company", "invalid-value", "\"tsinghua\" has no colon")]
    [InlineData("a=colour:red&b=sector:company", "invalid-value", "there is no facet \"colour\"")]
    [InlineData("a=institution:nowhere&b=sector:company", "unknown-value", "no institution has the id or name \"nowhere\"")]
    [InlineData("a=panel:aicg2021/main-1:x&b=sector:company", "unknown-value", "\"aicg2021/main-1:x\"")]
    [InlineData("a=sector:shop&b=sector:company", "invalid-value", "sector cannot be \"shop\"")]
    [InlineData("a=speaker:&b=sector:company", "unknown-value", "a is empty")]
    [InlineData("a=institution:清华大学&b=institution:tsinghua", "same-sides", "a and b are both institution:tsinghua")]
    [InlineData("a=kind:outcome&b=kind:collective&size=21", "invalid-value", "0 to 20")]
    [InlineData("a=kind:outcome&b=kind:collective&terms=0", "invalid-value", "1 to 100")]
    [InlineData("a=kind:outcome&b=kind:collective&sort=date", "unknown-parameter", "there is no parameter \"sort\"; there are a, b, size, terms, q")]
    [InlineData("a=kind:outcome&b=kind:collective&themes=x", "unknown-parameter", "\"theme\" is meant?")]
    public async Task ABadParameterIsNamed(string query, string code, string expected)
    {
        var problem = await service.Problem($"{Compare}?{query}", HttpStatusCode.BadRequest);
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Contains(expected, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AllBadParametersAreNamedAtOnce() =>
        Assert.Equal(
            ["facet", "theme", "a", "b", "size", "terms"],
            Items(await service.Problem($"{Compare}?a=x:y&terms=many&facet=theme&theme=xyz&size=-1", HttpStatusCode.BadRequest), "errors").Select(error => error.GetProperty("parameter").GetString()));

    private async Task<int> Total(string path) => Number(await service.Get(path), "total");

    private static string? Id(JsonElement item) => item.GetProperty("statement").GetProperty("id").GetString();

    private static int Number(JsonElement element, string property) => element.GetProperty(property).GetInt32();

    private static List<JsonElement> Items(JsonElement element, string property) => [.. element.GetProperty(property).EnumerateArray()];
}
