namespace KnowledgeBase.Search;

/// <summary>
/// The published generation for a service that runs on: a newly published one is picked up, and an old one is closed
/// when the last request that reads it is done, so that no answer mixes two. Where the published one is damaged, the one
/// before it answers.
/// </summary>
/// <param name="index">The index folder.</param>
/// <param name="onDamage">Told once of each generation that cannot be served; another one is, if there is any.</param>
public sealed class LiveIndex(StatementIndex index, Action<string> onDamage) : IDisposable
{
    private static readonly TimeSpan ClockTick = TimeSpan.FromSeconds(2);
    private readonly Lock _gate = new();
    private readonly Lock _opening = new();
    private readonly Dictionary<string, string> _damaged = new(StringComparer.Ordinal);
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private Shared? _current;
    private string? _seen;
    private long _settled;

    /// <summary>The index folder.</summary>
    public StatementIndex Index => index;

    /// <summary>Why it is not the published generation that answers; null where it is, and where none does.</summary>
    public string? Warning { get; private set; }

    /// <summary>The generation to answer from, to be disposed when the request is done; null where there is none.</summary>
    public Lease? Acquire()
    {
        Refresh();
        lock (_gate)
            return _current?.Lease();
    }

    /// <inheritdoc/>
    public void Dispose() => Serve(null);

    // Who first sees that something was published opens it; meanwhile the others are answered from what was open.
    private void Refresh()
    {
        var (now, written) = (DateTime.UtcNow, index.Generations.CurrentWritten);
        if (written.Ticks == Volatile.Read(ref _settled))
            return;
        if (index.Generations.Current == _seen)
        {
            // A file may be written twice within one tick of the file system's clock; what was written a while before it was
            // read may not.
            if (now - written > ClockTick)
                Volatile.Write(ref _settled, written.Ticks);
            return;
        }

        if (_current is null)
            _opening.Enter();
        else if (!_opening.TryEnter())
            return;
        try
        {
            while (index.Generations.Current is { } current && current != _seen)
                Change(_seen = current);
        }
        finally
        {
            _opening.Exit();
        }
    }

    private void Change(string current)
    {
        var damages = new List<string>();
        var open = _current?.Generation.Info.Generation;
        var candidates = index.Generations.Candidates(current);
        if (index.Published is null)
        {
            damages.Add(StatementIndex.NamesNothing(current));
            // A damaged "current" says nothing against what is open.
            candidates = candidates.OrderByDescending(name => name == open);
        }

        var sound = candidates.Where(index.Generations.Exists).FirstOrDefault(name => IsServed(name, damages));
        // What went while it was tried, because others were published, is no news.
        if (index.Generations.Current != current)
            return;
        if (sound is null)
            Serve(null);
        Warning = damages.Count == 0 || sound is null ? null : $"{string.Join("; ", damages)}. Instead {sound} answers.";
        damages.Where(_told.Add).ToList().ForEach(onDamage);
    }

    // Opens a generation, unless it is open already; false where it is damaged.
    private bool IsServed(string name, List<string> damages)
    {
        if (_damaged.TryGetValue(name, out var known))
        {
            damages.Add(known);
            return false;
        }

        try
        {
            if (name != _current?.Generation.Info.Generation)
                Serve(new Shared(index.Generations.Open(name)));
            return true;
        }
        catch (IOException e)
        {
            damages.Add(e.Message);
            return false;
        }
    }

    private void Serve(Shared? next)
    {
        lock (_gate)
        {
            _current?.Release();
            _current = next;
        }

        if (next is not null && GenerationSeal.IsLarge(next.Generation.Files))
            _ = CheckWhole(next.Lease());
    }

    // Of a large generation opening looks at lengths alone, so that a service can answer at once; the bytes are looked at
    // behind the answers.
    private Task CheckWhole(Lease lease) => Task.Run(() =>
    {
        using (lease)
        {
            if (GenerationSeal.Damage(lease.Generation.Files) is not { } damage)
                return;
            lock (_opening)
            {
                _damaged[lease.Generation.Info.Generation] = damage;
                if (_seen is { } current && lease.Generation == _current?.Generation)
                    Change(current);
            }
        }
    });

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

        public void Release()
        {
            if (Interlocked.Decrement(ref _readers) == 0)
                generation.Dispose();
        }
    }
}
