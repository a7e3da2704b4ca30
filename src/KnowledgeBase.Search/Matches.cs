namespace KnowledgeBase.Search;

/// <summary>
/// All statements that a search finds, in its order, read one by one: what is kept is a number for each, not its text.
/// Valid as long as its generation is open.
/// </summary>
public sealed class Matches
{
    private readonly Generation _generation;
    private readonly int[] _docs;

    internal Matches(Generation generation, QueryReading query, int[] docs)
    {
        _generation = generation;
        _docs = docs;
        Query = query;
    }

    /// <summary>How many there are.</summary>
    public int Count => _docs.Length;

    /// <summary>What became of the query text.</summary>
    public QueryReading Query { get; }

    /// <summary>The generation that answered.</summary>
    public IndexInfo Index => _generation.Info;

    /// <summary>The statements, each read when it is asked for.</summary>
    public IEnumerable<StoredStatement> Statements() => _docs.Select(_generation.Statement);

    /// <summary>Those of them that have a value of a facet.</summary>
    public IEnumerable<StoredStatement> Having(string facet, string value)
    {
        var ordinals = _generation.OrdinalsOf(facet);
        var wanted = ordinals.OrdinalOf(value);
        return _docs.Where(doc => ordinals.Of(doc).Contains(wanted)).Select(_generation.Statement);
    }

    /// <summary>How many of these statements each value of a facet has, most first; no choice of values has a say in it.</summary>
    public IReadOnlyList<FacetValue> Counts(string facet, int most)
    {
        var counts = new FacetCounts(facet, _generation.OrdinalsOf(facet));
        foreach (var doc in _docs)
            counts.Add(doc);
        return FacetValues.Of(counts, new SearchQuery { FacetSize = most }, _generation.Names);
    }

    /// <summary>How many of these statements have a value of one facet and a value of another; pairs that none has are left out.</summary>
    public IReadOnlyList<FacetPair> Pairs(string first, string second)
    {
        var (firsts, seconds) = (_generation.OrdinalsOf(first), _generation.OrdinalsOf(second));
        var counts = new OrderedDictionary<(int First, int Second), int>();
        foreach (var doc in _docs)
        {
            foreach (var a in firsts.Of(doc))
            {
                foreach (var b in seconds.Of(doc))
                    counts[(a, b)] = counts.GetValueOrDefault((a, b)) + 1;
            }
        }

        return [.. counts.Select(count => new FacetPair(firsts.Values[count.Key.First], seconds.Values[count.Key.Second], count.Value))];
    }

    /// <summary>The values of a facet in the order in which these statements first have them.</summary>
    public IReadOnlyList<string> InOrder(string facet)
    {
        var ordinals = _generation.OrdinalsOf(facet);
        var seen = new OrderedDictionary<int, bool>();
        foreach (var doc in _docs)
        {
            foreach (var ordinal in ordinals.Of(doc))
                seen.TryAdd(ordinal, true);
        }

        return [.. seen.Keys.Select(ordinal => ordinals.Values[ordinal])];
    }

    /// <summary>The values of a facet that these statements have, by id, in ordinal order.</summary>
    public IReadOnlyList<string> Values(string facet)
    {
        var ordinals = _generation.OrdinalsOf(facet);
        var has = new bool[ordinals.Values.Count];
        foreach (var doc in _docs)
        {
            foreach (var ordinal in ordinals.Of(doc))
                has[ordinal] = true;
        }

        return [.. ordinals.Values.Where((_, ordinal) => has[ordinal]).Order(StringComparer.Ordinal)];
    }
}

/// <summary>How many statements have two values.</summary>
/// <param name="First">A value of the first facet.</param>
/// <param name="Second">A value of the second.</param>
/// <param name="Count">How many statements have both.</param>
public sealed record FacetPair(string First, string Second, int Count);
