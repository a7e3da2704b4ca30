using KnowledgeBase.Research;
using KnowledgeBase.Research.Counting;
using KnowledgeBase.Search;
using Microsoft.AspNetCore.Mvc;

namespace KnowledgeBase.Api.Pages;

/// <summary>The statements of a search counted by two facets, as a heat map. Its parameters are those of GET /api/v1/matrix.</summary>
public sealed class MatrixPage : IndexPage
{
    private const string Plain = "/matrix";
    private const string Shade = "shade";

    // What a reader who came without parameters sees, and sizes that fit a screen.
    private static readonly Dictionary<string, string> Usual = new(StringComparer.Ordinal)
    {
        ["rows"] = "theme", ["columns"] = "sector", ["rowsSize"] = "40", ["columnsSize"] = "15",
    };

    /// <summary>What is counted; null where it could not be read.</summary>
    public MatrixRequest? Counted { get; private set; }

    /// <summary>The counts.</summary>
    public HeatMap? Map { get; private set; }

    /// <summary>What is wrong with the parameters.</summary>
    public IReadOnlyList<ParameterError> Errors { get; private set; } = [];

    /// <inheritdoc/>
    public override string SearchText => Counted?.Query.Text ?? "";

    /// <inheritdoc/>
    public override bool IsIndexed => Canonical == Plain;

    /// <summary>Answers with the counts.</summary>
    public IActionResult OnGet()
    {
        var given = QueryStrings.Of(Request).Where(parameter => parameter.Key != Shade || parameter.Value is not ("count" or "expected")).ToList();
        var usual = Usual.Where(parameter => given.TrueForAll(other => other.Key != parameter.Key));
        (Counted, Errors) = MatrixRequest.Read([.. given, .. usual], Generation.Names);
        Title = Words.Say("matrix");
        if (Counted is null)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var table = new StatementSearcher(Generation).Cross(Counted.Query, Counted.Rows, Counted.Columns);
        Map = new HeatMap(this, Counted.Query, Counted.Rows.Facet, Counted.Columns.Facet, table) { ByExpectation = Request.Query[Shade] == "expected" };
        Title = Map.Name;
        Canonical = Request.QueryString.HasValue ? UrlOf(Counted) : Plain;
        return Page();
    }

    /// <summary>The address of the page for other counts.</summary>
    public static string UrlOf(MatrixRequest counted, bool byExpectation = false) =>
        $"{Plain}?{ParametersOf(counted)}{(byExpectation ? $"&{Shade}=expected" : "")}";

    /// <summary>The query string of the API for the same counts.</summary>
    public static string ParametersOf(MatrixRequest counted)
    {
        var parameters = $"rows={counted.Rows.Facet}&columns={counted.Columns.Facet}&rowsSize={counted.Rows.Size}&columnsSize={counted.Columns.Size}";
        return SearchLinks.QueryStringOf(counted.Query) is { Length: > 0 } query ? $"{parameters}&{query}" : parameters;
    }
}
