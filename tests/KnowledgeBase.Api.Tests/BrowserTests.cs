namespace KnowledgeBase.Tests;

/// <summary>What browsers are told: what other sites may do with the service, and what a page may do at all.</summary>
public sealed class BrowserTests(Service service)
{
    [Theory]
    [InlineData("GET", "/api/v1/statements", true)]
    [InlineData("HEAD", "/api/v1/statements", true)]
    [InlineData("GET", "/openapi/v1.json", true)]
    [InlineData("GET", "/", false)]
    [InlineData("POST", "/api/v1/builds", false)]
    [InlineData("POST", "/mcp", false)]
    public async Task OtherSitesMayReadTheApiAndNothingElse(string method, string path, bool may)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Add("Origin", "https://elsewhere.example");
        using var answer = await service.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(may, answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var origins) && origins.SequenceEqual(["*"]));
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));

        using var preflight = new HttpRequestMessage(HttpMethod.Options, path);
        preflight.Headers.Add("Origin", "https://elsewhere.example");
        preflight.Headers.Add("Access-Control-Request-Method", method);
        using var allowed = await service.Client.SendAsync(preflight, TestContext.Current.CancellationToken);
        Assert.Equal(may, allowed.Headers.TryGetValues("Access-Control-Allow-Methods", out var methods) && string.Join(',', methods).Contains(method, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/api/v1/statements", "default-src 'none'; base-uri 'none'; frame-ancestors 'none'")]
    [InlineData("/", "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; style-src 'self'; script-src 'self'")]
    [InlineData("/nowhere", "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; style-src 'self'; script-src 'self'")]
    public async Task EveryAnswerSaysWhatABrowserMayDoWithIt(string path, string policy)
    {
        using var answer = await service.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.StartsWith(policy, Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Resource-Policy")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.False(answer.Headers.Contains("Server"));
    }
}
