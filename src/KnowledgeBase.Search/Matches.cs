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
        return [.. FacetValues.Counted(counts, new SearchQuery(), _generation.Names).Take(most)];
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
