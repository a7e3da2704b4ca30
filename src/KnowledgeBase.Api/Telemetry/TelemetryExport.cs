using OpenTelemetry.Instrumentation.AspNetCore;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace KnowledgeBase.Api.Telemetry;

/// <summary>
/// Hands metrics and spans to OpenTelemetry: metrics to whoever asks for /metrics, and, only where OpenTelemetry's own
/// variable names a collector (OTEL_EXPORTER_OTLP_ENDPOINT), metrics and traces to it; the log never.
/// </summary>
internal static class TelemetryExport
{
    // ASP.NET Core's times of requests by route, and the runtime's memory, collections and threads.
    private static readonly string[] Meters = [ServiceMeter.Name, "Microsoft.AspNetCore.Hosting", "System.Runtime"];

    // Asked all the time, and nothing to learn from.
    private static readonly string[] NotTraced = ["/health", "/metrics", "/assets"];

    // The usual ones begin at 5 ms, where most requests have been answered.
    private static readonly ExplicitBucketHistogramConfiguration Buckets = new() { Boundaries = ServiceMeter.Buckets };

    public static void Add(IServiceCollection services, TelemetrySettings settings)
    {
        var version = typeof(TelemetryExport).Assembly.GetName().Version!.ToString(3);
        var telemetry = services.AddOpenTelemetry()
            // OTEL_SERVICE_NAME outweighs the name.
            .ConfigureResource(resource => resource.AddService(ServiceMeter.Name, serviceVersion: version).AddEnvironmentVariableDetector())
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(Meters).AddView("http.server.request.duration", Buckets).AddPrometheusExporter();
                if (settings.SendsMetrics)
                    metrics.AddOtlpExporter();
            });
        if (settings.SendsTraces)
            telemetry.WithTracing(traces => traces.AddSource(ServiceMeter.Name).AddAspNetCoreInstrumentation(options => Configure(options, settings)).AddOtlpExporter());
    }

    private static void Configure(AspNetCoreTraceInstrumentationOptions options, TelemetrySettings settings)
    {
        options.Filter = http => !NotTraced.Any(prefix => http.Request.Path.StartsWithSegments(prefix, StringComparison.Ordinal));
        // The instrumentation blanks only the values of a query, and a variable of its own switches even that off; a path may be
        // anything that somebody typed. http.route tells what is needed of both.
        options.EnrichWithHttpRequest = (span, request) =>
        {
            span.SetTag("url.query", settings.ShowsTexts ? request.QueryString.Value : null);
            span.SetTag("url.path", settings.ShowsTexts ? request.Path.Value : null);
        };
    }
}
