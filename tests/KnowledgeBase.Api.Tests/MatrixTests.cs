using System.Net;
using System.Text;
using System.Text.Json;

namespace KnowledgeBase.Tests;

/// <summary>GET /matrix: any two facets under a search.</summary>
public sealed class MatrixTests(Service service)
{
    private const string Matrix = "/api/v1/matrix";

    [Theory]
    [InlineData("rows=theme&columns=sector")]
    [InlineData("rows=theme&columns=theme&q=元宇宙&rowsSize=12&columnsSize=12")]
    [InlineData("rows=theme&columns=panel&theme=explainability&theme=metaverse&theme.not=climate_carbon&q=数据&rowsSize=10")]
    [InlineData("rows=institution&columns=institution&institution=清华大学&institution.all=tsinghua&rowsSize=8&columnsSize=8")]
    [InlineData("rows=speaker&columns=country&q=薛兰")]
    [InlineData("rows=kind&columns=year&q=AI&expand=off")]
    [InlineData("rows=side&columns=report&q=\"全球治理\" OR 标准&side.not=chinese")]
    public async Task EveryCellsLinkAnswersItsCount(string query)
    {
        var matrix = await service.Get($"{Matrix}?{query}");
        var (rows, columns) = (Items(matrix, "rows"), Items(matrix, "columns"));
        var cells = Items(matrix, "cells").Select(row => row.EnumerateArray().ToList()).ToList();
        Assert.Equal(rows.Count, cells.Count);
        Assert.NotEmpty(cells);
        var total = Number(matrix, "total");
        for (var r = 0; r < rows.Count; r++)
        {
            Assert.Equal(columns.Count, cells[r].Count);
            for (var c = 0; c < columns.Count; c++)
            {
                var count = Number(cells[r][c], "count");
                Assert.Equal(Math.Round((double)Number(rows[r], "count") * Number(columns[c], "count") / total, 2), cells[r][c].GetProperty("expected").GetDouble());
                if (count == 0)
                    Assert.Equal(JsonValueKind.Null, cells[r][c].GetProperty("statements").ValueKind);
                else
                    Assert.Equal(count, Number(await service.Get(cells[r][c].GetProperty("statements").GetString()!), "total"));
            }
        }
    }

    [Fact]
    public async Task TotalsAreThoseOfTheSearchAndOfChoosingTheValue()
    {
        var matrix = await service.Get($"{Matrix}?rows=theme&columns=sector&q=治理&rowsSize=6");
        Assert.Equal(Number(await service.Get("/api/v1/statements?q=治理"), "total"), Number(matrix, "total"));
        foreach (var (axis, facet) in new[] { ("rows", "theme"), ("columns", "sector") })
        {
            foreach (var value in Items(matrix, axis))
                Assert.Equal(Number(value, "count"), Number(await service.Get($"/api/v1/statements?q=治理&{facet}={value.GetProperty("id").GetString()}"), "total"));
            Assert.Equal(Items(matrix, axis).Select(v => Number(v, "count")).OrderDescending(), Items(matrix, axis).Select(v => Number(v, "count")));
        }

        var all = Items((await service.Get("/api/v1/statements?q=治理&facet=theme&facetSize=1000")).GetProperty("facets"), "theme");
        Assert.Equal(all.Take(6).Select(v => v.GetProperty("id").GetString()), Items(matrix, "rows").Select(v => v.GetProperty("id").GetString()));
        Assert.Equal(all.Count - 6, Number(matrix, "rowsOmitted"));
        Assert.Equal(0, Number(matrix, "columnsOmitted"));
    }

    [Fact]
    public async Task TheAnswerSaysHowTheQueryWasTakenAndWhoAnswered()
    {
        var matrix = await service.Get($"{Matrix}?rows=theme&columns=sector&q=元宙宇");
        Assert.Equal("元宇宙", matrix.GetProperty("query").GetProperty("corrected").GetString());
        Assert.False(string.IsNullOrEmpty(matrix.GetProperty("index").GetProperty("generation").GetString()));
        var nothing = await service.Get($"{Matrix}?rows=theme&columns=sector&q=\"世上没有的话\"&kind=outcome");
        Assert.Equal((0, 0, 0), (Number(nothing, "total"), Items(nothing, "rows").Count, Items(nothing, "cells").Count));
        Assert.NotEmpty(nothing.GetProperty("query").GetProperty("relax").EnumerateArray());
    }

    [Theory]
    [InlineData("&format=csv", null)]
    [InlineData("", "text/csv")]
    [InlineData("", "application/json;q=0.5, text/csv")]
    public async Task CsvHasTheSameCounts(string format, string? accept)
    {
        const string Query = $"{Matrix}?rows=theme&columns=sector&rowsSize=5&q=治理";
        using var request = new HttpRequestMessage(HttpMethod.Get, Query + format);
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        var response = await service.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
        Assert.NotNull(response.Headers.ETag);
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");

        var matrix = await service.Get(Query);
        var rows = Items(matrix, "rows");
        Assert.Equal(rows.Count + 3, lines.Length);
        Assert.Equal($"theme (5 of {5 + Number(matrix, "rowsOmitted")}) × sector ({Items(matrix, "columns").Count} of {Items(matrix, "columns").Count}),{string.Join(',', Items(matrix, "columns").Select(c => c.GetProperty("label").GetString()))},total", lines[0]);
        for (var r = 0; r < rows.Count; r++)
            Assert.Equal($"{rows[r].GetProperty("label").GetString()},{string.Join(',', Items(matrix, "cells")[r].EnumerateArray().Select(cell => Number(cell, "count")))},{Number(rows[r], "count")}", lines[r + 1]);
        Assert.Equal($"total,{string.Join(',', Items(matrix, "columns").Select(c => Number(c, "count")))},{Number(matrix, "total")}", lines[^2]);
        Assert.Empty(lines[^1]);
    }

    [Theory]
    [InlineData("columns=sector", "missing-parameter", "rows is missing; it takes a facet: theme, speaker")]
    [InlineData("rows=theme&columns=", "missing-parameter", "columns is missing")]
    [InlineData("rows=theme&columns=colour", "invalid-value", "there is no facet \"colour\"")]
    [InlineData("rows=theme&rows=panel&columns=sector", "invalid-value", "rows is given 2 times")]
    [InlineData("rows=theme&columns=sector&rowsSize=0", "invalid-value", "1 to 1000")]
    [InlineData("rows=theme&columns=sector&rowsSize=1000&columnsSize=101", "invalid-value", "101000 cells")]
    [InlineData("rows=theme&columns=sector&format=xml", "invalid-value", "format cannot be \"xml\"; it takes json, csv")]
    [InlineData("rows=theme&columns=sector&sort=date", "unknown-parameter", "there is no parameter \"sort\"; there are rows, columns")]
    [InlineData("rows=theme&columns=sector&size=10", "unknown-parameter", "size")]
    [InlineData("rows=theme&columns=sector&cursor=x", "unknown-parameter", "cursor")]
    [InlineData("rows=theme&columns=sector&facet=theme", "unknown-parameter", "facet")]
    [InlineData("rows=theme&columns=sector&facetSize=3", "unknown-parameter", "facetSize")]
    [InlineData("rows=theme&columns=sector&speaker=nobody", "unknown-value", "no speaker")]
    [InlineData("rows=theme&columns=sector&syntax=strict&q=(a", "invalid-query", "column 1")]
    public async Task ABadParameterIsNamed(string query, string code, string expected)
    {
        var problem = await service.Problem($"{Matrix}?{query}", HttpStatusCode.BadRequest);
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Contains(expected, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rows=theme&columns=speaker&rowsSize=10000&columnsSize=10000", "rowsSize", "columnsSize")]
    [InlineData("size=3&rows=colour&kind=person&format=xml", "size", "kind", "rows", "columns", "format")]
    public async Task AllBadParametersAreNamedAtOnce(string query, params string[] parameters) =>
        Assert.Equal(parameters, Items(await service.Problem($"{Matrix}?{query}", HttpStatusCode.BadRequest), "errors").Select(error => error.GetProperty("parameter").GetString()));

    private static int Number(JsonElement element, string property) => element.GetProperty(property).GetInt32();

    private static List<JsonElement> Items(JsonElement element, string property) => [.. element.GetProperty(property).EnumerateArray()];
}
