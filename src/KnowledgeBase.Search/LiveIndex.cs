namespace KnowledgeBase.Search;

/// <summary>
/// The published generation for a service that runs on: a newly published one is picked up, and an old one is closed
/// when the last request that reads it is done, so that no answer mixes two.
/// </summary>
/// <param name="index">The index folder.</param>
/// <param name="onFailure">Told when a newly published generation cannot be opened; the one before stays.</param>
public sealed class LiveIndex(StatementIndex index, Action<string> onFailure) : IDisposable
{
    private readonly Lock _gate = new();
    private Shared? _current;
    private string? _refused;

    /// <summary>The index folder.</summary>
    public StatementIndex Index => index;

    /// <summary>
    /// The published generation, to be disposed when the request is done; null where none is published or the published
    /// one cannot be opened.
    /// </summary>
    public Lease? Acquire()
    {
        lock (_gate)
        {
            Refresh();
            return _current?.Lease();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _current?.Retire();
            _current = null;
        }
    }

    private void Refresh()
    {
        var published = index.Published;
        if (published is null || published == _current?.Generation.Info.Generation || published == _refused)
            return;
        try
        {
            if (index.Open() is not { } generation)
                return;
            _current?.Retire();
            _current = new Shared(generation);
            _refused = null;
        }
        catch (IOException e)
        {
            _refused = published;
            onFailure(e.Message);
        }
    }

    /// <summary>A generation held open for one request.</summary>
    public sealed class Lease : IDisposable
    {
        private Shared? _shared;

        internal Lease(Shared shared) => _shared = shared;

        /// <summary>The generation.</summary>
        public Generation Generation => (_shared ?? throw new ObjectDisposedException(nameof(Lease))).Generation;

        /// <inheritdoc/>
        public void Dispose() => Interlocked.Exchange(ref _shared, null)?.Release();
    }

    // A generation and how many requests read it; one count more while it is the current one.
    internal sealed class Shared(Generation generation)
    {
        private int _readers = 1;

        public Generation Generation => generation;

        public Lease Lease()
        {
            Interlocked.Increment(ref _readers);
            return new Lease(this);
        }

        public void Retire() => Release();

        public void Release()
        {
            if (Interlocked.Decrement(ref _readers) == 0)
                generation.Dispose();
        }
    }
}
