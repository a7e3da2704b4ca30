using System.Net;
using System.Text.Json;

namespace KnowledgeBase.Tests;

/// <summary>What the resources say of imported statements. In this class because only it may start hosts of its own.</summary>
public sealed partial class HostTests
{
    [Fact]
    public async Task AnImportedReportHasStatementsAndPanelsAndNoSource()
    {
        using var folder = new TemporaryFolder();
        var corpus = folder.CopyCorpus();
        folder.Write("corpus/statements/mine.jsonl", "{\"text\": \"量子霸权还早。\", \"speaker\": \"甘小乙\", \"panel\": \"分论坛二\", \"report\": \"某报告\", \"date\": \"2020\"}\n");
        using var service = new Service(corpus);

        var report = await service.Get("/api/v1/reports/mou-bao-gao");
        Assert.Equal("某报告", report.GetProperty("name").GetString());
        Assert.Equal(1, report.GetProperty("statements").GetInt32());
        Assert.Equal(JsonValueKind.Null, report.GetProperty("sha256").ValueKind);
        var panel = report.GetProperty("counts").GetProperty("panel")[0].GetProperty("id").GetString();
        Assert.Equal("某报告", (await service.Get($"/api/v1/reports/{(await service.Get($"/api/v1/panels/{panel}")).GetProperty("parent").GetString()}")).GetProperty("name").GetString());
        Assert.Equal(1, (await service.Get("/api/v1/statements?speaker=甘小乙&year=2020")).GetProperty("total").GetInt32());

        var problem = await service.Problem("/api/v1/reports/mou-bao-gao/source", HttpStatusCode.NotFound);
        Assert.Equal("no-source", problem.GetProperty("code").GetString());
        Assert.Contains("only its statements were imported", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ANameThatSeveralHaveLeadsToNoneAndNamesThem()
    {
        using var folder = new TemporaryFolder();
        var corpus = folder.CopyCorpus();
        folder.Write("corpus/statements/mine.jsonl", "{\"text\": \"量子霸权还早。\", \"panel\": \"分论坛二\", \"report\": \"某报告\"}\n{\"text\": \"量子霸权已到。\", \"panel\": \"分论坛二\", \"report\": \"另报告\"}\n");
        using var service = new Service(corpus);

        var problem = await service.Problem("/api/v1/panels/分论坛二", HttpStatusCode.NotFound);
        Assert.Equal("ambiguous-panel", problem.GetProperty("code").GetString());
        var ids = problem.GetProperty("ids").EnumerateArray().Select(id => id.GetString()!).ToList();
        Assert.Equal(2, ids.Count);
        Assert.All(ids, id => Assert.Contains(id, problem.GetProperty("detail").GetString(), StringComparison.Ordinal));
        foreach (var id in ids)
            Assert.Equal(id, (await service.Get($"/api/v1/panels/{id}")).GetProperty("id").GetString());
    }
}
