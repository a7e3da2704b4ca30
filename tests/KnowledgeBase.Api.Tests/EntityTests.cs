using System.Net;
using System.Text.Json;

namespace KnowledgeBase.Tests;

/// <summary>Pages of speakers, institutions, panels, themes and instruments.</summary>
public sealed class EntityTests(Service service)
{
    [Theory]
    [InlineData("speakers/xue-lan", "affiliations", "coSpeakers", "variants")]
    [InlineData("institutions/tsinghua-iaiig", "ancestors", "units", "variants")]
    [InlineData("panels/aicg2021/main-1", "participants", "speakers", "variants")]
    [InlineData("panels/aicg2021%2Fmain-1", "participants", "speakers", "variants")]
    [InlineData("panels/aicg2021%2fmain-1", "participants", "speakers", "variants")]
    [InlineData("themes/explainability", "definition", "counts", "variants")]
    [InlineData("instruments/个人信息保护法", "variants", "counts", "aliases")]
    [InlineData("reports/aicg2021", "headings", "counts", "sha256")]
    public async Task APageCarriesWhatItsKindHasAndItsStatements(string path, params string[] properties)
    {
        var page = await service.Get($"/api/v1/{path}?size=100");
        Assert.All(properties, name => Assert.True(page.TryGetProperty(name, out _), name));
        var link = page.GetProperty("statementsLink").GetString()!;
        var linked = await service.Get($"{link}&size=100");
        Assert.Equal(page.GetProperty("statements").GetInt32(), linked.GetProperty("total").GetInt32());
        Assert.Equal(Ids(linked.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("statement"))), Ids(page.GetProperty("items").EnumerateArray()));
        if (page.TryGetProperty("variants", out var variants))
            Assert.All(variants.EnumerateArray(), variant => Assert.True(variant.GetProperty("line").GetInt32() > 0 && variant.GetProperty("statement").GetString()!.StartsWith(variant.GetProperty("report").GetString()!, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("speakers/xue-lan", 2)]
    [InlineData("speakers/xue-lan?size=0", 0)]
    [InlineData("themes/explainability?size=3", 3)]
    [InlineData("reports/aicg2021", 20)]
    public async Task SizeSaysHowManyStatementsAPageCarries(string path, int atMost)
    {
        var page = await service.Get($"/api/v1/{path}");
        Assert.Equal(Math.Min(atMost, page.GetProperty("statements").GetInt32()), page.GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("instruments/中华人民共和国个人信息保护法", "instruments/个人信息保护法")]
    [InlineData("instruments/《个人信息保护法》", "instruments/个人信息保护法")]
    [InlineData("speakers/薛澜", "speakers/xue-lan")]
    [InlineData("institutions/清华大学", "institutions/tsinghua")]
    public async Task ANameThatIsOnesAloneLeadsToItsPage(string byName, string byId) =>
        Assert.Equal((await service.Get($"/api/v1/{byId}")).ToString(), (await service.Get($"/api/v1/{byName}")).ToString());

    [Theory]
    [InlineData("statements?instrument=《中华人民共和国个人信息保护法》", 1)]
    [InlineData("statements?instrument=个人信息保护法&instrument=世界人权宣言", 2)]
    [InlineData("statements?instrument.not=个人信息保护法", 83)]
    public async Task InstrumentsFilterByAnyOfTheirNames(string path, int total) =>
        Assert.Equal(total, (await service.Get($"/api/v1/{path}")).GetProperty("total").GetInt32());

    [Theory]
    [InlineData("statements?instrument=无此法", HttpStatusCode.BadRequest, "unknown-value")]
    [InlineData("instruments/nothing", HttpStatusCode.NotFound, "unknown-instrument")]
    [InlineData("speakers/xue-lan?size=101", HttpStatusCode.BadRequest, "invalid-value")]
    [InlineData("themes/explainability?limit=3", HttpStatusCode.BadRequest, "unknown-parameter")]
    public async Task WhatCannotBeAnsweredIsAClearError(string path, HttpStatusCode status, string code) =>
        Assert.Equal(code, (await service.Problem($"/api/v1/{path}", status)).GetProperty("code").GetString());

    private static IEnumerable<string?> Ids(IEnumerable<JsonElement> statements) => statements.Select(statement => statement.GetProperty("id").GetString());

    [Theory]
    [InlineData("/panels/aicg2021%2Fmain-1", HttpStatusCode.OK)]
    [InlineData("/panels/aicg2021/main-1", HttpStatusCode.OK)]
    [InlineData("/speakers/薛澜", HttpStatusCode.OK)]
    [InlineData("/Speakers/薛澜", HttpStatusCode.OK)]
    [InlineData("/instruments/中华人民共和国个人信息保护法", HttpStatusCode.OK)]
    [InlineData("/speakers/nobody", HttpStatusCode.NotFound)]
    public async Task APageIsFoundByWhatTheResourceIsFoundBy(string path, HttpStatusCode status)
    {
        Assert.Equal(status, (await service.Client.GetAsync(path, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(status, (await service.Client.GetAsync("/api/v1" + path, TestContext.Current.CancellationToken)).StatusCode);
    }
}
