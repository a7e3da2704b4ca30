using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace KnowledgeBase.Api.Telemetry;

/// <summary>
/// /metrics, in Prometheus' text format. What it takes is made when it is first asked for: a service that nobody watches
/// starts sooner and is smaller, and a server that scrapes asks within its first interval.
/// </summary>
internal sealed class MetricsEndpoint(IServiceProvider services) : IDisposable
{
    private readonly Lock _gate = new();
    private MeterProvider? _metrics;
    private RequestDelegate? _scrape;

    public static void Map(WebApplication app)
    {
        var endpoint = app.Services.GetRequiredService<MetricsEndpoint>();
        app.MapGet("/metrics", http => endpoint.Scrape()(http)).DisableHttpMetrics().ExcludeFromDescription();
    }

    /// <inheritdoc/>
    public void Dispose() => _metrics?.Dispose();

    private RequestDelegate Scrape()
    {
        lock (_gate)
            return _scrape ??= Begin();
    }

    private RequestDelegate Begin()
    {
        _metrics = TelemetryExport.Observe(Sdk.CreateMeterProviderBuilder()).ConfigureResource(TelemetryExport.Describe).AddPrometheusExporter().Build();
        var branch = new ApplicationBuilder(services);
        branch.UseOpenTelemetryPrometheusScrapingEndpoint(_metrics, _ => true, path: null, configureBranchedPipeline: null, optionsName: null);
        return branch.Build();
    }
}
