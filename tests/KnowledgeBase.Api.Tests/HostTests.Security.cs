using System.Net;
using KnowledgeBase.Api;
using KnowledgeBase.Api.Security;
using KnowledgeBase.Corpus;
using KnowledgeBase.Search;

namespace KnowledgeBase.Tests;

/// <summary>What the service takes from whom, and how much of it.</summary>
public sealed partial class HostTests
{
    [Fact]
    public async Task AClientIsLimitedByTheAddressThatATrustedProxyTells()
    {
        using var folder = new TemporaryFolder();
        using var host = Hosted(folder, ("rate-limit", "3"), ("trusted-proxies", "127.0.0.0/8, ::1"));
        using var client = host.CreateClient();
        string[] left = ["2", "1", "0"];
        foreach (var remaining in left)
        {
            using var answer = await Ask(client, "/api/v1", "203.0.113.7");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("\"client\";q=3;w=60", Assert.Single(answer.Headers.GetValues("RateLimit-Policy")));
            Assert.Equal($"\"client\";r={remaining};t={20 * (3 - int.Parse(remaining, System.Globalization.CultureInfo.InvariantCulture))}", Assert.Single(answer.Headers.GetValues("RateLimit")));
        }

        using var refused = await Ask(client, "/api/v1", "203.0.113.7");
        Assert.Equal((HttpStatusCode)429, refused.StatusCode);
        Assert.True(refused.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        Assert.Equal("too-many-requests", (await JsonOf(refused)).GetProperty("code").GetString());
        using var page = await Ask(client, "/", "203.0.113.7");
        Assert.Equal(((HttpStatusCode)429, "text/html"), (page.StatusCode, page.Content.Headers.ContentType!.MediaType));

        // What watches the service, and other clients, are not counted with it; neighbours in one network of IPv6 are one client.
        Assert.Equal(HttpStatusCode.OK, (await Ask(client, "/health/ready", "203.0.113.7")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Ask(client, "/api/v1", "203.0.113.8")).StatusCode);
        for (var i = 1; i <= 4; i++)
            Assert.Equal(i <= 3 ? HttpStatusCode.OK : (HttpStatusCode)429, (await Ask(client, "/api/v1", $"2001:db8:1:2::{i}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Ask(client, "/api/v1", "2001:db8:1:3::1")).StatusCode);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("10.0.0.0/8", false)]
    [InlineData("127.0.0.1,::1", true)]
    public async Task OnlyATrustedProxyIsBelieved(string trusted, bool isBelieved)
    {
        using var folder = new TemporaryFolder();
        using var host = Hosted(folder, ("rate-limit", "100"), ("trusted-proxies", trusted));
        using var client = host.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/statements/aicg2021-a7dzvz?format=gbt7714");
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", "forum.example");
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(isBelieved, (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Contains("https://forum.example/statements/aicg2021-a7dzvz", StringComparison.Ordinal));
        Assert.Equal(isBelieved, answer.Headers.Contains("RateLimit"));
        Assert.Equal(isBelieved, answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task ASearchThatTakesTooLongIsStoppedAndAnswersNothing()
    {
        using var folder = new TemporaryFolder();
        new StatementIndex(folder.Path).Build(CorpusReader.Read(Repository.Corpus));
        using var host = new Service.Host(Repository.Corpus, folder.Path) { Replaced = services => services.AddSingleton(new SearchTime(TimeSpan.Zero)) };
        using var client = host.CreateClient();
        string[] ofApi = ["statements?q=治理", "facets/theme", "matrix?rows=theme&columns=sector", "compare?a=sector:company&b=sector:university", "explain?q=治理", "suggest?q=治", "export?format=csv"];
        foreach (var path in ofApi)
        {
            using var answer = await client.GetAsync($"/api/v1/{path}", TestContext.Current.CancellationToken);
            Assert.Equal((path, HttpStatusCode.ServiceUnavailable), (path, answer.StatusCode));
            Assert.NotNull(answer.Headers.RetryAfter);
            Assert.Equal("search-timeout", (await JsonOf(answer)).GetProperty("code").GetString());
        }

        using var page = await client.GetAsync("/?q=治理", TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "text/html"), (page.StatusCode, page.Content.Headers.ContentType!.MediaType));
        Assert.DoesNotContain(" at KnowledgeBase", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/statements/aicg2021-a7dzvz", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Contains("outcome=\"timeout\"} 1", await client.GetStringAsync("/metrics", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(host.Log);
    }

    [Theory]
    [InlineData("rate-limit", "many", "whole number")]
    [InlineData("rate-limit", "-1", "whole number")]
    [InlineData("search-timeout", "soon", "whole seconds")]
    [InlineData("trusted-proxies", "127.0.0.1, proxy.example", "has \"proxy.example\"")]
    public void ALimitThatCannotBeIsNamed(string name, string value, string said)
    {
        var given = new GivenSettings(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(name, (string?)value)]).Build());
        Assert.Equal(600, new SecuritySettings(given).RequestsAMinute);
        Assert.Contains(said, Assert.Single(given.Mistakes), StringComparison.Ordinal);
    }

    private static Service.Host Hosted(TemporaryFolder folder, params (string, string)[] settings)
    {
        new StatementIndex(folder.Path).Build(CorpusReader.Read(Repository.Corpus));
        return new Service.Host(Repository.Corpus, folder.Path, "", settings);
    }

    private static async Task<HttpResponseMessage> Ask(HttpClient client, string path, string forwardedFor)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-Forwarded-For", forwardedFor);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
