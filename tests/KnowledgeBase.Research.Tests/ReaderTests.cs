using System.Globalization;
using System.Text.Json;
using KnowledgeBase.Research;
using KnowledgeBase.Research.Citations;

namespace KnowledgeBase.Tests;

/// <summary>Readers that are not ours get from an export what was put in.</summary>
public sealed class ReaderTests(ResearchFixture fixture)
{
    public static TheoryData<string, bool> Bibliographies => new(
        from format in new[] { "bibtex", "ris", "csl" }
        from hostile in new[] { false, true }
        select (format, hostile));

    [Theory]
    [MemberData(nameof(Bibliographies))]
    public async Task CitationsComeBackWithAuthorTitleDatePlaceAndLink(string format, bool hostile)
    {
        var generation = hostile ? fixture.Hostile : fixture.First;
        var items = (await Reader.Read(format, ResearchFixture.Export(generation, format))).EnumerateArray().ToList();
        var statements = ResearchFixture.Statements(generation);
        Assert.Equal(statements.Count, items.Count);
        foreach (var (statement, item) in statements.Zip(items))
        {
            var citation = Citation.Of(CitedPassage.Of(statement), ResearchFixture.Context(generation));
            Assert.Equal("chapter", Text(item, "type"));
            Assert.Equal(citation.Id, Text(item, "id"));
            Assert.Equal(OneLine.Of(citation.Title), Text(item, "title"));
            Assert.Equal(OneLine.Of(citation.Report.Title), Text(item, "container-title"));
            Assert.Equal(citation.Report.Publisher, Text(item, "publisher"));
            Assert.Equal(citation.Report.Place, Text(item, "publisher-place"));
            Assert.Equal(citation.Url, Text(item, "URL"));
            Assert.Equal(citation.Authors.Select(author => author.Literal), Authors(item));
            Assert.Equal("2026-11-24", Date(item, "accessed"));
            // Citation.js reads the year of a RIS record (PY), not its day (DA).
            Assert.Equal(format == "ris" ? citation.Report.Date?[..4] : citation.Report.Date, Date(item, "issued"));
            Assert.Contains(citation.CorpusVersion, item.GetProperty("note").ToString(), StringComparison.Ordinal);
            Assert.Contains("eported speech", item.GetProperty("note").ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ASpreadsheetGetsEveryCellAndNoFormula(bool hostile)
    {
        var generation = hostile ? fixture.Hostile : fixture.First;
        var file = ResearchFixture.Export(generation, "csv");
        Assert.Equal([0xEF, 0xBB, 0xBF], file[..3]);
        var rows = (await Reader.Read("csv", file)).EnumerateArray().ToList();
        var statements = ResearchFixture.Statements(generation);
        Assert.Equal(statements.Count, rows.Count);
        foreach (var (statement, row) in statements.Zip(rows))
        {
            Assert.Equal(statement.Id, Text(row, "id"));
            Assert.Equal(Unicode(statement.Text), Text(row, "text")!.TrimStart('\''));
            Assert.Equal(statement.Speaker?.Name ?? "", Text(row, "speaker")!.TrimStart('\''));
            Assert.Equal(statement.Report.Title, Text(row, "report"));
            Assert.Equal(statement.Source?.Sha256 ?? "", Text(row, "source_sha256"));
            Assert.Equal($"https://kb.example.org/statements/{statement.Id}", Text(row, "permalink"));
            Assert.DoesNotContain(row.EnumerateObject(), cell => "=+-@\t\r".Contains(cell.Value.GetString()!.FirstOrDefault('.'), StringComparison.Ordinal));
        }
    }

    // UTF-8 has no form for half a surrogate pair.
    internal static string Unicode(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));

    private static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static IEnumerable<string> Authors(JsonElement item) =>
        item.TryGetProperty("author", out var authors)
            ? authors.EnumerateArray().Select(author => string.Join(' ', new[] { "literal", "given", "non-dropping-particle", "family" }.Select(part => Text(author, part)).OfType<string>()))
            : [];

    private static string? Date(JsonElement item, string name) => item.TryGetProperty(name, out var date)
        ? string.Join('-', date.GetProperty("date-parts")[0].EnumerateArray().Select(part => part.GetInt32().ToString("00", CultureInfo.InvariantCulture)))
        : null;
}
