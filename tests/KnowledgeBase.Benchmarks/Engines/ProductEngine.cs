using KnowledgeBase.Benchmarks.Synthetic;
using KnowledgeBase.Search;

namespace KnowledgeBase.Benchmarks.Engines;

/// <summary>The product, by its own importer, index builder and searcher.</summary>
/// <param name="folder">The index folder.</param>
/// <param name="expand">Whether queries are taken as people's are, with synonyms, correction and fewer words where few statements have all.</param>
internal sealed class ProductEngine(string folder, bool expand) : ISearchEngine
{
    private Generation? _generation;
    private StatementSearcher? _searcher;

    public void Build(string corpus)
    {
        var index = new StatementIndex(folder);
        var content = index.Read(corpus);
        if (content.AllDiagnostics.FirstOrDefault() is { } problem)
            throw new InvalidDataException(problem.ToString());
        index.Build(content);
    }

    public void Open()
    {
        _generation = new StatementIndex(folder).Open()!;
        _searcher = new StatementSearcher(_generation);
    }

    public int Search(SyntheticQuery query) => _searcher!.Search(QueryOf(query)).Total;

    public void Dispose() => _generation?.Dispose();

    private SearchQuery QueryOf(SyntheticQuery query)
    {
        var text = query.Kind is QueryKind.Phrase or QueryKind.Substring ? $"\"{query.Words[0]}\"" : string.Join(' ', query.Words);
        var search = new SearchQuery { Text = text, Expand = expand, Size = 10, Facets = SyntheticStatement.Facets };
        return query.Facet is null ? search : search.With(query.Facet, FacetFilter.AnyOf(_generation!.Names.Resolve(query.Facet, query.Value!)));
    }
}
