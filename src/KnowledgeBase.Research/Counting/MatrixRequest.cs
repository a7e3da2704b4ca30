using KnowledgeBase.Search;

namespace KnowledgeBase.Research.Counting;

/// <summary>Which statements to count, by which two facets.</summary>
/// <param name="Query">The statements.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Columns">The columns; the same facet as the rows counts what comes together.</param>
public sealed record MatrixRequest(SearchQuery Query, CrossAxis Rows, CrossAxis Columns)
{
    /// <summary>The most rows, and the most columns.</summary>
    public const int MaxSize = 1000;

    /// <summary>The most cells.</summary>
    public const int MaxCells = 100_000;

    private const int UsualSize = 50;

    /// <summary>Reads a matrix: rows and columns (facets), rowsSize, columnsSize, and the parameters that narrow a search.</summary>
    /// <param name="parameters">Names and values; all that is wrong with them is found at once.</param>
    /// <param name="names">The names that filter values may use instead of ids.</param>
    /// <param name="others">Names that the caller takes care of itself.</param>
    public static (MatrixRequest? Request, IReadOnlyList<ParameterError> Errors) Read(
        IEnumerable<KeyValuePair<string, string>> parameters, Names names, params ReadOnlySpan<string> others)
    {
        var given = new GivenParameters(parameters);
        var query = SearchParameters.ReadNarrowing(given, names, ["rows", "columns", "rowsSize", "columnsSize", .. others]);
        var rows = AxisOf("rows", given);
        var columns = AxisOf("columns", given);
        if (rows.Size * columns.Size > MaxCells)
            given.Error("rowsSize", "invalid-value", $"{rows.Size} rows of {columns.Size} columns are {rows.Size * columns.Size} cells; a matrix has at most {MaxCells}: give a smaller rowsSize or columnsSize");
        return (given.Errors.Count == 0 ? new MatrixRequest(query, rows, columns) : null, given.Errors);
    }

    private static CrossAxis AxisOf(string parameter, GivenParameters given)
    {
        var facet = given.Required(parameter, $"a facet: {string.Join(", ", SearchParameters.Facets)}");
        if (facet is not null && !SearchParameters.Facets.Contains(facet, StringComparer.Ordinal))
            given.Error(parameter, "invalid-value", $"there is no facet \"{facet}\"; there are {string.Join(", ", SearchParameters.Facets)}");
        return new CrossAxis(facet ?? "", given.Number(parameter + "Size", 1, MaxSize, UsualSize));
    }
}
