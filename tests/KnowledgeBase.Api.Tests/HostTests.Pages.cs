using System.Net;

namespace KnowledgeBase.Tests;

/// <summary>What is said of reports that have pages. In this class because only it may start hosts of its own.</summary>
public sealed partial class HostTests
{
    [Fact]
    public async Task AStatementOfAPdfShowsItsPagesBesideItsLines()
    {
        using var folder = new TemporaryFolder();
        folder.Write("corpus/reports/ocean/report.yaml", "date: 2023-11-18\n");
        File.Copy(Path.Combine(Repository.Root, "tests", "KnowledgeBase.Corpus.Tests", "Documents", "forum.pdf"), Path.Combine(folder.Path, "corpus/reports/ocean/report.pdf"));
        using var service = new Service(Path.Combine(folder.Path, "corpus"));

        var statements = (await service.Get("/api/v1/statements?sort=document")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("statement")).ToList();
        Assert.Contains(" · 文件第 1—2 页</span>", await Page(statements[0].GetProperty("id").GetString()!), StringComparison.Ordinal);
        Assert.Contains(" · 文件第 2 页</span>", await Page(statements[^1].GetProperty("id").GetString()!), StringComparison.Ordinal);
        var claim = statements[0].GetProperty("claims").EnumerateArray().Last().GetProperty("id").GetString();
        Assert.Equal("[2,2]", (await service.Get($"/api/v1/statements/{claim}")).GetProperty("claim").GetProperty("pages").GetRawText());

        async Task<string> Page(string id)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/statements/{id}");
            request.Headers.Accept.ParseAdd("text/html");
            using var response = await service.Client.SendAsync(request, TestContext.Current.CancellationToken);
            return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }
}
