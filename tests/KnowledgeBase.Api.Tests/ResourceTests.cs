using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using KnowledgeBase.Search;

namespace KnowledgeBase.Tests;

/// <summary>The resources besides search.</summary>
public sealed class ResourceTests(Service service)
{
    [Fact]
    public async Task TheServiceSaysWhatItHolds()
    {
        var root = await service.Get("/api/v1");
        Assert.Equal(84, root.GetProperty("counts").GetProperty("statements").GetInt32());
        Assert.Equal(root.GetProperty("corpusVersion").GetString(), root.GetProperty("index").GetProperty("corpusVersion").GetString());
        foreach (var link in root.GetProperty("links").EnumerateObject().Where(link => !link.Value.GetString()!.Contains('{', StringComparison.Ordinal)))
            Assert.True((await service.Client.GetAsync(link.Value.GetString(), TestContext.Current.CancellationToken)).IsSuccessStatusCode, link.Name);
    }

    [Fact]
    public async Task NeighboursLeadThroughAPanelAndBack()
    {
        var ids = (await service.Get("/api/v1/statements?panel=aicg2021/main-1&sort=document")).GetProperty("items").EnumerateArray()
            .Select(i => i.GetProperty("statement").GetProperty("id").GetString()).ToList();
        for (var i = 0; i < ids.Count; i++)
        {
            var statement = await service.Get($"/api/v1/statements/{ids[i]}");
            Assert.Equal(i == 0 ? null : ids[i - 1], statement.GetProperty("previous").GetString());
            Assert.Equal(i == ids.Count - 1 ? null : ids[i + 1], statement.GetProperty("next").GetString());
        }
    }

    [Theory]
    [InlineData("speakers", "speaker", 62)]
    [InlineData("panels", "panel", 11)]
    [InlineData("themes", "theme", 29)]
    [InlineData("reports", "report", 1)]
    [InlineData("instruments", "instrument", 7)]
    [InlineData("institutions", "institution", 100)]
    public async Task EveryEntityOfAListHasItsPageAndItsCount(string list, string facet, int atLeast)
    {
        var items = (await service.Get($"/api/v1/{list}")).GetProperty("items").EnumerateArray().ToList();
        Assert.True(items.Count >= atLeast);
        foreach (var item in items.Where((_, i) => i % 7 == 0))
        {
            var id = item.GetProperty("id").GetString()!;
            var detail = await service.Get($"/api/v1/{list}/{id}");
            Assert.Equal(item.GetProperty("statements").GetInt32(), detail.GetProperty("statements").GetInt32());
            Assert.Equal(detail.GetProperty("statements").GetInt32(), (await service.Get($"/api/v1/statements?{facet}={Uri.EscapeDataString(id)}")).GetProperty("total").GetInt32());
        }
    }

    [Theory]
    [InlineData("speakers?q=xuelan", "薛澜")]
    [InlineData("speakers?q=zengyi", "曾毅")]
    [InlineData("speakers?q=瓦拉赫", "温德尔·瓦拉赫")]
    [InlineData("institutions?q=UNDP", "联合国开发计划署")]
    [InlineData("institutions?q=中科院自动化所", "中国科学院自动化研究所")]
    [InlineData("themes?q=Metaverse", "元宇宙与虚拟空间")]
    public async Task ListsNarrowByNameAliasEnglishAndPinyin(string path, string name) =>
        Assert.Contains(name, (await service.Get($"/api/v1/{path}")).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("name").GetString()));

    [Fact]
    public async Task ASpeakerCarriesVariantsAffiliationsAndCounts()
    {
        var speaker = await service.Get("/api/v1/speakers/zeng-yi");
        Assert.Equal(2, speaker.GetProperty("statements").GetInt32());
        Assert.Equal(["aicg2021/main-3", "aicg2021/thematic-7"], speaker.GetProperty("counts").GetProperty("panel").EnumerateArray().Select(v => v.GetProperty("id").GetString()));
        Assert.Contains("casia", speaker.GetProperty("affiliations").EnumerateArray().Select(a => a.GetProperty("office").GetProperty("id").GetString()));
        var misprinted = (await service.Get("/api/v1/speakers?q=斯帕托利萨诺")).GetProperty("items")[0];
        Assert.Equal("丽亚-弗朗切斯卡·斯帕托利萨诺", misprinted.GetProperty("variants")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task FacetValuesFollowTheSearchAndNarrowByName()
    {
        var values = (await service.Get("/api/v1/facets/speaker?q=元宇宙&facetSize=1000")).GetProperty("values").EnumerateArray().ToList();
        Assert.Contains("曾毅", values.Select(v => v.GetProperty("label").GetString()));
        Assert.DoesNotContain("邱勇", values.Select(v => v.GetProperty("label").GetString()));
        var narrowed = (await service.Get("/api/v1/facets/speaker?q=元宇宙&match=zeng")).GetProperty("values").EnumerateArray();
        Assert.Equal("曾毅", Assert.Single(narrowed).GetProperty("label").GetString());
    }

    [Theory]
    [InlineData("/api/v1/statements/aicg2021-nothere", "unknown-statement")]
    [InlineData("/api/v1/speakers/nobody", "unknown-speaker")]
    [InlineData("/api/v1/panels/aicg2021/none", "unknown-panel")]
    [InlineData("/api/v1/facets/colour", "unknown-facet")]
    [InlineData("/api/v1/reports/none/source", "unknown-report")]
    [InlineData("/api/v1/statements/aicg2021-nothere/similar", "unknown-statement")]
    [InlineData("/api/v1/statements/aicg2021-nothere/verify", "unknown-statement")]
    [InlineData("/api/v1/statements/aicg2021-a7dzvz.99", "unknown-statement")]
    [InlineData("/api/v1/nowhere", "not-found")]
    public async Task WhatIsNotThereAnswers404(string path, string code) =>
        Assert.Equal(code, (await service.Problem(path, HttpStatusCode.NotFound)).GetProperty("code").GetString());

    [Theory]
    [InlineData("start=-1")]
    [InlineData("start=10&end=5")]
    [InlineData("end=99999999")]
    [InlineData("from=3")]
    public async Task ASliceOutsideTheSourceIsRefused(string query) =>
        await service.Problem($"/api/v1/reports/aicg2021/source?{query}", HttpStatusCode.BadRequest);

    [Fact]
    public async Task TheWholeSourceIsThePublishersText() =>
        Assert.Equal(
            await File.ReadAllTextAsync(Repository.FirstReport, TestContext.Current.CancellationToken),
            await service.Client.GetStringAsync("/api/v1/reports/aicg2021/source", TestContext.Current.CancellationToken));

    [Fact]
    public async Task AnUnchangedAnswerIs304()
    {
        var first = await service.Client.GetAsync("/api/v1/statements?q=治理", TestContext.Current.CancellationToken);
        Assert.False(first.Headers.ETag!.IsWeak);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/statements?q=治理");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag);
        var unchanged = await service.Client.SendAsync(again, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        Assert.Equal((first.Headers.ETag, "no-cache", "Accept"), (unchanged.Headers.ETag, unchanged.Headers.CacheControl?.ToString(), unchanged.Headers.Vary.ToString()));
        using var other = new HttpRequestMessage(HttpMethod.Get, "/api/v1/statements?q=元宇宙");
        other.Headers.IfNoneMatch.Add(first.Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, (await service.Client.SendAsync(other, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/statements?q=治理", HttpStatusCode.NotModified)]
    [InlineData("/api/v1/export?q=治理", HttpStatusCode.NotModified)]
    [InlineData("/api/v1/statements/aicg2021-nothere", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/statements?size=0", HttpStatusCode.BadRequest)]
    public async Task IfNoneMatchWithAStarHoldsWhereThereIsAnAnswer(string path, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Any);
        Assert.Equal(status, (await service.Client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task TheOpenApiDocumentDescribesEveryParameterAndOperation()
    {
        var document = await service.Get("/openapi/v1.json");
        var paths = document.GetProperty("paths").EnumerateObject().ToList();
        foreach (var operation in paths.SelectMany(p => p.Value.EnumerateObject()).Select(o => o.Value))
        {
            Assert.False(string.IsNullOrWhiteSpace(operation.GetProperty("summary").GetString()));
            if (operation.TryGetProperty("parameters", out var parameters))
                Assert.All(parameters.EnumerateArray(), p => Assert.True(p.TryGetProperty("description", out var text) && text.GetString()!.Length > 0, $"{operation.GetProperty("operationId")}: {p.GetProperty("name")}"));
        }

        var search = paths.Single(p => p.Name == "/api/v1/statements").Value.GetProperty("get").GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString()!);
        Assert.Equal(SearchParameters.Known.Order(), search.Order());
        Assert.True(document.GetProperty("components").GetProperty("schemas").TryGetProperty("SearchResult", out _));
    }

    [Fact]
    public async Task ExamplesOfTheOpenApiDocumentWork()
    {
        var document = await service.Get("/openapi/v1.json");
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            var url = path.Name;
            var required = "";
            // What needs a key is tried by HostTests.
            if (path.Value.GetProperty("get").TryGetProperty("security", out _))
                continue;
            if (path.Value.GetProperty("get").TryGetProperty("parameters", out var parameters))
            {
                foreach (var parameter in parameters.EnumerateArray().Where(p => p.GetProperty("in").GetString() == "path"))
                    url = url.Replace($"{{{parameter.GetProperty("name").GetString()}}}", parameter.GetProperty("example").GetString(), StringComparison.Ordinal);
                var ofQuery = parameters.EnumerateArray().Where(p => p.GetProperty("in").GetString() == "query" && p.TryGetProperty("example", out _)).ToLookup(IsRequired, Text);
                required = string.Join('&', ofQuery[true]);
                foreach (var parameter in ofQuery[false])
                {
                    var query = $"{url}?{required}&{parameter}";
                    Assert.True((await service.Client.GetAsync(query, TestContext.Current.CancellationToken)).IsSuccessStatusCode, query);
                }
            }

            Assert.True((await service.Client.GetAsync($"{url}?{required}", TestContext.Current.CancellationToken)).IsSuccessStatusCode, url);
        }

        static bool IsRequired(JsonElement parameter) => parameter.TryGetProperty("required", out var required) && required.GetBoolean();
        static string Text(JsonElement parameter) => $"{parameter.GetProperty("name").GetString()}={Uri.EscapeDataString(parameter.GetProperty("example").GetString()!)}";
    }

    [Fact]
    public async Task HeadAnswersAsGetWithoutBody()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/api/v1/statements?q=治理");
        var response = await service.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotNull(response.Headers.ETag);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("DELETE", "/api/v1/statements", "GET, HEAD")]
    [InlineData("DELETE", "/api/v1/panels/aicg2021/main-1", "GET, HEAD")]
    [InlineData("TRACE", "/themes/explainability", "GET, HEAD")]
    public async Task AllowNamesHeadBesideGet(string method, string path, string allowed)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        var response = await service.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.MethodNotAllowed, allowed), (response.StatusCode, string.Join(", ", response.Content.Headers.Allow)));
    }

    [Fact]
    public async Task SwaggerUiIsServed() =>
        Assert.Contains("swagger-ui", await service.Client.GetStringAsync("/swagger/index.html", TestContext.Current.CancellationToken), StringComparison.Ordinal);
}
