using System.Diagnostics;
using System.Text.Json;
using KnowledgeBase.Corpus;
using Microsoft.AspNetCore.Diagnostics;

namespace KnowledgeBase.Api.Telemetry;

/// <summary>
/// Leaves one line in the log for each request: method, route (the template, not the path), status, duration, and of a search
/// what became of it; what was searched for only where texts may be shown, who asked never.
/// </summary>
internal sealed class RequestLog(RequestDelegate next, TelemetrySettings settings, ILogger<RequestLog> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var (started, method) = (Stopwatch.GetTimestamp(), context.Request.Method);
        var isWhole = false;
        // While it begins to answer, a request still knows which route it had before an error page was made for it.
        string? route = null;
        context.Response.OnStarting(() =>
        {
            route = RouteOf(context);
            return Task.CompletedTask;
        });
        try
        {
            await next(context);
            isWhole = !context.RequestAborted.IsCancellationRequested;
        }
        finally
        {
            Write(context, method, route ?? RouteOf(context), isWhole, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
    }

    private void Write(HttpContext context, string method, string route, bool isWhole, double milliseconds)
    {
        var search = ObservedSearch.Of(context);
        List<KeyValuePair<string, object?>> values =
        [
            new("method", method), new("route", route), new("status", context.Response.StatusCode), new("milliseconds", Math.Round(milliseconds, 2)),
        ];
        if (search is not null || !isWhole)
            values.Add(new("outcome", isWhole ? search!.Outcome.Label() : SearchOutcome.Aborted.Label()));
        if (search?.Total is { } total)
            values.Add(new("total", total));
        if (settings.ShowsTexts && (search?.Query.Text ?? context.Request.Query["q"].ToString()) is { Length: > 0 } text)
            values.Add(new("text", text));
        log.Log(LogLevel.Information, default, values, null, static (values, _) => Line(values));
    }

    // GET /api/v1/statements 200 milliseconds=3.2 outcome=found total=8 text="可解释"
    private static string Line(List<KeyValuePair<string, object?>> values) => string.Join(' ', values.Select((value, i) => value switch
    {
        _ when i < 3 => value.Value,
        { Value: string text, Key: "text" } => $"text={JsonSerializer.Serialize(text, CorpusJson.Options)}",
        _ => $"{value.Key}={value.Value}",
    }));

    // An error page is made by a second pass through the routes; what was asked for is told by the first one.
    private static string RouteOf(HttpContext context)
    {
        var features = context.Features;
        var endpoint = features.Get<IExceptionHandlerFeature>() is { } failed ? failed.Endpoint
            : features.Get<IStatusCodeReExecuteFeature>() is { } again ? again.Endpoint
            : context.GetEndpoint();
        return (endpoint as RouteEndpoint)?.RoutePattern.RawText is { } route ? "/" + route.TrimStart('/') : "-";
    }
}
