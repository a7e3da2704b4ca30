using System.Net;
using System.Xml.Linq;
using KnowledgeBase.Api.Pages;
using KnowledgeBase.Corpus;
using KnowledgeBase.Search;

namespace KnowledgeBase.Tests;

/// <summary>The sitemap: all statements and entities, each at its one address; and what crawlers are asked to leave alone.</summary>
public sealed class SitemapTests(Service service)
{
    private static readonly XNamespace Protocol = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Fact]
    public async Task EveryStatementAndEntityIsListedOnceAtTheAddressWhereItIs()
    {
        var index = XElement.Parse(await Text("/sitemap.xml"));
        Assert.Equal(Protocol + "sitemapindex", index.Name);
        var addresses = new List<string>();
        foreach (var part in AddressesOf(index))
            addresses.AddRange(AddressesOf(XElement.Parse(await Text(part))));

        var counts = (await service.Get("/api/v1")).GetProperty("counts").EnumerateObject().Sum(count => count.Value.GetInt32());
        Assert.Equal(counts, addresses.Count);
        Assert.Equal(counts, addresses.Distinct(StringComparer.Ordinal).Count());
        foreach (var address in addresses)
        {
            var head = await PageHead.Of(service.Client, address);
            Assert.Equal((HttpStatusCode.OK, address, true), (head.Status, head.Canonical, head.IsIndexed));
            Assert.NotNull(head.Data);
        }
    }

    [Fact]
    public async Task TheSitemapSaysWhenTheIndexWasBuilt()
    {
        var dates = XElement.Parse(await Text("/sitemap-1.xml")).Descendants(Protocol + "lastmod").Select(date => date.Value).Distinct(StringComparer.Ordinal);
        var built = DateTimeOffset.Parse(Assert.Single(dates), System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(DateTimeOffset.UtcNow - built, TimeSpan.Zero, TimeSpan.FromHours(1));
    }

    [Theory]
    [InlineData("/sitemap-0.xml")]
    [InlineData("/sitemap-2.xml")]
    [InlineData("/sitemap-x.xml")]
    public async Task APartThatIsNotListedIsNotThere(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await service.Client.GetAsync(path, TestContext.Current.CancellationToken)).StatusCode);

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(84)]
    [InlineData(1000)]
    public async Task PartsTogetherAreTheWholeWithoutGapOrRepetition(int most)
    {
        using var folder = new TemporaryFolder();
        var index = new StatementIndex(folder.Path);
        index.Build(CorpusReader.Read(Repository.Corpus));
        using var generation = index.Open()!;
        var whole = await Part(new Sitemap(generation, "https://kb.example"), 1);
        var sitemap = new Sitemap(generation, "https://kb.example", most);
        var parts = new List<string>();
        for (var part = 1; part <= sitemap.Parts; part++)
        {
            var addresses = await Part(sitemap, part);
            Assert.InRange(addresses.Count, 1, most);
            parts.AddRange(addresses);
        }

        Assert.Equal(whole, parts);
    }

    [Fact]
    public async Task AnIdOfAnyCharactersIsAnAddress()
    {
        using var folder = new TemporaryFolder();
        folder.Write("corpus/statements/odd.jsonl", """{"text": "治理要快。", "speaker": {"id": "乙/&'<1>?#%", "name": "乙"}}""");
        var index = new StatementIndex(Path.Combine(folder.Path, "index"));
        index.Build(CorpusReader.Read(Path.Combine(folder.Path, "corpus")));
        using var generation = index.Open()!;
        var addresses = await Part(new Sitemap(generation, "https://kb.example"), 1);
        Assert.Contains("https://kb.example/speakers/%E4%B9%99/%26%27%3C1%3E%3F%23%25", addresses);
    }

    [Fact]
    public async Task CrawlersAreToldTheSitemapAndKeptFromTheFacets()
    {
        var lines = (await Text("/robots.txt")).Split('\n');
        Assert.Contains($"Sitemap: {service.Client.BaseAddress}sitemap.xml", lines);
        Assert.Equal(["Disallow: /?", "Disallow: /facets/", "Disallow: /matrix?", "Disallow: /compare?", "Disallow: /reports/*/source?statement="], lines.Where(line => line.StartsWith("Disallow", StringComparison.Ordinal)));
    }

    private async Task<string> Text(string path) => await service.Client.GetStringAsync(path, TestContext.Current.CancellationToken);

    private static List<string> AddressesOf(XElement list) => [.. list.Descendants(Protocol + "loc").Select(address => address.Value)];

    private static async Task<List<string>> Part(Sitemap sitemap, int part)
    {
        using var output = new MemoryStream();
        await sitemap.WritePart(part, output, TestContext.Current.CancellationToken);
        output.Position = 0;
        return AddressesOf(XElement.Load(output));
    }
}
