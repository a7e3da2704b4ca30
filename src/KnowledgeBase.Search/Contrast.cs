namespace KnowledgeBase.Search;

/// <summary>What two sides of a search speak of, in plain counts.</summary>
public sealed record Contrast
{
    /// <summary>One side; its count is of the search's statements that have the value.</summary>
    public required FacetValue A { get; init; }

    /// <summary>The other side.</summary>
    public required FacetValue B { get; init; }

    /// <summary>How many statements are on both sides.</summary>
    public required int Both { get; init; }

    /// <summary>The themes of the vocabulary; occurrences are statements.</summary>
    public required ContrastTable Themes { get; init; }

    /// <summary>
    /// The words of the contents that stand on either side, folded (Simplified, lower case, half width). Words that only
    /// link or ask, single characters and numbers are left out, of the totals too.
    /// </summary>
    public required ContrastTable Terms { get; init; }

    /// <summary>What became of the query text.</summary>
    public required QueryReading Query { get; init; }

    /// <summary>The generation that answered.</summary>
    public required IndexInfo Index { get; init; }
}

/// <summary>Counts of many things on two sides.</summary>
/// <param name="A">How many statements or words one side has, the same or different ones.</param>
/// <param name="B">The other side's.</param>
/// <param name="Corpus">Those of the whole corpus, whatever the search.</param>
/// <param name="Counts">The counts, thing by thing, in ordinal order of their ids.</param>
public sealed record ContrastTable(long A, long B, long Corpus, IReadOnlyList<ContrastCount> Counts);

/// <summary>How often something occurs.</summary>
/// <param name="Id">A theme's id, or a word.</param>
/// <param name="A">On one side.</param>
/// <param name="B">On the other side.</param>
/// <param name="Together">On both taken together: what is in a statement of both sides counts once.</param>
/// <param name="Corpus">Occurrences in the whole corpus, whatever the search.</param>
public sealed record ContrastCount(string Id, Occurrences A, Occurrences B, Occurrences Together, long Corpus);

/// <summary>How often something occurs, and in how many statements.</summary>
/// <param name="Count">Occurrences; of a theme as many as statements.</param>
/// <param name="Statements">Statements.</param>
public readonly record struct Occurrences(int Count, int Statements)
{
    /// <summary>One more statement.</summary>
    internal Occurrences Plus(int occurrences) => new(Count + occurrences, Statements + 1);
}
