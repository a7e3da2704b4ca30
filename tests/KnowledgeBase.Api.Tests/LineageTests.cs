using System.Net;

namespace KnowledgeBase.Tests;

/// <summary>GET /statements/{id}/lineage.</summary>
public sealed class LineageTests(Service service)
{
    [Fact]
    public async Task AnOutcomeShowsTheWordingItSharesAndThatThisProvesNoOrigin()
    {
        var lineage = await service.Get("/api/v1/statements/aicg2021-s4nyzr/lineage");
        Assert.Equal("outcome", lineage.GetProperty("kind").GetString());
        Assert.Equal(13, lineage.GetProperty("minimumLength").GetInt32());
        Assert.Contains("no proof of origin", lineage.GetProperty("note").GetString(), StringComparison.Ordinal);
        Assert.Equal((4, 1), (lineage.GetProperty("total").GetInt32(), lineage.GetProperty("statements").GetInt32()));
        Assert.Equal([79, 54, 16, 15], lineage.GetProperty("passages").EnumerateArray().Select(passage => passage.GetProperty("length").GetInt32()));
        Assert.Equal("段伟文", lineage.GetProperty("passages")[0].GetProperty("statement").GetProperty("speaker").GetProperty("name").GetString());
        Assert.False(string.IsNullOrEmpty(lineage.GetProperty("index").GetProperty("generation").GetString()));
    }

    [Theory]
    [InlineData("aicg2021-s4nyzr", 1, 4)]
    [InlineData("aicg2021-s4nyzr.1", 1, 1)]
    [InlineData("aicg2021-m2rtxw", 0, 0)]
    public async Task SizeLimitsTheListAndTotalSaysHowManyThereAre(string id, int listed, int total)
    {
        var lineage = await service.Get($"/api/v1/statements/{id}/lineage?size=1");
        Assert.Equal((listed, total), (lineage.GetProperty("passages").GetArrayLength(), lineage.GetProperty("total").GetInt32()));
    }

    [Theory]
    [InlineData("aicg2021-nothere/lineage", HttpStatusCode.NotFound, "unknown-statement")]
    [InlineData("aicg2021-s4nyzr.99/lineage", HttpStatusCode.NotFound, "unknown-statement")]
    [InlineData("aicg2021-s4nyzr/lineage?size=0", HttpStatusCode.BadRequest, "invalid-value")]
    [InlineData("aicg2021-s4nyzr/lineage?minimum=5", HttpStatusCode.BadRequest, "unknown-parameter")]
    public async Task WhatCannotBeAnsweredIsAClearError(string path, HttpStatusCode status, string code) =>
        Assert.Equal(code, (await service.Problem($"/api/v1/statements/{path}", status)).GetProperty("code").GetString());
}
