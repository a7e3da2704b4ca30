using KnowledgeBase.Research.Counting;
using KnowledgeBase.Search;

namespace KnowledgeBase.Tests;

/// <summary>What is made of counted tables.</summary>
public sealed class MatrixTests
{
    private static readonly MatrixRequest Request = new(new SearchQuery(), new CrossAxis("theme", 2), new CrossAxis("speaker", 4));

    // Labels come from reports: they may have commas, quotes, line ends, and may begin like a formula.
    [Fact]
    public void CsvIsWrittenAsSpreadsheetsReadIt()
    {
        var table = Table([("元宇宙, 虚拟", 3), ("=HYPERLINK(\"http://x\")", 2)], [("@甲", 3), ("他说“好”\"对\"", 1), ("两\n行", 1), ("-1+2", 1)], [[3, 1, 0, 0], [2, 0, 1, 1]], 5);
        var output = new StringWriter();
        MatrixCsv.Write(output, Request, table);
        Assert.Equal(
            "\uFEFFtheme (2 of 9) × speaker (4 of 4),\"'@甲\",\"他说“好”\"\"对\"\"\",\"两\n行\",\"'-1+2\",total\r\n"
            + "\"元宇宙, 虚拟\",3,1,0,0,3\r\n"
            + "\"'=HYPERLINK(\"\"http://x\"\")\",2,0,1,1,2\r\n"
            + "total,3,1,1,1,5\r\n",
            output.ToString());
    }

    [Theory]
    [InlineData("+1")]
    [InlineData("\tx")]
    [InlineData("\rx")]
    public void WhatBeginsLikeAFormulaIsMarkedAsText(string label)
    {
        var output = new StringWriter();
        MatrixCsv.Write(output, Request, Table([(label, 1)], [("x", 1)], [[1]], 1));
        Assert.Contains($"'{label}", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ExpectedIsWhatIndependenceWouldGiveAndEmptyCellsHaveNoLink()
    {
        var (matrix, error) = Matrix.Of(Request, Table([("甲", 2), ("乙", 1)], [("丙", 2)], [[2], [0]], 3));
        Assert.Null(error);
        Assert.Equal([new MatrixCell(2, 1.33, "/api/v1/statements?theme.all=r0&speaker.all=c0"), new MatrixCell(0, 0.67, null)], matrix!.Cells.Select(row => row[0]));
    }

    // Each cell's link repeats the query.
    [Fact]
    public void AnAnswerThatWouldBeGigabytesIsRefused()
    {
        var names = Enumerable.Range(0, 300).Select(i => ($"{i}", 1)).ToArray();
        var table = Table(names, names, [.. names.Select(_ => new int[300])], 1);
        var request = Request with { Query = new SearchQuery { Text = new string('治', 10_000) } };
        var (matrix, error) = Matrix.Of(request, table);
        Assert.Null(matrix);
        Assert.Equal("rowsSize", error!.Parameter);
        Assert.NotNull(Matrix.Of(request with { Query = new SearchQuery() }, table).Matrix);
    }

    private static CrossTable Table((string Label, int Count)[] rows, (string Label, int Count)[] columns, int[][] counts, int total) => new()
    {
        Total = total,
        Rows = [.. rows.Select((row, i) => new FacetValue($"r{i}", row.Label, null, null, row.Count, false))],
        Columns = [.. columns.Select((column, i) => new FacetValue($"c{i}", column.Label, null, null, column.Count, false))],
        RowsOmitted = 7,
        ColumnsOmitted = 0,
        Counts = counts,
        Query = new QueryReading("", [], null, null, null, []),
        Index = new IndexInfo("g", "v"),
    };
}
