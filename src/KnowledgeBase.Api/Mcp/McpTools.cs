using System.ComponentModel;
using KnowledgeBase.Api.Telemetry;
using KnowledgeBase.Research;
using KnowledgeBase.Research.Citations;
using KnowledgeBase.Research.Comparing;
using KnowledgeBase.Research.Proof;
using KnowledgeBase.Search;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace KnowledgeBase.Api.Mcp;

/// <summary>
/// The tools of the MCP endpoint: what an assistant needs to find statements and to quote them with their source. A
/// mistake in the arguments is an error that names the argument, so that it can be mended.
/// </summary>
[McpServerToolType]
internal sealed class McpTools(LiveIndex index, IHttpContextAccessor http)
{
    /// <summary>The name of the tool that searches.</summary>
    public const string SearchTool = "search_statements";

    private const string FilterText = "Filters by facet, each a list of ids or names that are one's alone, e.g. {\"theme\": [\"explainability\"], \"sector\": [\"company\"]}. "
        + "Facets: theme, speaker, institution, panel, report, kind (individual, collective, outcome), side (chinese, international), sector, country, year, instrument (named in 《》). "
        + "Values of one facet are OR, different facets AND; \"theme.all\" and \"theme.not\" (likewise the others) require all or exclude.";

    private const string QueryText = "Words, \"exact phrase\", -not, OR; Chinese, Traditional or Simplified, English and pinyin names are understood. Empty: everything.";

    [McpServerTool(Name = SearchTool, ReadOnly = true, OpenWorld = false, Idempotent = true)]
    [Description("Searches statements of AI governance forums. Each answer has the verbatim text, who is reported to have said it, its place in the source and a citation. They are reported speech: the report summarises, so never present them as the speaker's own words.")]
    public SearchAnswer SearchStatements(
        [Description(QueryText)] string query = "",
        [Description(FilterText)] Dictionary<string, string[]>? filters = null,
        [Description("How many, 1 to 100.")] int size = 10,
        [Description("Where to go on: \"next\" of the answer before, with the same query and filters.")] string? cursor = null)
    {
        using var lease = Acquire();
        var searcher = new StatementSearcher(lease.Generation);
        var observed = ObservedSearch.Of(http.HttpContext!)!;
        var search = observed.Query = Read(lease.Generation, query, filters, [KeyValuePair.Create("size", $"{size}"), .. cursor is null ? [] : new[] { KeyValuePair.Create("cursor", cursor) }], []);
        if (searcher.CheckCursor(search) != CursorState.Valid)
            throw new McpException("cursor: it was not given by this search, or the index was rebuilt since: leave it out to begin again");
        var result = observed.Answered(searcher.Search(search with { Facets = [] }));
        var context = Context(lease.Generation);
        return new SearchAnswer(
            result.Total,
            [.. result.Items.Select(hit => QuotableStatement.Of(CitedPassage.Of(hit.Statement.Read()), context, withClaims: false))],
            result.Query, result.Index.CorpusVersion, result.Next);
    }

    [McpServerTool(Name = "get_statement", ReadOnly = true, OpenWorld = false, Idempotent = true)]
    [Description("One statement, or one claim of it, by its id, proved against its source: verified is true where the source, cut at the given ranges, has exactly these words.")]
    public StatementAnswer GetStatement([Description("Id of a statement, or of a claim: the statement's id, a dot and a number.")] string id)
    {
        using var lease = Acquire();
        var passage = Find(lease.Generation, id);
        var proof = SourceProof.Of(passage, lease.Generation);
        var (previous, next) = lease.Generation.Neighbours(passage.Statement);
        return new StatementAnswer(QuotableStatement.Of(passage, Context(lease.Generation), withClaims: true), proof.Verified, proof.Difference, previous, next);
    }

    [McpServerTool(Name = "list_facets", ReadOnly = true, OpenWorld = false, Idempotent = true)]
    [Description("The values of a facet under a search, with how many statements each has: which speakers, institutions, themes there are, and their ids.")]
    public FacetAnswer ListFacets(
        [Description("theme, speaker, institution, panel, report, kind, side, sector, country, year or instrument.")] string facet,
        [Description(QueryText)] string query = "",
        [Description(FilterText)] Dictionary<string, string[]>? filters = null,
        [Description("Narrows the values by name, alias, English name or pinyin.")] string match = "",
        [Description("How many values, 1 to 1000.")] int size = 50)
    {
        using var lease = Acquire();
        var generation = lease.Generation;
        var page = new GivenParameters([new("size", $"{size}")]);
        page.Number("size", 1, SearchParameters.MaxFacetSize, size);
        var search = Read(generation, query, filters, [KeyValuePair.Create("facet", facet)], page.Errors);
        var result = new StatementSearcher(generation).Search(search with { FacetSize = int.MaxValue, Size = 0 });
        var values = result.Facets[facet].Where(value => match.Length == 0 || NameMatch.Fits(match, generation.Names.Find(facet, value.Id), value)).ToList();
        return new FacetAnswer(facet, result.Total, [.. values.Take(size)], values.Count, result.Query, result.Index.CorpusVersion);
    }

    [McpServerTool(Name = "compare", ReadOnly = true, OpenWorld = false, Idempotent = true)]
    [Description("Sets two sides side by side: themes and terms that each speaks of more than the other (log-odds with an informative prior; |z| >= 1.96 is clear, small means few occurrences), and statements of each to quote.")]
    public CompareAnswer Compare(
        [Description("One side, facet:value, e.g. sector:company or country:CN.")] string a,
        [Description("The other side, facet:value.")] string b,
        [Description(QueryText)] string query = "",
        [Description(FilterText)] Dictionary<string, string[]>? filters = null,
        [Description("Statements of each side, 0 to 20.")] int size = 3,
        [Description("Terms a list has at most, 1 to 100.")] int terms = 15)
    {
        using var lease = Acquire();
        var generation = lease.Generation;
        var (request, errors) = CompareRequest.Read([.. Parameters(query, filters), new("a", a), new("b", b), new("size", $"{size}"), new("terms", $"{terms}")], generation.Names);
        errors = [.. UnknownFilters(filters), .. errors];
        var compared = request is null || errors.Count > 0 ? throw Mistakes(errors) : Comparer.Compare(new StatementSearcher(generation), generation.Names, request);
        var context = Context(generation);
        return new CompareAnswer(
            SideOf(compared.A, context), SideOf(compared.B, context), compared.Both.Total, compared.Notes, compared.Themes, compared.Terms, compared.SharedTerms,
            compared.Query, compared.Index.CorpusVersion);
    }

    [McpServerTool(Name = "cite", ReadOnly = true, OpenWorld = false, Idempotent = true)]
    [Description("The citation of a statement or claim, ready to paste. It marks the words as reported speech.")]
    public string Cite(
        [Description("Id of a statement or a claim.")] string id,
        [Description("gbt7714 (text by GB/T 7714—2015), bibtex, ris, csl, tei or jsonld (W3C Web Annotation).")] string format = "gbt7714")
    {
        using var lease = Acquire();
        if (CitationFormat.Find(format) is not { } known)
            throw new McpException($"format: it cannot be \"{format}\"; it takes {string.Join(", ", CitationFormat.All.Select(f => f.Name))}");
        return known.Write(Find(lease.Generation, id), lease.Generation, Context(lease.Generation));
    }

    private LiveIndex.Lease Acquire() => index.Acquire() ?? throw new NoIndexException();

    private CitationContext Context(Generation generation) => Addresses.Citations(http.HttpContext!, generation);

    private static CitedPassage Find(Generation generation, string id) =>
        CitedPassage.Find(generation, id) ?? throw new McpException($"id: there is no statement or claim \"{id}\"; search_statements finds them");

    private static SearchQuery Read(
        Generation generation, string query, Dictionary<string, string[]>? filters, IEnumerable<KeyValuePair<string, string>> others, IEnumerable<ParameterError> wrong)
    {
        var (search, errors) = SearchParameters.Read([.. Parameters(query, filters), .. others], generation.Names);
        errors = [.. UnknownFilters(filters), .. errors, .. wrong];
        return errors.Count == 0 ? search : throw Mistakes(errors);
    }

    // A search has parameters that are no filters (sort, size); what UnknownFilters names stays out.
    private static IEnumerable<KeyValuePair<string, string>> Parameters(string query, Dictionary<string, string[]>? filters) =>
        (filters ?? []).Where(filter => SearchParameters.Filtering.Contains(filter.Key, StringComparer.Ordinal))
            .SelectMany(filter => filter.Value.Select(value => KeyValuePair.Create(filter.Key, value))).Prepend(new("q", query));

    private static IEnumerable<ParameterError> UnknownFilters(Dictionary<string, string[]>? filters) =>
        (filters ?? []).Keys.Except(SearchParameters.Filtering, StringComparer.Ordinal).Select(name => new ParameterError(
            "filters", "unknown-parameter", $"there is no facet \"{name}\"; there are {string.Join(", ", SearchParameters.Facets)}, each also with .all or .not behind it"));

    /// <summary>All mistakes in the arguments of a call as one error.</summary>
    public static McpException Mistakes(IEnumerable<ParameterError> errors) => new(string.Join("; ", errors.Select(error => $"{error.Parameter}: {error.Message}")));

    private static QuotableSide SideOf(ComparedSide side, CitationContext context) =>
        new(side.Facet, side.Id, side.Label, side.LabelEn, side.Total, [.. side.Items.Select(hit => QuotableStatement.Of(CitedPassage.Of(hit.Statement.Read()), context, withClaims: false))]);

    /// <summary>There is nothing to answer from: no mistake of who asks.</summary>
    internal sealed class NoIndexException() : McpException($"No index is published. Run: {Problems.BuildCommand}");

    /// <summary>What a search found.</summary>
    internal sealed record SearchAnswer(int Total, IReadOnlyList<QuotableStatement> Statements, QueryReading Query, string CorpusVersion, string? Next);

    /// <summary>One statement with its proof.</summary>
    internal sealed record StatementAnswer(QuotableStatement Statement, bool? Verified, string? Difference, string? Previous, string? Next);

    /// <summary>Two sides, and what sets them apart.</summary>
    internal sealed record CompareAnswer(
        QuotableSide A, QuotableSide B, int Both, IReadOnlyList<string> Notes, IReadOnlyList<ComparedTheme> Themes, DistinctiveTerms Terms, IReadOnlyList<ComparedTerm> SharedTerms,
        QueryReading Query, string CorpusVersion);

    /// <summary>One side, with statements to quote.</summary>
    internal sealed record QuotableSide(string Facet, string Id, string Label, string? LabelEn, int Total, IReadOnlyList<QuotableStatement> Statements);

    /// <summary>The values of a facet.</summary>
    internal sealed record FacetAnswer(string Facet, int Statements, IReadOnlyList<FacetValue> Values, int AllValues, QueryReading Query, string CorpusVersion);
}
