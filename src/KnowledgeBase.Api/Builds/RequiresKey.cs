using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace KnowledgeBase.Api.Builds;

/// <summary>Lets through whoever presents a key with a scope: <c>Authorization: Bearer KEY</c>.</summary>
internal sealed class RequiresKey(ApiKeys keys, string scope) : IEndpointFilter
{
    private const string Scheme = "Bearer ";

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        // Neither an answer nor a refusal is for anybody else.
        http.Response.Headers.CacheControl = "no-store";
        return keys.Check(KeyOf(http.Request), scope) switch
        {
            KeyCheck.Valid => next(context),
            KeyCheck.Off => ValueTask.FromResult<object?>(Problems.NoKeys(scope)),
            _ => ValueTask.FromResult<object?>(Unauthorized(http)),
        };
    }

    private static ProblemHttpResult Unauthorized(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate = Scheme.Trim();
        return Problems.NoKey();
    }

    private static string? KeyOf(HttpRequest request) =>
        request.Headers[HeaderNames.Authorization] is [{ } header] && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : null;
}
