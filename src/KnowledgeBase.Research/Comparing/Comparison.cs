using System.Text.Json.Serialization;
using KnowledgeBase.Search;

namespace KnowledgeBase.Research.Comparing;

/// <summary>Two sides of a search side by side: what each speaks of more than the other. Every count is shown.</summary>
public sealed record Comparison
{
    /// <summary>One side.</summary>
    public required ComparedSide A { get; init; }

    /// <summary>The other side.</summary>
    public required ComparedSide B { get; init; }

    /// <summary>The statements that are on both sides; they count on each.</summary>
    public required StatementLink Both { get; init; }

    /// <summary>What to bear in mind when reading the figures, in English.</summary>
    public IReadOnlyList<string> Notes => [.. Doubts.Select(doubt => doubt.Message)];

    /// <summary>The same, for who words them in another language.</summary>
    [JsonIgnore]
    public IReadOnlyList<ComparisonNote> Doubts { get; init; } = [];

    /// <summary>All themes, from the one that A speaks of most in comparison to the one that B does.</summary>
    public required IReadOnlyList<ComparedTheme> Themes { get; init; }

    /// <summary>The terms that set the sides apart.</summary>
    public required DistinctiveTerms Terms { get; init; }

    /// <summary>The terms that both sides use and neither uses clearly more, most used first (by the smaller of the two shares).</summary>
    public required IReadOnlyList<ComparedTerm> SharedTerms { get; init; }

    /// <summary>What became of the query text.</summary>
    public required QueryReading Query { get; init; }

    /// <summary>The generation that answered.</summary>
    public required IndexInfo Index { get; init; }
}

/// <summary>One side of a comparison.</summary>
/// <param name="Facet">The facet of its value.</param>
/// <param name="Id">Its value.</param>
/// <param name="Label">Its name in the reports' language.</param>
/// <param name="LabelEn">Its English name, or null.</param>
/// <param name="Total">How many statements it has under the search.</param>
/// <param name="Words">How many telling words their contents have, repeated ones counted again.</param>
/// <param name="Statements">Path and query of its statements.</param>
/// <param name="Items">The first of them, best first; in the corpus's order where the search has no text.</param>
public sealed record ComparedSide(string Facet, string Id, string Label, string? LabelEn, int Total, long Words, string Statements, IReadOnlyList<Hit> Items);

/// <summary>Statements, and where they are.</summary>
/// <param name="Total">How many.</param>
/// <param name="Statements">Path and query of them.</param>
public sealed record StatementLink(int Total, string Statements);

/// <summary>How much one side has of something.</summary>
/// <param name="Count">How often it occurs; of a theme, in how many statements.</param>
/// <param name="Statements">In how many statements.</param>
/// <param name="Share">The count as a share of the side's statements (themes) or telling words (terms), 0 to 1.</param>
public sealed record SideShare(int Count, int Statements, double Share);

/// <summary>The terms that set two sides apart, each list from the most distinctive on.</summary>
/// <param name="A">Those that side a uses more.</param>
/// <param name="B">Those that side b uses more.</param>
public sealed record DistinctiveTerms(IReadOnlyList<ComparedTerm> A, IReadOnlyList<ComparedTerm> B);
