using System.Net;

namespace KnowledgeBase.Tests;

/// <summary>Paths that are made to lead to files which are nobody's business.</summary>
public sealed class HostilePathTests(Service service)
{
    [Theory]
    [InlineData("/api/v1/reports/..%2f..%2f..%2f..%2fetc%2fpasswd/source")]
    [InlineData("/api/v1/reports/%2e%2e%2fmanifest/source")]
    [InlineData("/api/v1/reports/..%2f..%2fmanifest/audit")]
    [InlineData("/api/v1/reports/..%5c..%5cmanifest.json/audit")]
    [InlineData("/api/v1/reports/%2fetc%2fpasswd/source")]
    [InlineData("/api/v1/reports/aicg2021%00/source")]
    [InlineData("/api/v1/statements/..%2f..%2fmanifest.json")]
    [InlineData("/api/v1/builds/..%2f..%2fmanifest.json")]
    [InlineData("/reports/..%2f..%2fetc%2fpasswd/source")]
    [InlineData("/reports/..%2f..%2fmanifest/audit")]
    [InlineData("/assets/..%2f..%2fappsettings.json")]
    [InlineData("/assets/..%2fKnowledgeBase.Api.dll")]
    [InlineData("/openapi/..%2f..%2fv1.json")]
    public async Task LeadNowhere(string path)
    {
        using var answer = await service.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{path}: {answer.StatusCode}");
        Assert.DoesNotContain("corpusVersion", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
