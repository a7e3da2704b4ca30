using KnowledgeBase.Search;

namespace KnowledgeBase.Research.Comparing;

/// <summary>What to compare.</summary>
/// <param name="Query">The statements that both sides are taken from.</param>
/// <param name="A">One side.</param>
/// <param name="B">The other side.</param>
/// <param name="Size">How many statements of each side to show.</param>
/// <param name="Terms">How many terms a list has at most.</param>
public sealed record CompareRequest(SearchQuery Query, FacetSelection A, FacetSelection B, int Size, int Terms)
{
    /// <summary>The most statements of a side that are shown.</summary>
    public const int MaxSize = 20;

    /// <summary>The most terms of a list.</summary>
    public const int MaxTerms = 100;

    private const int UsualSize = 3;
    private const int UsualTerms = 20;
    private static readonly char[] Colons = [':', '：'];

    /// <summary>Reads a comparison: a and b (facet:value), size, terms, and the parameters that narrow a search.</summary>
    /// <param name="parameters">Names and values; all that is wrong with them is found at once.</param>
    /// <param name="names">The names that values may use instead of ids.</param>
    public static (CompareRequest? Request, IReadOnlyList<ParameterError> Errors) Read(IEnumerable<KeyValuePair<string, string>> parameters, Names names)
    {
        var given = new GivenParameters(parameters);
        var query = SearchParameters.ReadNarrowing(given, names, "a", "b", "size", "terms");
        var (a, b) = (SideOf("a", given, names), SideOf("b", given, names));
        if (a is not null && a == b)
            given.Error("b", "same-sides", $"a and b are both {a.Facet}:{a.Id}; a comparison takes two different sides");
        var size = given.Number("size", 0, MaxSize, UsualSize);
        var terms = given.Number("terms", 1, MaxTerms, UsualTerms);
        return (given.Errors.Count == 0 ? new CompareRequest(query, a!, b!, size, terms) : null, given.Errors);
    }

    // institution:清华大学, panel:aicg2021/main-1; what stands behind the first colon is the value.
    private static FacetSelection? SideOf(string parameter, GivenParameters given, Names names)
    {
        if (given.Required(parameter, "facet:value, such as sector:company") is not { } text)
            return null;
        var colon = text.IndexOfAny(Colons);
        var facet = colon < 0 ? "" : text[..colon].Trim();
        if (!SearchParameters.Facets.Contains(facet, StringComparer.Ordinal))
        {
            given.Error(parameter, "invalid-value", $"{(colon < 0 ? $"\"{text}\" has no colon" : $"there is no facet \"{facet}\"")}; {parameter} takes facet:value, the facet being one of {string.Join(", ", SearchParameters.Facets)}");
            return null;
        }

        return FilterValues.Read(facet, text[(colon + 1)..], names, parameter, given) is { } id ? new FacetSelection(facet, id) : null;
    }
}
