using System.Globalization;
using KnowledgeBase.Search.Queries;

namespace KnowledgeBase.Search;

/// <summary>A parameter that cannot be used.</summary>
/// <param name="Parameter">Its name as given.</param>
/// <param name="Code">What is wrong, for programs: unknown-parameter, unknown-value, ambiguous-value, invalid-value, invalid-query, invalid-cursor.</param>
/// <param name="Message">What is wrong, for people.</param>
public sealed record ParameterError(string Parameter, string Code, string Message);

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
    private readonly Dictionary<string, List<string>> _given = new(StringComparer.Ordinal);
    private readonly List<ParameterError> _errors = [];
    private readonly Names _names;

    private SearchParameters(IEnumerable<KeyValuePair<string, string>> parameters, Names names)
    {
        _names = names;
        foreach (var (name, value) in parameters)
        {
            if (!_given.TryGetValue(name, out var values))
                _given.Add(name, values = []);
            values.Add(value);
        }
    }

    /// <summary>The facets that exist, in the order in which answers list them.</summary>
    public static IReadOnlyList<string> Facets { get; } = [.. StatementDocument.Facets.Select(facet => facet.Name)];

    /// <summary>The names of all parameters that a search takes.</summary>
    public static IReadOnlyList<string> Known { get; } = [.. Plain, .. Facets.SelectMany(facet => new[] { facet, facet + ".all", facet + ".not" })];

    /// <summary>Reads the parameters of a search.</summary>
    /// <param name="parameters">Names and values, in order; a name may come more than once.</param>
    /// <param name="names">The names that filter values may use instead of ids.</param>
    /// <param name="others">Names that the caller takes care of itself.</param>
    public static (SearchQuery Query, IReadOnlyList<ParameterError> Errors) Read(
        IEnumerable<KeyValuePair<string, string>> parameters, Names names, params ReadOnlySpan<string> others)
    {
        var reader = new SearchParameters(parameters, names);
        reader.RejectUnknown(others);
        return (reader.Query(), reader._errors);
    }

    private SearchQuery Query()
    {
        var text = One("q") ?? "";
        if (Choice("syntax", "lenient", "strict") == "strict")
        {
            foreach (var mistake in QuerySyntax.Read(text).Mistakes)
                Error("q", "invalid-query", $"column {mistake.Column}: {mistake.Message}");
        }

        var expand = Choice("expand", "on", "off") != "off";
        var sort = One("sort") ?? "relevance";
        return new SearchQuery
        {
            Text = text.Trim(),
            Expand = expand,
            Filters = Filters(),
            Facets = FacetsAsked(),
            FacetSize = Number("facetSize", 1, MaxFacetSize, 20),
            Sort = SortOf(sort.TrimStart('-')),
            Reversed = sort.StartsWith('-'),
            Size = Number("size", 1, MaxSize, 20),
            Cursor = One("cursor"),
        };
    }

    private void RejectUnknown(ReadOnlySpan<string> others)
    {
        foreach (var name in _given.Keys)
        {
            if (Known.Contains(name, StringComparer.Ordinal) || others.Contains(name))
                continue;
            var near = Known.FirstOrDefault(known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase) || known + "s" == name || known.Replace(".", "", StringComparison.Ordinal) == name);
            Error(name, "unknown-parameter", near is null ? $"there is no parameter \"{name}\"; there are {string.Join(", ", Known)}" : $"there is no parameter \"{name}\"; \"{near}\" is meant?");
        }
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

    private List<string> Values(string facet, string parameter)
    {
        var ids = new List<string>();
        foreach (var value in _given.GetValueOrDefault(parameter) ?? [])
        {
            if (ValueOf(facet, parameter, value.Trim()) is { } id && !ids.Contains(id, StringComparer.Ordinal))
                ids.Add(id);
        }

        return ids;
    }

    private string? ValueOf(string facet, string parameter, string value)
    {
        if (!_names.HasEntities(facet))
            return FixedValue(facet, parameter, value);
        var ids = _names.Resolve(facet, value);
        if (ids.Count == 1)
            return ids[0];
        if (ids.Count == 0)
            Error(parameter, "unknown-value", value.Length == 0 ? $"{parameter} is empty" : $"no {facet} has the id or name \"{value}\"; GET /api/v1/facets/{facet} lists them");
        else
            Error(parameter, "ambiguous-value", $"\"{value}\" can mean {string.Join(" or ", ids)}: give the id");
        return null;
    }

    private string? FixedValue(string facet, string parameter, string value)
    {
        if (FacetValueSets.Allowed(facet) is { } allowed)
        {
            if (allowed.Contains(value, StringComparer.Ordinal))
                return value;
            Error(parameter, "invalid-value", $"{parameter} cannot be \"{value}\"; it takes {string.Join(", ", allowed)}");
            return null;
        }

        if (FacetValueSets.FitsForm(facet, value))
            return facet == "country" ? value.ToUpperInvariant() : value;
        Error(parameter, "invalid-value", $"{parameter} cannot be \"{value}\"; it takes {FacetValueSets.FormOf(facet)}");
        return null;
    }

    private IReadOnlyList<string> FacetsAsked()
    {
        if (!_given.TryGetValue("facet", out var asked))
            return DefaultFacets;
        foreach (var facet in asked.Where(facet => !Facets.Contains(facet, StringComparer.Ordinal)))
            Error("facet", "invalid-value", $"there is no facet \"{facet}\"; there are {string.Join(", ", Facets)}");
        return [.. asked.Where(facet => Facets.Contains(facet, StringComparer.Ordinal)).Distinct(StringComparer.Ordinal)];
    }

    private SortKey SortOf(string name)
    {
        if (Enum.TryParse<SortKey>(name, ignoreCase: true, out var key) && name.All(char.IsAsciiLetterLower))
            return key;
        Error("sort", "invalid-value", $"sort cannot be \"{name}\"; it takes relevance, document, date, speaker, each also with - in front");
        return SortKey.Relevance;
    }

    private int Number(string parameter, int least, int most, int otherwise)
    {
        if (One(parameter) is not { } text)
            return otherwise;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Error(parameter, "invalid-value", $"{parameter} cannot be \"{text}\"; it takes a whole number from {least} to {most}");
        return otherwise;
    }

    private string? Choice(string parameter, params ReadOnlySpan<string> allowed)
    {
        var text = One(parameter);
        if (text is not null && !allowed.Contains(text))
            Error(parameter, "invalid-value", $"{parameter} cannot be \"{text}\"; it takes {string.Join(" or ", allowed)}");
        return text;
    }

    private string? One(string parameter)
    {
        if (!_given.TryGetValue(parameter, out var values))
            return null;
        if (values.Count > 1)
            Error(parameter, "invalid-value", $"{parameter} is given {values.Count} times; it takes one value");
        return values[0];
    }

    private void Error(string parameter, string code, string message) => _errors.Add(new ParameterError(parameter, code, message));
}
