using KnowledgeBase.Corpus;
using KnowledgeBase.Search;
using Microsoft.AspNetCore.Mvc;

namespace KnowledgeBase.Api.Pages;

/// <summary>All values of one facet under a search, narrowed by name; each leads back to the search with it chosen.</summary>
public sealed class FacetPage : IndexPage
{
    private const int Most = 500;

    /// <summary>The facet.</summary>
    public string Facet { get; private set; } = "";

    /// <summary>The search that the values are counted under.</summary>
    public SearchQuery Query { get; private set; } = new();

    /// <summary>The values, most frequent first.</summary>
    public IReadOnlyList<FacetValue> Values { get; private set; } = [];

    /// <summary>What they are narrowed by.</summary>
    public string Match { get; private set; } = "";

    /// <summary>How many statements the search has.</summary>
    public int Total { get; private set; }

    /// <summary>What was wrong with files of the corpus, errors first; only on the list of reports, where those are missing that could not be read.</summary>
    public IEnumerable<Diagnostic> FileDiagnostics =>
        Facet == "report" ? Generation.Diagnostics().OrderByDescending(problem => problem.Severity) : [];

    /// <inheritdoc/>
    public override string SearchText => Query.Text;

    /// <inheritdoc/>
    public override bool IsIndexed => false;

    /// <summary>Answers with the values.</summary>
    public IActionResult OnGet(string facet, string? match)
    {
        if (!SearchParameters.Facets.Contains(facet, StringComparer.Ordinal))
            return NotFound();
        var (query, errors) = SearchParameters.Read(QueryStrings.Of(Request), Generation.Names, "match");
        if (errors.Count > 0)
            return BadRequest();
        (Facet, Query, Match) = (facet, query with { Cursor = null }, match?.Trim() ?? "");
        Title = Words.Say("values", Words.Say(facet));
        Canonical = SearchUrl.Of(Query, $"/facets/{Facet}");
        var result = new StatementSearcher(Generation).Search(Query with { Facets = [facet], FacetSize = int.MaxValue, Size = 0 });
        Total = result.Total;
        Values = [.. result.Facets[facet].Where(value => Match.Length == 0 || NameMatch.Fits(Match, Generation.Names.Find(facet, value.Id), value)).Take(Most)];
        return Page();
    }
}
