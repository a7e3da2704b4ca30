using Microsoft.Extensions.Primitives;

namespace KnowledgeBase.Api;

/// <summary>Answers HEAD as GET: the server leaves the body out by itself. So <c>Allow</c> names HEAD wherever it names GET.</summary>
internal sealed class HeadRequests(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (HttpMethods.IsHead(context.Request.Method))
            context.Request.Method = HttpMethods.Get;
        context.Response.OnStarting(() =>
        {
            context.Response.Headers.Allow = WithHead(context.Response.Headers.Allow);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private static StringValues WithHead(StringValues allowed)
    {
        var methods = allowed.ToString().Split(',', StringSplitOptions.TrimEntries);
        return methods.Contains(HttpMethods.Get, StringComparer.Ordinal) ? string.Join(", ", methods.Append(HttpMethods.Head).Distinct(StringComparer.Ordinal)) : allowed;
    }
}
