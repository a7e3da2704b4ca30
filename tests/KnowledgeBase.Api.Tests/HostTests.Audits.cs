using System.Net;
using System.Text.Json;
using KnowledgeBase.Corpus;
using KnowledgeBase.Search;

namespace KnowledgeBase.Tests;

/// <summary>What the service says of audits that it does not have. In this class because only it may start hosts of its own.</summary>
public sealed partial class HostTests
{
    [Fact]
    public async Task AReportWithoutAuditSaysWhy()
    {
        using var folder = new TemporaryFolder();
        var corpus = folder.CopyCorpus();
        folder.Write("corpus/statements/mine.jsonl", "{\"text\": \"量子霸权还早。\", \"report\": \"某报告\"}\n");
        var index = Path.Combine(folder.Path, "index");
        new StatementIndex(index).Build(CorpusReader.Read(corpus));
        using var host = new Service.Host(corpus, index);
        using var client = host.CreateClient();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        await Says("mou-bao-gao", "no-source", "Only statements of this report were imported");

        // As a program wrote it that did not keep audits.
        Directory.Delete(Directory.GetDirectories(index, "audits", SearchOption.AllDirectories).Single(), recursive: true);
        await Says("aicg2021", "no-audit", "built before audits were kept");
        await Says("mou-bao-gao", "no-source", "Only statements of this report were imported");

        async Task Says(string report, string code, string reason)
        {
            var problem = await client.GetAsync($"/api/v1/reports/{report}/audit", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, problem.StatusCode);
            Assert.Equal(code, JsonDocument.Parse(await problem.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("code").GetString());
            var page = await client.GetAsync($"/reports/{report}/audit", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
            Assert.Contains(reason, await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }
}
