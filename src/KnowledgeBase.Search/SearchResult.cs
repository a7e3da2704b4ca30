using KnowledgeBase.Corpus.Text;
using KnowledgeBase.Search.Queries;

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

    /// <summary>How many statements stand before these.</summary>
    public int Before { get; init; }

    /// <summary>The cursor of the answers before these; null where those are the first ones (no cursor), or there are none.</summary>
    public string? Previous { get; init; }
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
/// <param name="Expansions">What was searched besides the words themselves, word by word; <c>expand=off</c> switches it off.</param>
/// <param name="Corrected">The query that was searched instead, because nothing was found; null where it was searched as given.</param>
/// <param name="DidYouMean">The query that may have been meant: Corrected, or where nothing was found a speaker whose name sounds like it.</param>
/// <param name="Matching">How many of the query's words a statement needed; null where it has no words that could be given up.</param>
/// <param name="Relax">Where nothing was found: what to leave out, and how many statements that would find.</param>
public sealed record QueryReading(
    string Q, IReadOnlyList<Expansion> Expansions, string? Corrected, string? DidYouMean, Matching? Matching, IReadOnlyList<Relaxation> Relax);

/// <summary>What was searched besides a word of the query.</summary>
/// <param name="Term">The word, as typed.</param>
/// <param name="Source">Why: synonym (another form or name of the same), related, or pinyin.</param>
/// <param name="Forms">The forms searched.</param>
public sealed record Expansion(string Term, FormSource Source, IReadOnlyList<string> Forms);

/// <summary>How many of the query's words a statement needed to be found.</summary>
/// <param name="Words">The words that the query was cut into, each once.</param>
/// <param name="Required">How many of them a statement needed; fewer than all where all found less than a page of ten.</param>
/// <param name="WithAll">How many statements of the whole corpus, whatever the filters, have all of them; they stand first.</param>
/// <param name="Themes">The themes whose statements were added behind them, because fewer than a page of ten had the words.</param>
/// <param name="LeftOut">How many further words the query has that were not asked for: of a pasted page the first 64 are.</param>
public sealed record Matching(IReadOnlyList<string> Words, int Required, int WithAll, IReadOnlyList<string> Themes, int LeftOut);

/// <summary>A way out of an empty answer.</summary>
/// <param name="Without">The parameter to leave out (theme, panel, …), or q.</param>
/// <param name="Total">How many statements the search then has.</param>
public sealed record Relaxation(string Without, int Total);

/// <summary>Which index answered.</summary>
/// <param name="Generation">The generation's name.</param>
/// <param name="CorpusVersion">Hash over sources and registry.</param>
public sealed record IndexInfo(string Generation, string CorpusVersion);
