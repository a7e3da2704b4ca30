using System.Net;
using System.Text.Json;
using KnowledgeBase.Corpus;
using KnowledgeBase.Search;

namespace KnowledgeBase.Tests;

/// <summary>
/// Services over indexes of their own. Hosts start in this class alone, one after another: two that start at once in one
/// process take each other's settings.
/// </summary>
public sealed partial class HostTests
{
    [Fact]
    public async Task AnIndexOfAnotherGlossaryIsReportedAsStaleAndStillAnswers()
    {
        using var folder = new TemporaryFolder();
        var corpus = folder.CopyCorpus();
        using var service = new Service(corpus);
        Assert.Equal("ready", await Status());

        await File.AppendAllTextAsync(Path.Combine(corpus, "registry", "glossary.yaml"), "- {zh: [量子霸权], en: [quantum supremacy]}\n", TestContext.Current.CancellationToken);
        Assert.Equal("stale", await Status());
        Assert.True((await service.Get("/api/v1/statements?q=治理")).GetProperty("total").GetInt32() > 0);
        service.Rebuild(corpus);
        Assert.Equal("ready", await Status());

        async Task<string?> Status()
        {
            var health = await service.Get("/health/ready");
            if (health.GetProperty("status").GetString() == "stale")
                Assert.Contains("KnowledgeBase.Cli -- build", health.GetProperty("message").GetString(), StringComparison.Ordinal);
            return health.GetProperty("status").GetString();
        }
    }

    [Fact]
    public async Task AnAnswerWithOtherPermalinksHasAnotherTag()
    {
        using var folder = new TemporaryFolder();
        new StatementIndex(folder.Path).Build(CorpusReader.Read(Repository.Corpus));
        var tags = new List<string>();
        foreach (var publicUrl in (string[])["https://a.example", "https://a.example", "https://b.example"])
        {
            using var host = new Service.Host(Repository.Corpus, folder.Path, publicUrl);
            using var client = host.CreateClient();
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/statements/aicg2021-a7dzvz");
            request.Headers.Host = "kb.example";
            var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Contains($"{publicUrl}/statements/", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            Assert.Contains($"Sitemap: {publicUrl}/sitemap.xml", await client.GetStringAsync("/robots.txt", TestContext.Current.CancellationToken), StringComparison.Ordinal);
            Assert.Contains($"<loc>{publicUrl}/themes/", await client.GetStringAsync("/sitemap-1.xml", TestContext.Current.CancellationToken), StringComparison.Ordinal);
            Assert.Contains($"href=\"{publicUrl}/themes/metaverse\"", await client.GetStringAsync("/themes/metaverse", TestContext.Current.CancellationToken), StringComparison.Ordinal);
            tags.Add(response.Headers.ETag!.Tag);
        }

        Assert.Equal(tags[0], tags[1]);
        Assert.NotEqual(tags[0], tags[2]);
    }

    [Fact]
    public async Task WithoutAnIndexTheAnswerNamesTheCommandAndANewGenerationIsPickedUp()
    {
        using var folder = new TemporaryFolder();
        var indexFolder = Path.Combine(folder.Path, "index");
        using var host = new Service.Host(Path.Combine(folder.Path, "no-corpus"), indexFolder);
        using var client = host.CreateClient();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live", TestContext.Current.CancellationToken)).StatusCode);
        foreach (var path in (string[])["/health/ready", "/api/v1/statements", "/", "/statements/x", "/matrix", "/reports/aicg2021/audit", "/sitemap.xml", "/sitemap-1.xml"])
        {
            var missing = await client.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, missing.StatusCode);
            Assert.Contains("dotnet run --project src/KnowledgeBase.Cli -- build", await missing.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        // A build that runs: both say so, and when to ask again.
        Directory.CreateDirectory(indexFolder);
        using (new FileStream(Path.Combine(indexFolder, "build.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            var building = await client.GetAsync("/?q=a&theme=metaverse", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, building.StatusCode);
            Assert.NotNull(building.Headers.RetryAfter);
            var text = await building.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Contains("索引正在建立", text, StringComparison.Ordinal);
            Assert.Contains("href=\"/?q=a&amp;theme=metaverse\"", text, StringComparison.Ordinal);
            Assert.Contains("index-being-built", await (await client.GetAsync("/api/v1/statements", TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        new StatementIndex(indexFolder).Build(CorpusReader.Read(Repository.Corpus));
        var ready = JsonDocument.Parse(await client.GetStringAsync("/health/ready", TestContext.Current.CancellationToken)).RootElement;
        var page = JsonDocument.Parse(await client.GetStringAsync("/api/v1/statements?size=1", TestContext.Current.CancellationToken)).RootElement;

        // A rebuild while the service runs: the next answer is of the new generation, and an old cursor says so.
        var rebuilt = new StatementIndex(indexFolder).Build(CorpusReader.Read(Repository.Corpus));
        Assert.NotEqual(rebuilt.Generation, ready.GetProperty("index").GetProperty("generation").GetString());
        var outdated = await client.GetAsync($"/api/v1/statements?size=1&cursor={page.GetProperty("next").GetString()}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Gone, outdated.StatusCode);
        var outdatedPage = await client.GetAsync($"/?cursor={page.GetProperty("next").GetString()}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Gone, outdatedPage.StatusCode);
        Assert.Contains("<a href=\"/\">从头开始</a>", await outdatedPage.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var fresh = JsonDocument.Parse(await outdated.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("start").GetString();
        var again = JsonDocument.Parse(await client.GetStringAsync(fresh, TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal(rebuilt.Generation, again.GetProperty("index").GetProperty("generation").GetString());
    }

    [Theory]
    [InlineData("jsonl")]
    [InlineData("csv")]
    [InlineData("csl")]
    public async Task AnExportThatFailsOnTheWayIsCutOffNotEnded(string format)
    {
        using var folder = new TemporaryFolder();
        var index = Path.Combine(folder.Path, "index");
        new StatementIndex(index).Build(CorpusReader.Read(Repository.Corpus));
        // The last statement but one is damaged where it is stored: the export begins well and cannot go on.
        await StoredDamage.Do(Directory.GetDirectories(Path.Combine(index, "generations")).Single(), TestContext.Current.CancellationToken);

        using var host = new Service.Host(Repository.Corpus, index);
        using var client = host.CreateClient();
        using var response = await client.GetAsync($"/api/v1/export?format={format}", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.True((await client.GetAsync("/health/live", TestContext.Current.CancellationToken)).IsSuccessStatusCode);
    }

    [Fact]
    public async Task TheServiceBuildsTheIndexWhenNoneIsPublished()
    {
        using var folder = new TemporaryFolder();
        using var host = new Service.Host(Repository.Corpus, Path.Combine(folder.Path, "index"));
        using var client = host.CreateClient();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task TheServicesBuildTakesReportsAsAnEarlierBuildSegmentedThem()
    {
        using var folder = new TemporaryFolder();
        var index = new StatementIndex(folder.Path);
        index.Build(index.Read(Repository.Corpus));
        var segmented = Path.Combine(folder.Path, "segmented");
        var remembered = Directory.GetFiles(segmented).Order().ToList();
        Assert.NotEmpty(remembered);
        var longAgo = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        remembered.ForEach(file => File.SetLastWriteTimeUtc(file, longAgo));
        folder.Write("segmented/of-a-report-that-is-no-more.json", "");
        Directory.Delete(Path.Combine(folder.Path, "generations"), recursive: true);

        using var host = new Service.Host(Repository.Corpus, folder.Path);
        using var client = host.CreateClient();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready", TestContext.Current.CancellationToken)).StatusCode);
        // What is segmented anew is written anew.
        Assert.Equal(remembered, Directory.GetFiles(segmented).Order());
        Assert.All(remembered, file => Assert.Equal(longAgo, File.GetLastWriteTimeUtc(file)));
    }
}
