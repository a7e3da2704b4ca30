using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Search;

/// <summary>The answer to a search.</summary>
public sealed record SearchResult
{
    /// <summary>How many statements match.</summary>
    public required int Total { get; init; }

    /// <summary>The statements asked for, in order.</summary>
    public required IReadOnlyList<Hit> Items { get; init; }

    /// <summary>The counts of the facets asked for, by facet name.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<FacetValue>> Facets { get; init; }

    /// <summary>What became of the query text.</summary>
    public required QueryReading Query { get; init; }

    /// <summary>The generation that answered.</summary>
    public required IndexInfo Index { get; init; }

    /// <summary>The cursor of the next answers, or null where there are none.</summary>
    public string? Next { get; init; }
}

/// <summary>One statement that matches.</summary>
/// <param name="Score">How well, comparable within one answer; 0 where nothing was ranked.</param>
/// <param name="Highlights">Ranges of the statement's text, in code points, that match the query.</param>
/// <param name="Snippet">The range of the text, in code points, that answers best.</param>
/// <param name="Statement">The statement.</param>
public sealed record Hit(double Score, IReadOnlyList<CodePointRange> Highlights, CodePointRange Snippet, StoredStatement Statement);

/// <summary>One value of a facet.</summary>
/// <param name="Id">What to filter by.</param>
/// <param name="Label">Its name in the reports' language.</param>
/// <param name="LabelEn">Its English name, or null.</param>
/// <param name="Parent">The value it belongs to (an institute's university), or null.</param>
/// <param name="Count">How many statements the search would have with this value chosen, other facets as they are.</param>
/// <param name="Selected">Whether it is chosen.</param>
public sealed record FacetValue(string Id, string Label, string? LabelEn, string? Parent, int Count, bool Selected);

/// <summary>What became of the query text.</summary>
/// <param name="Q">As given.</param>
/// <param name="Expansions">What was searched besides the words themselves.</param>
/// <param name="Corrected">What was searched instead, because nothing was found; null where the text was searched as given.</param>
/// <param name="DidYouMean">A query that may have been meant, or null.</param>
public sealed record QueryReading(string Q, IReadOnlyList<string> Expansions, string? Corrected, string? DidYouMean);

/// <summary>Which index answered.</summary>
/// <param name="Generation">The generation's name.</param>
/// <param name="CorpusVersion">Hash over sources and registry.</param>
public sealed record IndexInfo(string Generation, string CorpusVersion);
