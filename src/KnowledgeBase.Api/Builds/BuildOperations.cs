using System.Security.Cryptography;
using KnowledgeBase.Corpus;
using KnowledgeBase.Search;

namespace KnowledgeBase.Api.Builds;

/// <summary>
/// The builds of this process, one at a time, the last ones remembered. When the service stops, one that runs is stopped
/// first; what was published stays.
/// </summary>
internal sealed class BuildOperations(LiveIndex live, Settings settings, ILogger<BuildOperations> log) : IHostedService, IDisposable
{
    private const int MostRemembered = 50;
    private const int DiagnosticsShown = 20;
    private readonly Lock _gate = new();
    private readonly List<BuildOperation> _operations = [];
    private CancellationTokenSource? _cancellation;
    private Task _running = Task.CompletedTask;

    /// <summary>The builds, newest first.</summary>
    public IReadOnlyList<BuildOperation> All
    {
        get
        {
            lock (_gate)
                return [.. _operations.AsEnumerable().Reverse()];
        }
    }

    /// <summary>A build; null where none has the id.</summary>
    public BuildOperation? Find(string id) => All.FirstOrDefault(operation => operation.Id == id);

    /// <summary>Begins a build.</summary>
    /// <param name="isStrict">Whether nothing is published while the corpus has errors that the published index did not have.</param>
    /// <returns>It, and whether it is new; the one that runs already where one does; null where another process builds.</returns>
    public (BuildOperation? Operation, bool IsNew) Begin(bool isStrict)
    {
        lock (_gate)
        {
            if (_operations is [.., { IsRunning: true } running])
                return (running, false);
            if (live.Index.IsBeingBuilt)
                return (null, false);
            var operation = new BuildOperation(RandomNumberGenerator.GetHexString(16, lowercase: true), BuildStatus.Running, TimeProvider.System.GetUtcNow(), null, new BuildProgress(BuildPhase.Reading, 0, null), null, null);
            _operations.Add(operation);
            if (_operations.Count > MostRemembered)
                _operations.RemoveAt(0);
            _cancellation?.Dispose();
            _cancellation = new CancellationTokenSource();
            var cancellation = _cancellation.Token;
            _running = Task.Run(() => Run(isStrict, cancellation), CancellationToken.None);
            return (operation, true);
        }
    }

    /// <summary>Asks a build to stop; false where it has ended already.</summary>
    public bool Cancel(string id)
    {
        lock (_gate)
        {
            if (_operations is not [.., { IsRunning: true } running] || running.Id != id)
                return false;
            _operations[^1] = running with { Status = BuildStatus.Cancelling };
            _cancellation!.Cancel();
            return true;
        }
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
            _cancellation?.Cancel();
        return _running.WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _cancellation?.Dispose();
            _cancellation = null;
        }
    }

    private void Run(bool isStrict, CancellationToken cancellation)
    {
        try
        {
            var content = live.Index.Read(settings.Corpus, control: new BuildControl(Cancellation: cancellation));
            if (isStrict && live.Index.NewErrors(content) is { Count: > 0 } errors)
            {
                End(BuildStatus.Failed, null, new BuildError("new-errors", $"The corpus has {errors.Count} errors that the published index did not have, and strict was asked for; nothing was published.", [.. errors.Take(DiagnosticsShown)]));
                return;
            }

            var outcome = BuildOutcome.Of(live.Index.Build(content, new BuildControl(new Progress(step => Show(step, content.StatementCount)), cancellation)));
            log.LogInformation("Published {Generation}: {Statements} statements, {Added} added, {Changed} changed, {Removed} removed", outcome.Generation, outcome.Statements, outcome.Added, outcome.Changed, outcome.Removed);
            End(BuildStatus.Succeeded, outcome, null);
        }
        catch (OperationCanceledException)
        {
            End(BuildStatus.Cancelled, null, null);
        }
        catch (Exception e)
        {
            // Whatever it was, the service goes on answering from what is published, and the operation says why it ended.
            log.LogError("The index could not be built: {Reason}", e.Message);
            End(BuildStatus.Failed, null, new BuildError("build-failed", e.Message, []));
        }
    }

    private void Show(BuildStep step, int total) => Change(operation => operation with { Progress = new BuildProgress(step.Phase, step.Statements, total) });

    private void End(BuildStatus status, BuildOutcome? outcome, BuildError? error) =>
        Change(operation => operation with { Status = status, Finished = TimeProvider.System.GetUtcNow(), Outcome = outcome, Error = error });

    private void Change(Func<BuildOperation, BuildOperation> change)
    {
        lock (_gate)
            _operations[^1] = change(_operations[^1]);
    }

    // Progress<T> of .NET reports later, on another thread, so that what came first may be told last.
    private sealed class Progress(Action<BuildStep> told) : IProgress<BuildStep>
    {
        public void Report(BuildStep value) => told(value);
    }
}
