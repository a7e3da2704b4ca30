using KnowledgeBase.Search;

namespace KnowledgeBase.Research.Counting;

/// <summary>
/// The statements of a search counted by two facets. A statement with several values of a facet (two themes, two
/// institutions) counts in each of them, and one without a value in none: rows and columns do not add up to their counts.
/// </summary>
public sealed record Matrix
{
    // Each cell repeats the search in its link: a long query must not make an answer of gigabytes.
    private const long MostCharacters = 50_000_000;

    private Matrix(MatrixRequest request, CrossTable table)
    {
        RowFacet = request.Rows.Facet;
        ColumnFacet = request.Columns.Facet;
        Total = table.Total;
        Rows = table.Rows;
        Columns = table.Columns;
        RowsOmitted = table.RowsOmitted;
        ColumnsOmitted = table.ColumnsOmitted;
        Cells = [.. table.Rows.Select((row, r) => RowOf(request, table, row, table.Counts[r]))];
        Query = table.Query;
        Index = table.Index;
    }

    /// <summary>The facet of the rows.</summary>
    public string RowFacet { get; }

    /// <summary>The facet of the columns.</summary>
    public string ColumnFacet { get; }

    /// <summary>How many statements the search finds.</summary>
    public int Total { get; }

    /// <summary>The rows, most statements first; a count is of all statements that have the value.</summary>
    public IReadOnlyList<FacetValue> Rows { get; }

    /// <summary>The columns, likewise.</summary>
    public IReadOnlyList<FacetValue> Columns { get; }

    /// <summary>How many values with statements are not listed as rows; rowsSize lists more.</summary>
    public int RowsOmitted { get; }

    /// <summary>How many values with statements are not listed as columns; columnsSize lists more.</summary>
    public int ColumnsOmitted { get; }

    /// <summary>The cells, row by row.</summary>
    public IReadOnlyList<IReadOnlyList<MatrixCell>> Cells { get; }

    /// <summary>What became of the query text.</summary>
    public QueryReading Query { get; }

    /// <summary>The generation that answered.</summary>
    public IndexInfo Index { get; }

    /// <summary>The counted table with expected counts and links; null, and what is wrong, where the links would be too much.</summary>
    public static (Matrix? Matrix, ParameterError? Error) Of(MatrixRequest request, CrossTable table)
    {
        var cells = (long)table.Rows.Count * table.Columns.Count;
        var link = SearchLinks.StatementsOf(request.Query).Length;
        return cells * link <= MostCharacters
            ? (new Matrix(request, table), null)
            : (null, new ParameterError("rowsSize", "invalid-value", $"{cells} cells, each with a link of {link} characters, are too much for one answer: give a smaller rowsSize or columnsSize, or a shorter search"));
    }

    private static MatrixCell[] RowOf(MatrixRequest request, CrossTable table, FacetValue row, IReadOnlyList<int> counts)
    {
        var query = request.Query.With(new FacetSelection(request.Rows.Facet, row.Id));
        return
        [
            .. table.Columns.Select((column, c) => new MatrixCell(
                counts[c],
                Math.Round((double)row.Count * column.Count / table.Total, 2),
                counts[c] == 0 ? null : SearchLinks.StatementsOf(query.With(new FacetSelection(request.Columns.Facet, column.Id))))),
        ];
    }
}

/// <summary>A cell of a matrix.</summary>
/// <param name="Count">How many statements have both values.</param>
/// <param name="Expected">How many would, if one value had nothing to do with the other: row count × column count / total.</param>
/// <param name="Statements">Path and query of these statements; null where there are none.</param>
public sealed record MatrixCell(int Count, double Expected, string? Statements);
