using Lucene.Net.Search;

namespace KnowledgeBase.Search;

/// <summary>Answers searches over one generation.</summary>
/// <param name="generation">The opened generation.</param>
public sealed class StatementSearcher(Generation generation)
{
    /// <summary>Searches. Any query text is answered; a cursor must have passed <see cref="CheckCursor"/>.</summary>
    public SearchResult Search(SearchQuery query)
    {
        var builder = new QueryBuilder(generation.Names, StatementDocument.Facets);
        var lucene = builder.Build(QuerySyntax.Read(query.Text).Root) ?? new MatchAllDocsQuery();
        var choices = query.Filters.Select(f => new FacetChoice(generation.OrdinalsOf(f.Key), f.Value)).ToList();
        var counts = query.Facets.Distinct(StringComparer.Ordinal).Select(facet => new FacetCounts(facet, generation.OrdinalsOf(facet))).ToList();
        var after = query.Cursor is null ? null : Cursor.Read(query.Cursor, query);
        var top = new TopHits(query.Size, query.Reversed, after is null ? null : (after.Key, after.Position));
        var collector = new DrillSideways(generation, query, choices, counts, top);
        generation.Searcher.Search(lucene, collector);

        var hits = top.InOrder();
        var highlighter = new Highlighter(builder.Forms);
        return new SearchResult
        {
            Total = collector.Total,
            Items = [.. hits.Select(hit => ToHit(hit, highlighter))],
            Facets = counts.ToDictionary(count => count.Facet, count => FacetValues.Of(count, query, generation.Names), StringComparer.Ordinal),
            Query = new QueryReading(query.Text, [], null, null),
            Index = generation.Info,
            Next = top.HasMore && hits.Count > 0 ? new Cursor(generation.Info.Generation, hits[^1].Key, hits[^1].Position).Write(query) : null,
        };
    }

    /// <summary>Whether a query's cursor can be followed on this generation.</summary>
    public CursorState CheckCursor(SearchQuery query)
    {
        if (query.Cursor is null)
            return CursorState.Valid;
        if (Cursor.Read(query.Cursor, query) is not { } cursor)
            return CursorState.Invalid;
        return cursor.Generation == generation.Info.Generation ? CursorState.Valid : CursorState.Outdated;
    }

    private Hit ToHit(RankedHit hit, Highlighter highlighter)
    {
        var stored = generation.Statement(hit.Doc);
        var (highlights, snippet) = highlighter.Mark(stored.Read());
        return new Hit(Math.Round(hit.Score, 4), highlights, snippet, stored);
    }
}

/// <summary>What a cursor is worth.</summary>
public enum CursorState
{
    /// <summary>It can be followed.</summary>
    Valid,

    /// <summary>It is none, or one of another search.</summary>
    Invalid,

    /// <summary>It belongs to a generation that is no longer published.</summary>
    Outdated,
}
