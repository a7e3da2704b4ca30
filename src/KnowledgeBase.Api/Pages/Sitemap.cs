using System.Globalization;
using System.Text;
using System.Xml;
using KnowledgeBase.Search;

namespace KnowledgeBase.Api.Pages;

/// <summary>
/// The addresses of all entities and statements by the sitemaps.org protocol, in numbered parts. Statements are known by the
/// index's ids alone; none is read, and nothing but a buffer is kept.
/// </summary>
/// <param name="generation">The generation.</param>
/// <param name="root">Where the service is, without a slash at the end.</param>
/// <param name="most">How many addresses a part has.</param>
internal sealed class Sitemap(Generation generation, string root, int most = Sitemap.MostAddresses)
{
    /// <summary>The protocol allows a file 50,000 addresses and 50 MB: an id of 200 Chinese characters makes one of 1,800 bytes.</summary>
    public const int MostAddresses = 20_000;

    private const string Protocol = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XmlWriterSettings Settings = new() { Async = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    private readonly string _built = generation.Manifest.Built.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>How many parts there are; they are numbered from 1.</summary>
    public int Parts => Math.Max(1, (Entities().Count() + generation.Manifest.Statements + most - 1) / most);

    /// <summary>Writes the list of the parts.</summary>
    public Task WriteIndex(Stream output, CancellationToken stop) =>
        Write(output, "sitemapindex", "sitemap", Enumerable.Range(1, Parts).Select(part => $"{root}/sitemap-{part}.xml"), stop);

    /// <summary>Writes one part.</summary>
    public Task WritePart(int part, Stream output, CancellationToken stop) =>
        Write(output, "urlset", "url", Paths().Skip((part - 1) * most).Take(most).Select(path => root + path), stop);

    private IEnumerable<string> Paths() => Entities().Concat(generation.StatementIds().Select(StatementPage.UrlOf));

    private IEnumerable<string> Entities()
    {
        var all = generation.Catalogue;
        (string Facet, IReadOnlyList<Entity> Entities)[] kinds =
            [("report", all.Reports), ("panel", all.Panels), ("speaker", all.Speakers), ("institution", all.Institutions), ("theme", all.Themes), ("instrument", all.Instruments)];
        return kinds.SelectMany(kind => kind.Entities.Select(entity => EntityPage.UrlOf(kind.Facet, entity.Id)));
    }

    private async Task Write(Stream output, string list, string item, IEnumerable<string> addresses, CancellationToken stop)
    {
        await using var xml = XmlWriter.Create(output, Settings);
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, list, Protocol);
        foreach (var address in addresses)
        {
            stop.ThrowIfCancellationRequested();
            await xml.WriteStartElementAsync(null, item, Protocol);
            await xml.WriteElementStringAsync(null, "loc", Protocol, address);
            await xml.WriteElementStringAsync(null, "lastmod", Protocol, _built);
            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndDocumentAsync();
    }
}
