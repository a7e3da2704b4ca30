namespace KnowledgeBase.Api.Telemetry;

/// <summary>
/// Holds the stop up for as long as is set: readiness says no from the signal on, and until what stands in front of the
/// service has seen it, requests are still taken. Then none is taken any more, and those that run are finished.
/// </summary>
internal sealed class Draining(TelemetrySettings settings) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.Delay(settings.Drain, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
