using System.Globalization;
using CsvHelper;
using KnowledgeBase.Search;

namespace KnowledgeBase.Research.Counting;

/// <summary>
/// Counts as CSV (RFC 4180, with a byte order mark, so that Excel reads the Chinese): a line of labels, a line for each
/// row, a line of totals; the last column has the totals of the rows. Totals are of statements, not sums.
/// </summary>
public static class MatrixCsv
{
    /// <summary>Writes a table. The first cell says how many values of each facet are listed: theme (29 of 29) × sector (8 of 9).</summary>
    public static void Write(TextWriter output, MatrixRequest request, CrossTable table)
    {
        output.Write('\uFEFF');
        using var csv = new CsvWriter(output, Rfc4180.Configuration, leaveOpen: true);
        WriteLine(csv, [CornerOf(request, table), .. table.Columns.Select(column => column.Label), "total"]);
        for (var row = 0; row < table.Rows.Count; row++)
            WriteLine(csv, [table.Rows[row].Label, .. table.Counts[row].Select(Number), Number(table.Rows[row].Count)]);
        WriteLine(csv, ["total", .. table.Columns.Select(column => Number(column.Count)), Number(table.Total)]);
    }

    private static string CornerOf(MatrixRequest request, CrossTable table) =>
        $"{request.Rows.Facet} ({table.Rows.Count} of {table.Rows.Count + table.RowsOmitted}) × {request.Columns.Facet} ({table.Columns.Count} of {table.Columns.Count + table.ColumnsOmitted})";

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static void WriteLine(CsvWriter csv, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
            csv.WriteField(cell);
        csv.NextRecord();
    }
}
