using System.Text.Encodings.Web;
using System.Text.Unicode;
using System.Xml.Linq;

namespace KnowledgeBase.Api.Pages;

/// <summary>The web pages: Razor pages made on the server, their assets, and what browsers ask for besides.</summary>
internal static class Web
{
    private static readonly string[] NotPages = ["/api", "/mcp", "/openapi", "/swagger", "/health", "/metrics", "/assets"];

    public static void Add(IServiceCollection services)
    {
        services.AddRazorPages().AddMvcOptions(options => options.Filters.Add<PageLease>());
        // Chinese as it is: &#x89C2; for each character would treble the pages.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
    }

    /// <summary>Whether a request is for a page, so that a person reads the answer.</summary>
    public static bool IsPage(HttpRequest request) => !NotPages.Any(prefix => request.Path.StartsWithSegments(prefix, StringComparison.Ordinal));

    public static void Map(WebApplication app)
    {
        app.MapRazorPages();
        Assets.Map(app);
        Crawlers.Map(app);
        app.MapPost("/language", (HttpRequest request) =>
        {
            var form = request.HasFormContentType ? request.Form : FormCollection.Empty;
            if (Wording.Find(form["to"].ToString()) is { } wording)
                request.HttpContext.Response.Cookies.Append(Wording.Cookie, wording.Language, new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true });
            // Only to a page of this site: a path, not //elsewhere.
            var back = form["back"].ToString();
            return Results.LocalRedirect(back.StartsWith('/') && !back.StartsWith("//", StringComparison.Ordinal) && !back.Contains('\\', StringComparison.Ordinal) ? back : "/");
        }).DisableAntiforgery().ExcludeFromDescription();
        app.MapGet("/opensearch.xml", (HttpContext http) => Results.Text(OpenSearch(http), "application/opensearchdescription+xml; charset=utf-8")).ExcludeFromDescription();
    }

    private static string OpenSearch(HttpContext http)
    {
        XNamespace os = "http://a9.com/-/spec/opensearch/1.1/";
        var root = Addresses.RootOf(http);
        var words = Wording.Of(http.Request);
        return new XElement(
            os + "OpenSearchDescription",
            new XElement(os + "ShortName", words.Say("site")),
            new XElement(os + "Description", words.Say("tagline")),
            new XElement(os + "InputEncoding", "UTF-8"),
            new XElement(os + "Image", new XAttribute("type", "image/svg+xml"), root + Assets.UrlOf("favicon.svg")),
            new XElement(os + "Url", new XAttribute("type", "text/html"), new XAttribute("template", $"{root}/?q={{searchTerms}}"))).ToString();
    }
}
