using KnowledgeBase.Research.Citations;
using KnowledgeBase.Search;

namespace KnowledgeBase.Research.Exports;

/// <summary>What an export holds and says of itself.</summary>
/// <param name="Matches">The statements.</param>
/// <param name="Query">The search that found them.</param>
/// <param name="Citations">Permalinks, names, corpus version, day.</param>
public sealed record ExportSubject(Matches Matches, SearchQuery Query, CitationContext Citations)
{
    /// <summary>The filters as parameters of a URL: theme → explainability; theme.not → metaverse.</summary>
    public IEnumerable<KeyValuePair<string, string>> Filters => SearchLinks.ParametersOf(Query with { Text = "", Expand = true });

    /// <summary>The order as a parameter of a URL.</summary>
    public string Sort => (Query.Reversed ? "-" : "") + Query.Sort.ToString().ToLowerInvariant();
}
