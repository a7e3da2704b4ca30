using System.Text.Json.Nodes;
using KnowledgeBase.Api.Telemetry;
using KnowledgeBase.Search;
using Microsoft.AspNetCore.Mvc;

namespace KnowledgeBase.Api.Pages;

/// <summary>The search page: box, facets, answers. Its parameters are those of GET /api/v1/statements.</summary>
public sealed class SearchPage : IndexPage
{
    /// <summary>How many values a facet shows; the rest has a page of its own.</summary>
    internal const int FacetSize = 8;

    /// <summary>The facets at the side, in their order.</summary>
    internal static readonly string[] Shown = ["theme", "speaker", "institution", "panel", "sector", "side", "country", "kind", "year", "report"];

    /// <summary>The search, as far as it could be read.</summary>
    public SearchQuery Query { get; private set; } = new();

    /// <summary>What it found; null where it could not be read.</summary>
    public SearchResult? Result { get; private set; }

    /// <summary>What is wrong with the parameters.</summary>
    public IReadOnlyList<ParameterError> Errors { get; private set; } = [];

    /// <summary>Whether the index was rebuilt since the cursor was given.</summary>
    public bool IsOutdated { get; private set; }

    /// <inheritdoc/>
    public override string SearchText => Query.Text;

    /// <inheritdoc/>
    public override bool IsIndexed => Canonical == SearchUrl.Of(new SearchQuery { Text = Query.Text }) && Query.Cursor is null;

    /// <inheritdoc/>
    public override JsonObject? StructuredData => Canonical == "/" && IsIndexed ? StructuredSite.Of(Root) : null;

    /// <summary>Answers a search.</summary>
    public IActionResult OnGet()
    {
        using var observed = ObservedSearch.Begin(HttpContext, SearchFace.Page);
        (Query, Errors) = SearchParameters.Read(QueryStrings.Of(Request), Generation.Names);
        observed.Query = Query;
        Title = Query.Text.Length > 0 ? Query.Text : null;
        var searcher = new StatementSearcher(Generation);
        var cursor = searcher.CheckCursor(Query);
        if (cursor == CursorState.Invalid)
            Errors = [.. Errors, new ParameterError("cursor", "invalid-cursor", "…")];
        IsOutdated = cursor == CursorState.Outdated;
        if (Errors.Count > 0 || IsOutdated)
            (Response.StatusCode, observed.Outcome) = IsOutdated ? (StatusCodes.Status410Gone, SearchOutcome.Gone) : (StatusCodes.Status400BadRequest, SearchOutcome.Invalid);
        else
            (Result, Canonical) = (observed.Answered(searcher.Search(Query with { Facets = Shown, FacetSize = FacetSize })), SearchUrl.Of(Query));
        return Page();
    }
}
