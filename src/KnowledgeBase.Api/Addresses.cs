using KnowledgeBase.Research;
using KnowledgeBase.Research.Citations;
using KnowledgeBase.Search;

namespace KnowledgeBase.Api;

/// <summary>The addresses that answers carry: under <c>--public-url</c> (KB_PUBLIC_URL), or under the host that was asked.</summary>
internal static class Addresses
{
    /// <summary>Permalinks for the answer to a request.</summary>
    public static Permalinks PermalinksOf(HttpContext http)
    {
        var given = http.RequestServices.GetRequiredService<Settings>().PublicUrl;
        return new Permalinks(given ?? $"{http.Request.Scheme}://{http.Request.Host}");
    }

    /// <summary>What citations in the answer to a request say besides the statement.</summary>
    public static CitationContext CitationsOf(HttpContext http) => Citations(http, EntityTags.Of(http));

    /// <summary>The same, for statements of a given generation.</summary>
    public static CitationContext Citations(HttpContext http, Generation generation) =>
        new(PermalinksOf(http), generation.Names, generation.Info.CorpusVersion, EntityTags.Today);
}
