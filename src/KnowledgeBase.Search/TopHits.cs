namespace KnowledgeBase.Search;

/// <summary>A hit and where it stands: smaller <paramref name="Key"/> first, then smaller <paramref name="Position"/>.</summary>
/// <param name="Doc">Document number in the generation.</param>
/// <param name="Score">Relevance.</param>
/// <param name="Key">What the order compares; the negative score for relevance.</param>
/// <param name="Position">Position in the corpus, different for every document.</param>
internal readonly record struct RankedHit(int Doc, float Score, double Key, int Position);

/// <summary>Keeps the best hits after a starting point, in an order or its reverse.</summary>
internal sealed class TopHits(int size, bool reversed, (double Key, int Position)? after)
{
    // The worst kept hit comes out first.
    private readonly PriorityQueue<RankedHit, (double Key, int Position)> _kept = new(new WorstFirst(reversed));
    private (double Key, int Position) _worst;

    // The nearest ones before the starting point, nearest first: a page of them and the one that the page begins after.
    private readonly TopHits? _before = after is null ? null : new TopHits(size + 1, !reversed, null);

    /// <summary>Whether hits were left out behind those kept.</summary>
    public bool HasMore { get; private set; }

    /// <summary>How many hits stand before the starting point, the one at it included.</summary>
    public int Before { get; private set; }

    /// <summary>The hit after which the page before this one begins; null where that page is the first.</summary>
    public RankedHit? BeforePrevious => _before?.InOrder() is { } before && before.Count > size ? before[size] : null;

    /// <summary>Considers a hit.</summary>
    public void Offer(in RankedHit hit)
    {
        if (after is { } start && Compare((hit.Key, hit.Position), start, reversed) <= 0)
        {
            Before++;
            _before!.Offer(hit);
            return;
        }

        if (_kept.Count < size)
        {
            _kept.Enqueue(hit, (hit.Key, hit.Position));
            _worst = Worst();
            return;
        }

        HasMore = true;
        if (size == 0 || !IsBefore(hit.Key, hit.Position))
            return;
        _kept.EnqueueDequeue(hit, (hit.Key, hit.Position));
        _worst = Worst();
    }

    /// <summary>Considers the hits of another part of the same search, which end there.</summary>
    public void Add(TopHits others)
    {
        foreach (var hit in others.InOrder())
            Offer(hit);
        HasMore |= others.HasMore;
        Before += others.Before;
        _before?.Add(others._before!);
    }

    private (double Key, int Position) Worst() => _kept.TryPeek(out _, out var worst) ? worst : default;

    // Most hits of a long list stop here.
    private bool IsBefore(double key, int position) => reversed
        ? key > _worst.Key || (key == _worst.Key && position > _worst.Position)
        : key < _worst.Key || (key == _worst.Key && position < _worst.Position);

    /// <summary>The hits kept, best first.</summary>
    public IReadOnlyList<RankedHit> InOrder()
    {
        var hits = new RankedHit[_kept.Count];
        for (var i = hits.Length - 1; i >= 0; i--)
            hits[i] = _kept.Dequeue();
        return hits;
    }

    private static int Compare((double Key, int Position) a, (double Key, int Position) b, bool reversed) =>
        reversed ? b.CompareTo(a) : a.CompareTo(b);

    private sealed class WorstFirst(bool reversed) : IComparer<(double Key, int Position)>
    {
        public int Compare((double Key, int Position) x, (double Key, int Position) y) => TopHits.Compare(y, x, reversed);
    }
}
