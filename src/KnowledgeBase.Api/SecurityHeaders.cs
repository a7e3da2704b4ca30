using KnowledgeBase.Api.Pages;

namespace KnowledgeBase.Api;

/// <summary>Headers that keep browsers from guessing, framing and leaking.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Nobody = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'";
    private const string OfPages = Nobody + "; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'";

    // Swagger UI styles itself with rules in its page and has its pictures in its style.
    private const string OfSwagger = Nobody + "; style-src 'self' 'unsafe-inline'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        var policy = PolicyOf(context.Request);
        // At the last moment: what handles an error takes all headers away that were there before.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            // Only over TLS may a browser be told to insist on it; the proxy in front says whether that was so.
            if (context.Request.IsHttps)
                headers.StrictTransportSecurity = "max-age=31536000";
            headers.ContentSecurityPolicy = policy;
            return Task.CompletedTask;
        });
        return next(context);
    }

    private static string PolicyOf(HttpRequest request) =>
        Web.IsPage(request) ? OfPages : request.Path.StartsWithSegments("/swagger", StringComparison.Ordinal) ? OfSwagger : Nobody;
}
