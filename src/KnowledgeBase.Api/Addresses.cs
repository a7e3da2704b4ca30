using KnowledgeBase.Research;
using KnowledgeBase.Research.Citations;
using KnowledgeBase.Search;

namespace KnowledgeBase.Api;

/// <summary>The addresses that answers carry: under <c>--public-url</c> (KB_PUBLIC_URL), or under the host that was asked.</summary>
internal static class Addresses
{
    /// <summary>Where the service is, without a slash at the end.</summary>
    public static string RootOf(HttpContext http) =>
        http.RequestServices.GetRequiredService<Settings>().PublicUrl ?? $"{http.Request.Scheme}://{http.Request.Host}";

    /// <summary>Permalinks for the answer to a request.</summary>
    public static Permalinks PermalinksOf(HttpContext http) => new(RootOf(http));

    /// <summary>What citations in the answer to a request say besides the statement.</summary>
    public static CitationContext CitationsOf(HttpContext http) => Citations(http, EntityTags.Of(http));

    /// <summary>The same, for statements of a given generation.</summary>
    public static CitationContext Citations(HttpContext http, Generation generation) =>
        new(PermalinksOf(http), generation.Names, generation.Info.CorpusVersion, EntityTags.Today);
}
