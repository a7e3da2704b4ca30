using System.Net;

namespace KnowledgeBase.Tests;

/// <summary>What helps to search: suggestions, similar statements and explanations.</summary>
public sealed class SearchToolsTests(Service service)
{
    [Fact]
    public async Task SuggestionsSimilarStatementsAndExplanationsAreServed()
    {
        var suggestions = (await service.Get("/api/v1/suggest?q=xuel&size=3")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(("speaker", "xue-lan"), (suggestions[0].GetProperty("kind").GetString(), suggestions[0].GetProperty("id").GetString()));
        Assert.Empty((await service.Get("/api/v1/suggest?q=xuel&panel=aicg2021/main-3")).GetProperty("items").EnumerateArray());
        await service.Problem("/api/v1/suggest?q=a&sizes=3", HttpStatusCode.BadRequest);

        var id = (await service.Get("/api/v1/statements?q=元宇宙&size=1")).GetProperty("items")[0].GetProperty("statement").GetProperty("id").GetString();
        var similar = (await service.Get($"/api/v1/statements/{id}/similar?size=5")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(5, similar.Count);
        Assert.All(similar, s => Assert.NotEqual(id, s.GetProperty("statement").GetProperty("id").GetString()));
        Assert.Equal((await service.Get($"/api/v1/statements/{id}/similar")).ToString(), (await service.Get($"/api/v1/statements/{id}.1/similar")).ToString());
        await service.Problem($"/api/v1/statements/{id}.999/similar", HttpStatusCode.NotFound);
        await service.Problem($"/api/v1/statements/{id}/similar?size=0", HttpStatusCode.BadRequest);

        var explanation = await service.Get("/api/v1/explain?q=digital divide");
        Assert.Contains("数字鸿沟", explanation.GetProperty("words")[0].GetProperty("forms").EnumerateArray().Select(f => f.GetProperty("text").GetString()));
        Assert.Equal(3, explanation.GetProperty("hits").GetArrayLength());
        await service.Problem("/api/v1/explain?syntax=strict&q=(a", HttpStatusCode.BadRequest);
    }
}
