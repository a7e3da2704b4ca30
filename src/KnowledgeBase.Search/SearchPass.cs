using Lucene.Net.Search;

namespace KnowledgeBase.Search;

/// <summary>
/// Finds hits and counts in the same pass that tells how many statements a query finds: the way a query is taken depends on that, and
/// mostly the first way is taken.
/// </summary>
/// <param name="generation">The generation that is asked.</param>
/// <param name="query">What is asked for besides words: choices, facets, order, page.</param>
/// <param name="helpers">Who may help.</param>
internal sealed class SearchPass(Generation generation, SearchQuery query, SearchHelpers helpers)
{
    private readonly Cursor? _after = query.Cursor is null ? null : Cursor.Read(query.Cursor, query);
    private Query? _found;
    private DrillSideways? _pass;

    /// <summary>The counts of the facets asked for, of the query that was found last.</summary>
    public IReadOnlyList<FacetCounts> Counts => _pass?.Counts ?? [];

    /// <summary>Finds what a query finds.</summary>
    /// <returns>How many statements match it, whatever is chosen in the facets.</returns>
    public int Find(Query lucene)
    {
        SearchDeadline.Check();
        Release();
        var parts = SegmentSearch.Collect(generation.Searcher, lucene, helpers, () => new DrillSideways(generation, query, _after));
        (_found, _pass) = (lucene, parts.Select(part => part.Finish()).Aggregate((all, part) => all.Add(part)));
        return _pass.TotalOfText;
    }

    /// <summary>Gives the memory of the counts back, once they were read.</summary>
    public void Release()
    {
        _pass?.Release();
        (_found, _pass) = (null, null);
    }

    /// <summary>How many statements match a query and all choices, and the first of them.</summary>
    public (int Total, TopHits Top) Of(Query lucene)
    {
        if (!ReferenceEquals(lucene, _found))
            Find(lucene);
        return (_pass!.Total, _pass.Top);
    }
}
