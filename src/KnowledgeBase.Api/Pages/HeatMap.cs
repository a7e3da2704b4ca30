using KnowledgeBase.Search;

namespace KnowledgeBase.Api.Pages;

/// <summary>Counts by two facets as a table whose cells are shaded and open their statements.</summary>
/// <param name="Page">The page that shows it.</param>
/// <param name="Query">The search that is counted.</param>
/// <param name="RowFacet">The facet of the rows.</param>
/// <param name="ColumnFacet">The facet of the columns.</param>
/// <param name="Table">The counts.</param>
public sealed record HeatMap(IndexPage Page, SearchQuery Query, string RowFacet, string ColumnFacet, CrossTable Table)
{
    // Standard deviations above what chance alone would give; below the first, a cell is as pale as one can be.
    private static readonly double[] Steps = [0.5, 1, 1.5, 2.5];

    /// <summary>Whether cells are shaded by how far they are above what two independent values would have; else by their count.</summary>
    public bool ByExpectation { get; init; }

    /// <summary>What the table shows: theme × sector.</summary>
    public string Name => $"{Page.Words.Say(RowFacet)} × {Page.Words.Say(ColumnFacet)}";

    /// <summary>How many statements a cell would have, if its row had nothing to do with its column.</summary>
    public double ExpectedOf(int row, int column) => (double)Table.Rows[row].Count * Table.Columns[column].Count / Table.Total;

    /// <summary>The shade of a cell: 0 (empty) to 5.</summary>
    public int LevelOf(int row, int column)
    {
        var count = Table.Counts[row][column];
        if (count == 0)
            return 0;
        if (!ByExpectation)
            return 1 + (4 * count / Most);
        var above = (count - ExpectedOf(row, column)) / Math.Sqrt(ExpectedOf(row, column));
        return 1 + Steps.Count(step => above >= step);
    }

    /// <summary>The search page of a row's, a column's or a cell's statements.</summary>
    public string UrlOf(FacetValue? row, FacetValue? column)
    {
        var query = row is null ? Query : Query.With(new FacetSelection(RowFacet, row.Id));
        return SearchUrl.Of(column is null ? query : query.With(new FacetSelection(ColumnFacet, column.Id)));
    }

    private int Most => field == 0 ? field = Math.Max(1, Table.Counts.SelectMany(row => row).DefaultIfEmpty().Max()) : field;
}
