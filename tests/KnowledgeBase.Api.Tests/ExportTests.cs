using System.Text.Json;

namespace KnowledgeBase.Tests;

/// <summary>GET /export over HTTP.</summary>
public sealed class ExportTests(Service service)
{
    [Theory]
    [InlineData("")]
    [InlineData("q=可解释")]
    [InlineData("q=元宙宇&kind=individual")]
    [InlineData("sector=company&theme.not=metaverse&sort=-document")]
    [InlineData("q=绝无此语")]
    public async Task AnExportHoldsWhatTheSearchFindsInItsOrder(string query)
    {
        var found = (await service.Get($"/api/v1/statements?size=100&{query}")).GetProperty("items").EnumerateArray()
            .Select(item => item.GetProperty("statement").GetProperty("id").GetString());
        var response = await service.Client.GetAsync($"/api/v1/export?{query}", TestContext.Current.CancellationToken);
        var lines = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal($"{found.Count()}", Assert.Single(response.Headers.GetValues("Export-Rows")));
        Assert.Equal((await service.Get("/api/v1")).GetProperty("corpusVersion").GetString(), Assert.Single(response.Headers.GetValues("Export-Corpus-Version")));
        Assert.Equal(found, lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData("jsonl", "application/jsonl", "statements.jsonl")]
    [InlineData("csv", "text/csv", "statements.csv")]
    [InlineData("tei", "application/tei+xml", "statements.xml")]
    [InlineData("bibtex", "application/x-bibtex", "statements.bib")]
    [InlineData("ris", "application/x-research-info-systems", "statements.ris")]
    [InlineData("csl", "application/vnd.citationstyles.csl+json", "statements.json")]
    public async Task AFileComesWithItsTypeAndName(string format, string mediaType, string file)
    {
        var response = await service.Client.GetAsync($"/api/v1/export?format={format}&theme=explainability", TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode);
        Assert.Equal(mediaType, response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(file, response.Content.Headers.ContentDisposition!.FileName);
        Assert.NotNull(response.Headers.ETag);
        Assert.True((await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length > 1000);
    }

    [Fact]
    public async Task AClientThatGoesAwayDoesNoHarm()
    {
        for (var i = 0; i < 20; i++)
        {
            using var response = await service.Client.GetAsync("/api/v1/export?format=tei", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
            Assert.True(await body.ReadAsync(new byte[100], TestContext.Current.CancellationToken) > 0);
        }

        Assert.Contains("</TEI>", await service.Client.GetStringAsync("/api/v1/export?format=tei", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
