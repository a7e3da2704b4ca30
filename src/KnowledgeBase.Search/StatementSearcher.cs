using KnowledgeBase.Corpus.Text;
using KnowledgeBase.Search.Queries;
using Lucene.Net.Search;

namespace KnowledgeBase.Search;

/// <summary>Answers searches over one generation.</summary>
/// <param name="generation">The opened generation.</param>
public sealed class StatementSearcher(Generation generation)
{
    /// <summary>Searches. Any query text is answered; a cursor must have passed <see cref="CheckCursor"/>.</summary>
    public SearchResult Search(SearchQuery query)
    {
        using var helpers = new SearchHelpers(generation.Searcher);
        var pass = new SearchPass(generation, query, helpers);
        var reader = new QueryReader(generation, pass.Find);
        var read = reader.Read(query.Text, query.Expand);
        var (total, top) = pass.Of(read.Level.Query);

        var hits = top.InOrder();
        var highlighter = hits.Count == 0 ? null : new Highlighter(read.Searched, reader.RarityOf);
        var items = new Hit[hits.Count];
        var facets = new Dictionary<string, IReadOnlyList<FacetValue>>(StringComparer.Ordinal);
        // Reading and marking ten statements takes as long as finding most words does.
        helpers.Do(hits.Count + 1, () => highlighter, (marker, part) =>
        {
            if (part > 0)
                items[part - 1] = ToHit(hits[part - 1], marker!);
            else
                AddFacets(facets, pass.Counts, query);
        });
        var result = new SearchResult
        {
            Total = total,
            Items = items,
            Facets = facets,
            Query = Reading(query, read, total),
            Index = generation.Info,
            Next = top.HasMore && hits.Count > 0 ? CursorAfter(hits[^1], query) : null,
            Before = top.Before,
            Previous = top.BeforePrevious is { } hit ? CursorAfter(hit, query) : null,
        };
        pass.Release();
        return result;
    }

    /// <summary>All statements that a query finds, in its order; pages, cursor and facets are left aside.</summary>
    public Matches All(SearchQuery query)
    {
        using var helpers = new SearchHelpers(generation.Searcher);
        var pass = new SearchPass(generation, query with { Facets = [], Size = int.MaxValue, Cursor = null }, helpers);
        var read = new QueryReader(generation, pass.Find).Read(query.Text, query.Expand);
        var (total, top) = pass.Of(read.Level.Query);
        return new Matches(generation, Reading(query, read, total), [.. top.InOrder().Select(hit => hit.Doc)]);
    }

    /// <summary>One statement by itself; none where the id is unknown.</summary>
    public Matches One(string id) => new(generation, new QueryReading(id, [], null, null, null, []), generation.DocOf(id) is >= 0 and var doc ? [doc] : []);

    /// <summary>Completes the query's text, as far as it was typed, to names and terms; counts are those under its filters.</summary>
    public IReadOnlyList<Suggestion> Suggest(SearchQuery query) => generation.Suggester.Complete(query);

    /// <summary>The statements most like one, best first.</summary>
    public IReadOnlyList<SimilarStatement> Similar(Corpus.Statement statement, int size) => SimilarStatements.Of(generation, statement, size);

    /// <summary>
    /// The statements of the other voices (named speakers for a group or an outcome, groups and outcomes for a person) that
    /// may share a passage of <paramref name="least"/> characters with a squeezed text: all that do, and few others.
    /// </summary>
    public IReadOnlyList<StoredStatement> MayShare(SqueezedText text, Corpus.StatementKind kind, int least) => VerbatimSearch.MayShare(generation, text.Text, kind, least);

    /// <summary>How many statements contain a text, white space, width and script aside.</summary>
    public int CountVerbatim(string text) => VerbatimSearch.Count(generation, new SqueezedText(text).Text);

    /// <summary>Counts the statements of a search by the values of two facets, the same one twice too.</summary>
    public CrossTable Cross(SearchQuery query, CrossAxis rows, CrossAxis columns)
    {
        var read = new QueryReader(generation).Read(query.Text, query.Expand);
        return CrossTable.Of(generation, query, read.Level.Query, rows, columns, total => Reading(query, read, total));
    }

    /// <summary>Counts what two sides of a search speak of: its statements with one value, and those with another.</summary>
    public Contrast Contrast(SearchQuery query, FacetSelection a, FacetSelection b)
    {
        var read = new QueryReader(generation).Read(query.Text, query.Expand);
        var found = DocumentSet.Of(generation, read.Level.Query, query.Filters);
        var onA = found.With(generation.OrdinalsOf(a.Facet), a.Id);
        var onB = found.With(generation.OrdinalsOf(b.Facet), b.Id);
        var counts = new SideCounts(generation, onA, onB);
        return new Contrast
        {
            A = FacetValues.ValueOf(a.Facet, a.Id, onA.Count, isSelected: true, generation.Names),
            B = FacetValues.ValueOf(b.Facet, b.Id, onB.Count, isSelected: true, generation.Names),
            Both = onA.With(generation.OrdinalsOf(b.Facet), b.Id).Count,
            Themes = counts.Themes(),
            Terms = counts.Terms(),
            Query = Reading(query, read, found.Count),
            Index = generation.Info,
        };
    }

    /// <summary>Why a query finds what it finds.</summary>
    public QueryExplanation Explain(SearchQuery query) => QueryExplanation.Of(generation, query.Text, query.Expand, query.Size);

    /// <summary>Whether a query's cursor can be followed on this generation.</summary>
    public CursorState CheckCursor(SearchQuery query)
    {
        if (query.Cursor is null)
            return CursorState.Valid;
        if (Cursor.Read(query.Cursor, query) is not { } cursor)
            return CursorState.Invalid;
        return cursor.Generation == generation.Info.Generation ? CursorState.Valid : CursorState.Outdated;
    }

    private string CursorAfter(RankedHit hit, SearchQuery query) => new Cursor(generation.Info.Generation, hit.Key, hit.Position).Write(query);

    private QueryReading Reading(SearchQuery query, ReadQuery read, int total)
    {
        var expansions = from unit in read.Searched.SelectMany(unit => unit.All)
                         from source in unit.Forms.Where(form => form.Source != FormSource.Typed).GroupBy(form => form.Source)
                         select new Expansion(unit.Text, source.Key, [.. source.Select(form => form.Text)]);
        return new QueryReading(
            query.Text, [.. expansions.DistinctBy(e => (e.Term, e.Source))], read.Corrected, query.Expand ? read.DidYouMean : null,
            read.ToMatching(),
            total == 0 ? Relaxations(query, read) : []);
    }

    // What each parameter of an empty search keeps out.
    private List<Relaxation> Relaxations(SearchQuery query, ReadQuery read)
    {
        var relaxations = query.Filters.Keys
            .Select(facet => new Relaxation(facet, Count(read.Level.Query, query with { Filters = query.Filters.Where(f => f.Key != facet).ToDictionary() })))
            .ToList();
        if (query.Text.Length > 0)
            relaxations.Add(new Relaxation("q", Count(new MatchAllDocsQuery(), query)));
        return [.. relaxations.Where(relaxation => relaxation.Total > 0).OrderByDescending(relaxation => relaxation.Total)];
    }

    private int Count(Query lucene, SearchQuery query) => DocumentSet.Of(generation, lucene, query.Filters).Count;

    private void AddFacets(Dictionary<string, IReadOnlyList<FacetValue>> facets, IReadOnlyList<FacetCounts> counts, SearchQuery query)
    {
        foreach (var count in counts)
            facets.Add(count.Facet, FacetValues.Of(count, query, generation.Names));
    }

    private Hit ToHit(RankedHit hit, Highlighter highlighter)
    {
        var opened = generation.Opened(hit.Doc);
        var (highlights, snippet) = highlighter.Mark(opened);
        return new Hit(Math.Round(hit.Score, 4), highlights, snippet, opened.Stored);
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
