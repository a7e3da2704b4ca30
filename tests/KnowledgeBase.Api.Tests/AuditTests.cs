using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using KnowledgeBase.Corpus;

namespace KnowledgeBase.Tests;

/// <summary>The audit of the first report over HTTP: as data, and as a page whose lines lead into the source.</summary>
public sealed class AuditTests(Service service)
{
    private static readonly Report Read = CorpusReader.Read(Repository.Corpus).Reports[0];

    [Fact]
    public async Task TheAuditIsThatOfTheCommandLine() =>
        Assert.Equal(JsonSerializer.Serialize(Read.Audit, CorpusJson.Options), await Get("/api/v1/reports/aicg2021/audit"));

    [Theory]
    [InlineData("/api/v1/reports/none/audit", HttpStatusCode.NotFound, "unknown-report")]
    [InlineData("/api/v1/reports/aicg2021/audit?size=3", HttpStatusCode.BadRequest, "unknown-parameter")]
    public async Task AnAuditThatIsNotThereIsAProblem(string path, HttpStatusCode status, string code) =>
        Assert.Equal(code, (await service.Problem(path, status)).GetProperty("code").GetString());

    [Fact]
    public async Task ThePageLeadsFromEveryDoubtToItsLineOfTheSource()
    {
        var page = await Get("/reports/aicg2021/audit");
        var lines = LineLinks(page);
        Assert.Equal(Read.Audit.Diagnostics.Select(doubt => doubt.Line).Concat(Read.Audit.Variants.Select(variant => variant.Line)).Order(), lines.Order());
        foreach (var doubt in Read.Audit.Diagnostics)
            Assert.Contains(doubt.Message, WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        foreach (var line in lines.Distinct())
            Assert.Equal(Read.Source.Line(line), MarkedPassage(await Get($"/reports/aicg2021/source?line={line}")));
    }

    [Fact]
    public async Task EveryLinkOfThePageAnswers()
    {
        var links = Regex.Matches(await Get("/reports/aicg2021/audit"), "href=\"(/[^\"#]*)").Select(link => WebUtility.HtmlDecode(link.Groups[1].Value))
            .Where(link => !link.Contains("/source?line=", StringComparison.Ordinal)).Distinct().ToList();
        Assert.Contains("/panels/aicg2021/main-1", links);
        Assert.Contains("/speakers/xue-lan", links);
        foreach (var link in links)
            Assert.True((await service.Client.GetAsync(link, TestContext.Current.CancellationToken)).IsSuccessStatusCode, link);
    }

    [Theory]
    [InlineData("zh-CN", "姓名写法与名单不同")]
    [InlineData("en", "A name differs from the list of guests")]
    public async Task EveryCodeOfAReportHasItsMeaningInBothLanguages(string language, string meaning)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/reports/aicg2021/audit");
        request.Headers.AcceptLanguage.ParseAdd(language);
        var page = WebUtility.HtmlDecode(await (await service.Client.SendAsync(request, TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains(meaning, page, StringComparison.Ordinal);
        foreach (var code in Read.Audit.Diagnostics.Select(doubt => doubt.Code).Distinct())
            Assert.Matches($@"<summary>[^<]+<span class=""kind"">{code}</span>", page);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(int.MaxValue)]
    public async Task AnyLineOfTheSourceCanBeShown(int line)
    {
        line = Math.Min(line, Read.Source.Lines);
        Assert.Equal(Read.Source.Line(line), MarkedPassage(await Get($"/reports/aicg2021/source?line={line}")));
    }

    [Theory]
    [InlineData("line=0", "line")]
    [InlineData("line=99999", "line")]
    [InlineData("line=-1", "line")]
    [InlineData("line=九", "line")]
    [InlineData("line=3&line=4", "line")]
    [InlineData("start=junk", "start")]
    [InlineData("start=99999999999", "start")]
    [InlineData("line=3&start=4", "start")]
    [InlineData("statement=aicg2021-a7dzvz&line=4", "line")]
    [InlineData("row=3", "row")]
    public async Task APlaceThatTheSourceDoesNotHaveIsRefused(string query, string parameter)
    {
        var response = await service.Client.GetAsync($"/reports/aicg2021/source?{query}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains($"<code>{parameter}</code>", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/reports/none/audit")]
    [InlineData("/reports/%3Cscript%3E/audit")]
    [InlineData("/reports/none/source?line=3")]
    [InlineData("/reports/aicg2021/source?statement=aicg2021-nothere")]
    public async Task APageThatIsNotThereIs404(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await service.Client.GetAsync(path, TestContext.Current.CancellationToken)).StatusCode);

    private static List<int> LineLinks(string page) =>
        [.. Regex.Matches(page, "href=\"/reports/aicg2021/source\\?line=([0-9]+)#passage\"").Select(link => int.Parse(link.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture))];

    private static string MarkedPassage(string page) =>
        WebUtility.HtmlDecode(Assert.Single(Regex.Matches(page, "<mark id=\"passage\">(.*?)</mark>", RegexOptions.Singleline)).Groups[1].Value);

    private async Task<string> Get(string path)
    {
        var response = await service.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {(int)response.StatusCode}");
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
