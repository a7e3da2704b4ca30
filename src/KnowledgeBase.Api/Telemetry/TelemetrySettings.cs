namespace KnowledgeBase.Api.Telemetry;

/// <summary>What the service tells of itself, and how it stops. By default no text that anybody searched for is told.</summary>
internal sealed class TelemetrySettings
{
    public TelemetrySettings(GivenSettings given, IConfiguration configuration)
    {
        LogsJson = given.OneOf("log-format", "text", "json") == "json";
        LogsRequests = given.IsOn("log-requests");
        ShowsTexts = given.IsOn("log-search-texts");
        ZeroHitLog = given.Text("zero-hit-log") is { } file ? Path.GetFullPath(file) : null;
        ShutdownTimeout = given.Seconds("shutdown-timeout", 30);
        Drain = given.Seconds("drain", 0);
        SendsTraces = Sends("OTEL_TRACES_EXPORTER");
        SendsMetrics = Sends("OTEL_METRICS_EXPORTER");

        // OpenTelemetry's own variables: where to, and "none" for what is not to go there.
        bool Sends(string exporter) => !string.IsNullOrEmpty(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]) && configuration[exporter] != "none";
    }

    /// <summary>Whether log entries are JSON objects (<c>log-format json</c>) instead of text; either way a line each.</summary>
    public bool LogsJson { get; }

    /// <summary>Whether each request leaves a line in the log (<c>log-requests true</c>).</summary>
    public bool LogsRequests { get; }

    /// <summary>Whether logs and traces may show what was searched for (<c>log-search-texts true</c>).</summary>
    public bool ShowsTexts { get; }

    /// <summary>The file that gets a line for each search that found nothing (<c>zero-hit-log FILE</c>); null: there is none.</summary>
    public string? ZeroHitLog { get; }

    /// <summary>How long requests that run may take to end when the service stops (<c>shutdown-timeout SECONDS</c>).</summary>
    public TimeSpan ShutdownTimeout { get; }

    /// <summary>
    /// How long a service that is to stop goes on taking requests, while its readiness already says no, so that what stands in
    /// front of it can turn to another (<c>drain SECONDS</c>).
    /// </summary>
    public TimeSpan Drain { get; }

    /// <summary>Whether traces are sent to a collector (OTEL_EXPORTER_OTLP_ENDPOINT).</summary>
    public bool SendsTraces { get; }

    /// <summary>Whether metrics are sent there.</summary>
    public bool SendsMetrics { get; }
}
