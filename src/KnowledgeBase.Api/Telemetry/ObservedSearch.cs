using System.Diagnostics;
using KnowledgeBase.Search;

namespace KnowledgeBase.Api.Telemetry;

/// <summary>
/// One search, from the request to its result, whatever face it came by: told what it was and what became of it, and
/// counted, timed and traced when it is disposed.
/// </summary>
internal sealed class ObservedSearch : IDisposable
{
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly HttpContext _http;
    private readonly SearchFace _face;
    private readonly Activity? _span;
    private SearchResult? _result;
    private TimeSpan? _duration;

    private ObservedSearch(HttpContext http, SearchFace face)
    {
        (_http, _face) = (http, face);
        _span = ServiceMeter.Spans.StartActivity("search");
        http.Items[typeof(ObservedSearch)] = this;
    }

    /// <summary>The search, as far as it could be read.</summary>
    public SearchQuery Query { get; set; } = new();

    /// <summary>What became of it.</summary>
    public SearchOutcome Outcome { get; set; }

    /// <summary>How many statements it found; null where it did not come to that.</summary>
    public int? Total => _result?.Total;

    /// <summary>Begins to watch the search of a request.</summary>
    public static ObservedSearch Begin(HttpContext http, SearchFace face) => new(http, face);

    /// <summary>The search of a request; null where it has none.</summary>
    public static ObservedSearch? Of(HttpContext http) => http.Items[typeof(ObservedSearch)] as ObservedSearch;

    /// <summary>Takes note of the result, and hands it on; what is made of it takes no part in the time of the search.</summary>
    public SearchResult Answered(SearchResult result)
    {
        (_result, _duration) = (result, Stopwatch.GetElapsedTime(_started));
        Outcome = result.Total > 0 ? SearchOutcome.Found : SearchOutcome.Nothing;
        return result;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Outcome == SearchOutcome.Failed && _http.RequestAborted.IsCancellationRequested)
            Outcome = SearchOutcome.Aborted;
        else if (Outcome == SearchOutcome.Failed && SearchDeadline.IsOver)
            Outcome = SearchOutcome.Timeout;
        var services = _http.RequestServices;
        services.GetRequiredService<ServiceMeter>().Count(_face, Asked, Outcome, _duration ?? Stopwatch.GetElapsedTime(_started));
        if (_span is not null)
            Trace(_span, services.GetRequiredService<TelemetrySettings>());
        if (Outcome == SearchOutcome.Nothing && Query.Cursor is null)
            services.GetRequiredService<ZeroHitLog>().Add(_face, Query, _result!);
    }

    private SearchAsked Asked => Query switch
    {
        { Cursor: not null } => SearchAsked.Next,
        { Text.Length: > 0 } => SearchAsked.Text,
        _ => SearchAsked.Browse,
    };

    private void Trace(Activity span, TelemetrySettings settings)
    {
        span.SetTag("kb.search.face", _face.Label());
        span.SetTag("kb.search.asked", Asked.Label());
        span.SetTag("kb.search.outcome", Outcome.Label());
        span.SetTag("kb.search.total", Total);
        span.SetTag("kb.index.generation", _result?.Index.Generation);
        if (settings.ShowsTexts)
            span.SetTag("kb.search.text", Query.Text);
        if (Outcome == SearchOutcome.Failed)
            span.SetStatus(ActivityStatusCode.Error);
        span.Dispose();
    }
}
