using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Tests;

/// <summary>What the head of a page tells programs.</summary>
/// <param name="Status">The answer's status.</param>
/// <param name="Canonical">Its canonical address, whole; null where it names none.</param>
/// <param name="IsIndexed">Whether search engines may keep it.</param>
/// <param name="Data">Its schema.org data; null where it has none.</param>
internal sealed partial record PageHead(HttpStatusCode Status, string? Canonical, bool IsIndexed, JsonElement? Data)
{
    /// <summary>The head of a page, asked for as a browser or a crawler does. A page may have one of each at most.</summary>
    public static async Task<PageHead> Of(HttpClient client, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd("text/html");
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var head = html[..html.IndexOf("</head>", StringComparison.Ordinal)];
        Assert.DoesNotContain("application/ld+json", html[head.Length..], StringComparison.Ordinal);
        return new PageHead(
            response.StatusCode,
            One(CanonicalLink(), head) is { } canonical ? WebUtility.HtmlDecode(canonical) : null,
            !head.Contains("<meta name=\"robots\" content=\"noindex\">", StringComparison.Ordinal),
            One(DataBlock(), head) is { } block ? JsonDocument.Parse(block).RootElement : null);
    }

    private static string? One(Regex pattern, string head) => pattern.Matches(head) switch
    {
        { Count: 0 } => null,
        var matches => Assert.Single(matches).Groups[1].Value,
    };

    [GeneratedRegex("""<link rel="canonical" href="([^"]*)">""")]
    private static partial Regex CanonicalLink();

    [GeneratedRegex("""<script type="application/ld\+json">(.*?)</script>""", RegexOptions.Singleline)]
    private static partial Regex DataBlock();
}
