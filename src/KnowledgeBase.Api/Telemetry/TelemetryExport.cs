using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace KnowledgeBase.Api.Telemetry;

/// <summary>
/// Sends metrics and traces to a collector, only where OpenTelemetry's own variable names one (OTEL_EXPORTER_OTLP_ENDPOINT);
/// the log never.
/// </summary>
internal static class TelemetryExport
{
    // Asked all the time, and nothing to learn from.
    private static readonly string[] NotTraced = ["/health", "/metrics", "/assets"];

    // ASP.NET Core's times of requests by route, and the runtime's memory, collections and threads.
    private static readonly string[] Meters = [ServiceMeter.Name, "Microsoft.AspNetCore.Hosting", "System.Runtime"];

    // The usual ones begin at 5 ms, where most requests have been answered.
    private static readonly ExplicitBucketHistogramConfiguration Buckets = new() { Boundaries = ServiceMeter.Buckets };

    public static void Add(IServiceCollection services, TelemetrySettings settings)
    {
        if (settings is { SendsMetrics: false, SendsTraces: false })
            return;
        var telemetry = services.AddOpenTelemetry().ConfigureResource(Describe);
        if (settings.SendsMetrics)
            telemetry.WithMetrics(metrics => Observe(metrics).AddOtlpExporter());
        if (settings.SendsTraces)
            telemetry.WithTracing(traces => Observe(traces, settings).AddOtlpExporter());
    }

    /// <summary>Which metrics are told, to whomever.</summary>
    public static MeterProviderBuilder Observe(MeterProviderBuilder metrics) => metrics.AddMeter(Meters).AddView("http.server.request.duration", Buckets);

    /// <summary>Says who tells; OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES outweigh it.</summary>
    public static void Describe(ResourceBuilder resource) =>
        resource.AddService(ServiceMeter.Name, serviceVersion: typeof(TelemetryExport).Assembly.GetName().Version!.ToString(3)).AddEnvironmentVariableDetector();

    private static TracerProviderBuilder Observe(TracerProviderBuilder traces, TelemetrySettings settings) => traces.AddSource(ServiceMeter.Name).AddAspNetCoreInstrumentation(options =>
    {
        options.Filter = http => !NotTraced.Any(prefix => http.Request.Path.StartsWithSegments(prefix, StringComparison.Ordinal));
        // The instrumentation blanks only the values of a query, and a variable of its own switches even that off; a path may be
        // anything that somebody typed. http.route tells what is needed of both.
        options.EnrichWithHttpRequest = (span, request) =>
        {
            span.SetTag("url.query", settings.ShowsTexts ? request.QueryString.Value : null);
            span.SetTag("url.path", settings.ShowsTexts ? request.Path.Value : null);
        };
    });
}
