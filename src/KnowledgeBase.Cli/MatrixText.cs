using System.Globalization;
using KnowledgeBase.Research.Counting;
using KnowledgeBase.Search;

namespace KnowledgeBase.Cli;

/// <summary>Writes a table of counts for people: columns have numbers, which a list below explains.</summary>
internal static class MatrixText
{
    public static void Write(TextWriter output, MatrixRequest request, CrossTable table)
    {
        output.WriteLine($"{SearchText.Statements(table.Total)}: {request.Rows.Facet} × {request.Columns.Facet}");
        SearchText.WriteReading(output, table.Query);
        if (table.Rows.Count > 0)
        {
            output.WriteLine();
            TextTable.Write(output, [.. Lines(table)]);
            output.WriteLine();
            TextTable.Write(output, [.. table.Columns.Select((column, number) => new[] { $"{number + 1}  {column.Label}" })]);
            output.WriteLine();
        }

        WriteOmitted(output, table.RowsOmitted, "rows");
        WriteOmitted(output, table.ColumnsOmitted, "columns");
        output.WriteLine("A statement with several values counts in each of them, and one without a value in none: totals are no sums.");
    }

    private static IEnumerable<string[]> Lines(CrossTable table)
    {
        yield return ["", .. table.Columns.Select((_, number) => Number(number + 1)), "total"];
        for (var row = 0; row < table.Rows.Count; row++)
            yield return [table.Rows[row].Label, .. table.Counts[row].Select(count => count == 0 ? "·" : Number(count)), Number(table.Rows[row].Count)];
        yield return ["total", .. table.Columns.Select(column => Number(column.Count)), Number(table.Total)];
    }

    private static void WriteOmitted(TextWriter output, int omitted, string what)
    {
        if (omitted > 0)
            output.WriteLine($"{omitted} more {what} are not shown (--{what}-size shows more).");
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
