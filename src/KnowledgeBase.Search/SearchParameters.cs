using KnowledgeBase.Search.Queries;

namespace KnowledgeBase.Search;

/// <summary>
/// Reads the parameters of a search, as URLs and the command line give them. Everything wrong is found at once, and
/// nothing is ignored: a misspelt parameter would otherwise widen a search in silence.
/// </summary>
public sealed class SearchParameters
{
    /// <summary>The largest page.</summary>
    public const int MaxSize = 100;

    /// <summary>The most values that a facet lists.</summary>
    public const int MaxFacetSize = 1000;

    private static readonly string[] DefaultFacets = ["theme", "speaker", "institution", "panel"];
    private static readonly string[] Plain = ["q", "syntax", "expand", "facet", "facetSize", "sort", "size", "cursor"];
    private readonly GivenParameters _given;
    private readonly Names _names;

    private SearchParameters(GivenParameters given, Names names)
    {
        _given = given;
        _names = names;
    }

    /// <summary>The facets that exist, in the order in which answers list them.</summary>
    public static IReadOnlyList<string> Facets { get; } = [.. StatementDocument.Facets.Select(facet => facet.Name)];

    /// <summary>The names of the parameters that filter: of each facet theme, theme.all and theme.not.</summary>
    public static IReadOnlyList<string> Filtering { get; } = [.. Facets.SelectMany(facet => new[] { facet, facet + ".all", facet + ".not" })];

    /// <summary>The names of all parameters that a search takes.</summary>
    public static IReadOnlyList<string> Known { get; } = [.. Plain, .. Filtering];

    /// <summary>The names of the parameters that say how a page of answers is shown: order, size, facets.</summary>
    public static IReadOnlyList<string> OfPages { get; } = ["facet", "facetSize", "sort", "size", "cursor"];

    /// <summary>The names of the parameters that say which statements are meant: all others.</summary>
    public static IReadOnlyList<string> Narrowing { get; } = [.. Known.Except(OfPages, StringComparer.Ordinal)];

    /// <summary>Reads the parameters of a search.</summary>
    /// <param name="parameters">Names and values, in order; a name may come more than once.</param>
    /// <param name="names">The names that filter values may use instead of ids.</param>
    /// <param name="others">Names that the caller takes care of itself.</param>
    public static (SearchQuery Query, IReadOnlyList<ParameterError> Errors) Read(
        IEnumerable<KeyValuePair<string, string>> parameters, Names names, params ReadOnlySpan<string> others)
    {
        var given = new GivenParameters(parameters);
        given.RejectUnknown(Known, others);
        return (new SearchParameters(given, names).Query(), given.Errors);
    }

    /// <summary>Reads which statements are meant, for what counts all of them: order, pages and facets are unknown.</summary>
    /// <param name="given">The parameters; told what is wrong.</param>
    /// <param name="names">The names that filter values may use instead of ids.</param>
    /// <param name="others">Names that the caller takes care of itself.</param>
    public static SearchQuery ReadNarrowing(GivenParameters given, Names names, params ReadOnlySpan<string> others)
    {
        given.RejectUnknown([.. others, .. Narrowing]);
        return new SearchParameters(given, names).Statements();
    }

    private SearchQuery Query()
    {
        var statements = Statements();
        var sort = _given.One("sort") ?? "relevance";
        return statements with
        {
            Facets = FacetsAsked(),
            FacetSize = _given.Number("facetSize", 1, MaxFacetSize, 20),
            Sort = SortOf(sort.TrimStart('-')),
            Reversed = sort.StartsWith('-'),
            Size = _given.Number("size", 1, MaxSize, 20),
            Cursor = _given.One("cursor"),
        };
    }

    private SearchQuery Statements()
    {
        var text = _given.One("q") ?? "";
        if (_given.Choice("syntax", "lenient", "strict") == "strict")
        {
            foreach (var mistake in QuerySyntax.Read(text).Mistakes)
                _given.Error("q", "invalid-query", $"column {mistake.Column}: {mistake.Message}");
        }

        return new SearchQuery { Text = text.Trim(), Expand = _given.Choice("expand", "on", "off") != "off", Filters = Filters() };
    }

    private Dictionary<string, FacetFilter> Filters()
    {
        var filters = new Dictionary<string, FacetFilter>(StringComparer.Ordinal);
        foreach (var facet in Facets)
        {
            var filter = new FacetFilter(Values(facet, facet), Values(facet, facet + ".all"), Values(facet, facet + ".not"));
            if (filter.Any.Count + filter.All.Count + filter.Not.Count > 0)
                filters.Add(facet, filter);
        }

        return filters;
    }

    private List<string> Values(string facet, string parameter) =>
        [.. _given.Of(parameter).Select(value => FilterValues.Read(facet, value, _names, parameter, _given)).OfType<string>().Distinct(StringComparer.Ordinal)];

    private IReadOnlyList<string> FacetsAsked()
    {
        var asked = _given.Of("facet");
        if (asked.Count == 0)
            return DefaultFacets;
        foreach (var facet in asked.Where(facet => !Facets.Contains(facet, StringComparer.Ordinal)))
            _given.Error("facet", "invalid-value", $"there is no facet \"{facet}\"; there are {string.Join(", ", Facets)}");
        return [.. asked.Where(facet => Facets.Contains(facet, StringComparer.Ordinal)).Distinct(StringComparer.Ordinal)];
    }

    private SortKey SortOf(string name)
    {
        if (Enum.TryParse<SortKey>(name, ignoreCase: true, out var key) && name.All(char.IsAsciiLetterLower))
            return key;
        _given.Error("sort", "invalid-value", $"sort cannot be \"{name}\"; it takes relevance, document, date, speaker, each also with - in front");
        return SortKey.Relevance;
    }
}
