using System.Net;
using System.Text;

namespace KnowledgeBase.Tests;

/// <summary>What the service says of files that could not be read. In this class because only it may start hosts of its own.</summary>
public sealed partial class HostTests
{
    [Fact]
    public async Task AFileThatCouldNotBeReadIsNamedWhereReportsAreListed()
    {
        using var folder = new TemporaryFolder();
        folder.Write("corpus/reports/good/report.md", "# 某报告\n\n某某大学教授甘小乙指出，数据应当共享。\n");
        await File.WriteAllBytesAsync(folder.Write("corpus/reports/old/report.txt", ""), Encoding.Unicode.GetBytes("# 旧报告\n\n某某大学教授甘小丙指出，标准应当先行。\n"), TestContext.Current.CancellationToken);
        folder.Write("corpus/reports/broken/report.pdf", "no PDF");
        folder.Write("corpus/registry/people.yaml", "- {id: x, nmae: 甘小丁}\n");
        using var service = new Service(Path.Combine(folder.Path, "corpus"));

        var diagnostics = (await service.Get("/api/v1/audit")).GetProperty("diagnostics").EnumerateArray().Select(problem => (problem.GetProperty("code").GetString(), problem.GetProperty("file").GetString())).ToList();
        Assert.Contains(("KB012", "reports/broken/report.pdf"), diagnostics);
        Assert.Contains(diagnostics, problem => problem is ("KB005", "registry/people.yaml" or "corpus/registry/people.yaml"));
        Assert.DoesNotContain(diagnostics, problem => problem.Item1 == "KB009");
        Assert.Equal("unknown-parameter", (await service.Problem("/api/v1/audit?size=3", HttpStatusCode.BadRequest)).GetProperty("code").GetString());

        var page = await Text("/facets/report");
        Assert.Contains("<code>reports/broken/report.pdf:1</code>", page, StringComparison.Ordinal);
        Assert.Contains("the file is no PDF", page, StringComparison.Ordinal);
        Assert.DoesNotContain("broken", await Text("/facets/theme"), StringComparison.Ordinal);

        // What is said of a file that was read stands in the report's own audit.
        var audit = (await service.Get("/api/v1/reports/old/audit")).GetProperty("diagnostics");
        Assert.Equal("KB009", audit[0].GetProperty("code").GetString());
        Assert.Contains("<summary>文件的编码", await Text("/reports/old/audit"), StringComparison.Ordinal);
        Assert.DoesNotContain("KB009", await Text("/reports/good/audit"), StringComparison.Ordinal);

        async Task<string> Text(string path) => WebUtility.HtmlDecode(await service.Client.GetStringAsync(path, TestContext.Current.CancellationToken));
    }
}
