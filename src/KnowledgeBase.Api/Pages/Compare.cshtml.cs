using KnowledgeBase.Research;
using KnowledgeBase.Research.Comparing;
using KnowledgeBase.Search;
using Microsoft.AspNetCore.Mvc;

namespace KnowledgeBase.Api.Pages;

/// <summary>
/// Two sides of a search side by side. Its parameters are those of GET /api/v1/compare; a side that is left out is the
/// largest other value of the facet, and without any side <c>facet</c> says which (sector).
/// </summary>
public sealed class ComparePage : IndexPage
{
    private const string Plain = "/compare";

    // A list to choose from; another value has its own page, with a link to compare it.
    private const int MostValues = 300;

    /// <summary>The facets that a reader is offered; an address may compare values of any.</summary>
    internal static readonly string[] Offered = ["sector", "side", "country", "panel", "institution", "speaker", "theme", "report"];

    /// <summary>What is compared; null where it could not be read or there is only one side.</summary>
    public CompareRequest? Compared { get; private set; }

    /// <summary>The comparison.</summary>
    public Comparison? Comparison { get; private set; }

    /// <summary>The statements that both sides are taken from.</summary>
    public SearchQuery Query { get; private set; } = new();

    /// <summary>The values to choose the first side from.</summary>
    public IReadOnlyList<FacetValue> ValuesOfA { get; private set; } = [];

    /// <summary>The values to choose the second side from.</summary>
    public IReadOnlyList<FacetValue> ValuesOfB { get; private set; } = [];

    /// <summary>The facet that values are chosen from where both sides are of one; null where they are of two.</summary>
    public string? Facet { get; private set; }

    /// <summary>What is wrong with the parameters.</summary>
    public IReadOnlyList<ParameterError> Errors { get; private set; } = [];

    /// <inheritdoc/>
    public override string SearchText => Query.Text;

    /// <inheritdoc/>
    public override bool IsIndexed => Canonical == Plain;

    /// <summary>The address of the page for two sides of a search; a side may be left out.</summary>
    public static string UrlOf(SearchQuery query, FacetSelection? a, FacetSelection? b = null)
    {
        string?[] parameters =
        [
            a is null ? null : $"a={Uri.EscapeDataString($"{a.Facet}:{a.Id}")}",
            b is null ? null : $"b={Uri.EscapeDataString($"{b.Facet}:{b.Id}")}",
            SearchLinks.QueryStringOf(query) is { Length: > 0 } rest ? rest : null,
        ];
        return parameters.All(parameter => parameter is null) ? Plain : $"{Plain}?" + string.Join('&', parameters.OfType<string>());
    }

    /// <summary>Answers with the comparison.</summary>
    public IActionResult OnGet()
    {
        Title = Words.Say("compare");
        Canonical = Request.QueryString.HasValue ? null : Plain;
        var given = QueryStrings.Of(Request).Where(parameter => parameter.Key != "facet").ToList();
        var facet = Request.Query["facet"] is [{ } asked] && SearchParameters.Facets.Contains(asked, StringComparer.Ordinal) ? asked : Offered[0];
        Query = SearchParameters.ReadNarrowing(new GivenParameters(given), Generation.Names, "a", "b", "size", "terms");
        var searcher = new StatementSearcher(Generation);
        var matches = searcher.All(Query);
        Complete(given, facet, matches);
        (Compared, Errors) = CompareRequest.Read(given, Generation.Names);
        if (Compared is null)
        {
            // One value and no other: nothing is wrong with what was asked.
            if (Errors.All(error => error.Code == "missing-parameter"))
                Errors = [];
            (Facet, ValuesOfA) = (facet, matches.Counts(facet, MostValues));
            ValuesOfB = ValuesOfA;
            Response.StatusCode = Errors.Count > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;
            return Page();
        }

        Facet = Compared.A.Facet == Compared.B.Facet ? Compared.A.Facet : null;
        ValuesOfA = Values(matches, Compared.A);
        ValuesOfB = Values(matches, Compared.B);
        Comparison = Comparer.Compare(searcher, Generation.Names, Compared);
        Canonical ??= UrlOf(Query, Compared.A, Compared.B);
        Title = $"{LabelOf(Compared.A.Facet, Compared.A.Id)} · {LabelOf(Compared.B.Facet, Compared.B.Id)}";
        return Page();
    }

    /// <summary>The themes of which either side has any.</summary>
    public IReadOnlyList<OddsRow> ThemeRows(IEnumerable<ComparedTheme> themes) =>
    [
        .. from theme in themes
           where theme.A.Count + theme.B.Count > 0
           select new OddsRow(Words.Name(theme.Label, theme.LabelEn), theme, side => SearchUrl.Of(Query.With(side).With(new FacetSelection("theme", theme.Id)))),
    ];

    /// <summary>Terms; each opens the statements of a side that hold it.</summary>
    public IReadOnlyList<OddsRow> TermRows(IEnumerable<ComparedTerm> terms) =>
        [.. terms.Select(term => new OddsRow(term.Term, term, side => SearchUrl.Of(SearchUrl.WithPhrase(Query, term.Term).With(side))))];

    // /compare alone: the two largest sectors; /compare?a=speaker:xue-lan: who speaks most besides.
    private static void Complete(List<KeyValuePair<string, string>> given, string facet, Matches matches)
    {
        foreach (var side in new[] { "a", "b" }.Where(side => given.TrueForAll(parameter => parameter.Key != side)))
        {
            var other = given.Find(parameter => parameter.Key is "a" or "b").Value?.Split([':', '：'], 2);
            var from = other is [var known, _] && SearchParameters.Facets.Contains(known, StringComparer.Ordinal) ? known : facet;
            if (matches.Counts(from, 2).FirstOrDefault(value => other is null || value.Id != other[^1]) is { } value)
                given.Add(new(side, $"{from}:{value.Id}"));
        }
    }

    private static IReadOnlyList<FacetValue> Values(Matches matches, FacetSelection chosen)
    {
        var values = matches.Counts(chosen.Facet, MostValues);
        return values.Any(value => value.Id == chosen.Id) ? values : [.. matches.Counts(chosen.Facet, int.MaxValue).Where(value => value.Id == chosen.Id), .. values];
    }
}
