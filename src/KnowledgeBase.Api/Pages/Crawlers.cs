using KnowledgeBase.Search;

namespace KnowledgeBase.Api.Pages;

/// <summary>What crawlers ask for: /robots.txt, and the sitemap with its parts.</summary>
internal static class Crawlers
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/robots.txt", (HttpContext http) => Results.Text(Robots(Addresses.RootOf(http)), "text/plain; charset=utf-8")).ExcludeFromDescription();
        app.MapGet("/sitemap.xml", (HttpContext http, LiveIndex index) =>
            SitemapOf(http, index) is { } sitemap ? Xml(output => sitemap.WriteIndex(output, http.RequestAborted)) : NoIndex).ExcludeFromDescription();
        app.MapGet("/sitemap-{part:int}.xml", (int part, HttpContext http, LiveIndex index) => SitemapOf(http, index) switch
        {
            null => NoIndex,
            var sitemap when part < 1 || part > sitemap.Parts => Results.NotFound(),
            var sitemap => Xml(output => sitemap.WritePart(part, output, http.RequestAborted)),
        }).ExcludeFromDescription();
    }

    private static IResult NoIndex => Results.StatusCode(StatusCodes.Status503ServiceUnavailable);

    private static Sitemap? SitemapOf(HttpContext http, LiveIndex index) =>
        EntityTags.Acquire(http, index) ? new Sitemap(EntityTags.Of(http), Addresses.RootOf(http)) : null;

    private static IResult Xml(Func<Stream, Task> write) => Results.Stream(write, "application/xml; charset=utf-8");

    private static string Robots(string root) => $"""
        # Statements, people, institutions, panels, themes, works, reports and the API are open to every program.
        # Searches, lists of a facet's values, matrices and comparisons are not to be walked: each choice, order and page is an
        # address of its own, and they combine without end. Everything that they lead to is in the sitemap.
        User-agent: *
        Disallow: /?
        Disallow: /facets/
        Disallow: /matrix?
        Disallow: /compare?
        # The same source again for each of its statements; from a place on (?start=) it is open.
        Disallow: /reports/*/source?statement=

        Sitemap: {root}/sitemap.xml

        """;
}
