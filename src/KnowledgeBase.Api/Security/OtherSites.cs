using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Net.Http.Headers;

namespace KnowledgeBase.Api.Security;

/// <summary>What scripts of other sites may do: read the API, and nothing else (CORS).</summary>
internal static class OtherSites
{
    private static readonly string[] Readable = ["/api/v1", "/openapi"];

    public static void Configure(CorsPolicyBuilder policy) => policy.AllowAnyOrigin()
        .WithMethods(HttpMethods.Get, HttpMethods.Head).WithHeaders(HeaderNames.Accept, HeaderNames.IfNoneMatch)
        .WithExposedHeaders(HeaderNames.ETag, HeaderNames.RetryAfter, HeaderNames.ContentDisposition, "RateLimit", "RateLimit-Policy", "Export-Rows", "Export-Corpus-Version");

    /// <summary>Whether a request is one that other sites may send, or asks whether it may.</summary>
    public static bool MayAsk(HttpContext context) =>
        (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsOptions(context.Request.Method))
        && Array.Exists(Readable, path => context.Request.Path.StartsWithSegments(path, StringComparison.Ordinal));
}
