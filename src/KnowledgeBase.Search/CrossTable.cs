using Lucene.Net.Search;

namespace KnowledgeBase.Search;

/// <summary>One axis of a table.</summary>
/// <param name="Facet">The facet whose values it has.</param>
/// <param name="Size">The most values that it lists.</param>
public sealed record CrossAxis(string Facet, int Size);

/// <summary>How many statements of a search have both a value of one facet and a value of another.</summary>
public sealed record CrossTable
{
    /// <summary>How many statements the search finds.</summary>
    public required int Total { get; init; }

    /// <summary>The rows, most statements first. A count is of statements that have the value, in whatever column, or in none.</summary>
    public required IReadOnlyList<FacetValue> Rows { get; init; }

    /// <summary>The columns, likewise.</summary>
    public required IReadOnlyList<FacetValue> Columns { get; init; }

    /// <summary>How many values with statements are not listed as rows.</summary>
    public required int RowsOmitted { get; init; }

    /// <summary>How many values with statements are not listed as columns.</summary>
    public required int ColumnsOmitted { get; init; }

    /// <summary>The counts, row by row.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> Counts { get; init; }

    /// <summary>What became of the query text.</summary>
    public required QueryReading Query { get; init; }

    /// <summary>The generation that answered.</summary>
    public required IndexInfo Index { get; init; }

    // Values first, then cells: only what is listed takes memory.
    internal static CrossTable Of(Generation generation, SearchQuery query, Query lucene, CrossAxis rows, CrossAxis columns, Func<int, QueryReading> reading)
    {
        var found = DocumentSet.Of(generation, lucene, query.Filters);
        var (rowValues, rowsOmitted) = Values(generation, found, query, rows);
        var (columnValues, columnsOmitted) = Values(generation, found, query, columns);
        return new CrossTable
        {
            Total = found.Count,
            Rows = rowValues,
            Columns = columnValues,
            RowsOmitted = rowsOmitted,
            ColumnsOmitted = columnsOmitted,
            Counts = Cells(found, (generation.OrdinalsOf(rows.Facet), rowValues), (generation.OrdinalsOf(columns.Facet), columnValues)),
            Query = reading(found.Count),
            Index = generation.Info,
        };
    }

    private static (IReadOnlyList<FacetValue> Values, int Omitted) Values(Generation generation, DocumentSet found, SearchQuery query, CrossAxis axis)
    {
        var counts = new FacetCounts(axis.Facet, generation.OrdinalsOf(axis.Facet));
        foreach (var doc in found.Documents)
            counts.Add(doc);
        var all = FacetValues.Counted(counts, query, generation.Names);
        return ([.. all.Take(axis.Size)], Math.Max(0, all.Count - axis.Size));
    }

    private static int[][] Cells(DocumentSet found, (FacetOrdinals Ordinals, IReadOnlyList<FacetValue> Values) rows, (FacetOrdinals Ordinals, IReadOnlyList<FacetValue> Values) columns)
    {
        int[][] cells = [.. rows.Values.Select(_ => new int[columns.Values.Count])];
        var rowOf = Places(rows.Ordinals, rows.Values);
        var columnOf = Places(columns.Ordinals, columns.Values);
        foreach (var doc in found.Documents)
        {
            foreach (var row in rows.Ordinals.Of(doc))
            {
                if (rowOf[row] < 0)
                    continue;
                foreach (var column in columns.Ordinals.Of(doc))
                {
                    if (columnOf[column] >= 0)
                        cells[rowOf[row]][columnOf[column]]++;
                }
            }
        }

        return cells;
    }

    // Where each ordinal is listed, or -1.
    private static int[] Places(FacetOrdinals ordinals, IReadOnlyList<FacetValue> listed)
    {
        var places = new int[ordinals.Values.Count];
        Array.Fill(places, -1);
        for (var place = 0; place < listed.Count; place++)
            places[ordinals.OrdinalOf(listed[place].Id)] = place;
        return places;
    }
}
