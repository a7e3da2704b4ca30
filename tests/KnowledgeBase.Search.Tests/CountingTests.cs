using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Text;
using KnowledgeBase.Search;
using KnowledgeBase.Search.Queries;

namespace KnowledgeBase.Tests;

/// <summary>Cross tables and contrasts against counting the statements one by one.</summary>
public sealed class CountingTests(SearchFixture fixture)
{
    [Theory]
    [InlineData("theme", "sector", "", null, null)]
    [InlineData("theme", "theme", "治理", null, null)]
    [InlineData("institution", "panel", "", "institution", "tsinghua")]
    [InlineData("speaker", "side", "数据", "sector", "university")]
    [InlineData("kind", "year", "", "theme", "metaverse")]
    [InlineData("country", "report", "元宇宙", null, null)]
    public void ACellCountsTheStatementsThatHaveBothValues(string rows, string columns, string text, string? facet, string? value)
    {
        var query = new SearchQuery { Text = text.Length == 0 ? "" : $"\"{text}\"" };
        query = facet is null ? query : query.With(new FacetSelection(facet, value!));
        var table = fixture.Searcher.Cross(query, new CrossAxis(rows, 1000), new CrossAxis(columns, 1000));

        var found = fixture.Statements.Where(s => Has(s, text) && (facet is null || ValuesOf(s, facet).Contains(value!))).ToList();
        Assert.NotEmpty(found);
        Assert.Equal(found.Count, table.Total);
        Assert.Equal(Ordered(found, rows), table.Rows.Select(row => (row.Id, row.Count)));
        Assert.Equal(Ordered(found, columns), table.Columns.Select(column => (column.Id, column.Count)));
        for (var r = 0; r < table.Rows.Count; r++)
        {
            for (var c = 0; c < table.Columns.Count; c++)
                Assert.Equal(found.Count(s => ValuesOf(s, rows).Contains(table.Rows[r].Id) && ValuesOf(s, columns).Contains(table.Columns[c].Id)), table.Counts[r][c]);
        }
    }

    [Fact]
    public void WhatDoesNotFitIsCountedAsOmittedAndTheRestStaysTheSame()
    {
        var whole = fixture.Searcher.Cross(new SearchQuery(), new CrossAxis("theme", 1000), new CrossAxis("panel", 1000));
        var part = fixture.Searcher.Cross(new SearchQuery(), new CrossAxis("theme", 4), new CrossAxis("panel", 3));
        Assert.Equal((whole.Rows.Count - 4, whole.Columns.Count - 3), (part.RowsOmitted, part.ColumnsOmitted));
        Assert.Equal((0, 0), (whole.RowsOmitted, whole.ColumnsOmitted));
        Assert.Equal(whole.Counts.Take(4).Select(row => row.Take(3)), part.Counts);
    }

    [Theory]
    [InlineData("", "institution", "tsinghua", "sector", "company")]
    [InlineData("", "sector", "university", "institution", "tsinghua")]
    [InlineData("治理", "side", "chinese", "side", "international")]
    [InlineData("", "speaker", "zeng-yi", "theme", "metaverse")]
    public void WordsAndThemesOfASideAreThoseOfItsStatements(string text, string facetA, string idA, string facetB, string idB)
    {
        var query = new SearchQuery { Text = text.Length == 0 ? "" : $"\"{text}\"" };
        var contrast = fixture.Searcher.Contrast(query, new FacetSelection(facetA, idA), new FacetSelection(facetB, idB));
        var a = fixture.Statements.Where(s => Has(s, text) && ValuesOf(s, facetA).Contains(idA)).ToList();
        var b = fixture.Statements.Where(s => Has(s, text) && ValuesOf(s, facetB).Contains(idB)).ToList();
        List<Statement> both = [.. a.Intersect(b)];
        List<Statement> either = [.. a.Union(b)];
        Assert.Equal((a.Count, b.Count, both.Count), (contrast.A.Count, contrast.B.Count, contrast.Both));

        foreach (var (table, of) in new[] { (contrast.Terms, (Func<Statement, IEnumerable<string>>)TellingWords), (contrast.Themes, s => s.Themes.Select(theme => theme.Id)) })
        {
            var corpus = fixture.Statements.SelectMany(of).CountBy(word => word).ToDictionary();
            var (onA, onB, together) = (Count(a, of), Count(b, of), Count(either, of));
            foreach (var count in table.Counts)
            {
                Assert.Equal(onA.GetValueOrDefault(count.Id), count.A);
                Assert.Equal(onB.GetValueOrDefault(count.Id), count.B);
                Assert.Equal(together.GetValueOrDefault(count.Id), count.Together);
                Assert.Equal(corpus.GetValueOrDefault(count.Id), count.Corpus);
            }

            Assert.Empty(together.Keys.Except(table.Counts.Select(count => count.Id)));
        }

        Assert.Equal(a.Sum(s => TellingWords(s).Count()), contrast.Terms.A);
        Assert.Equal(fixture.Statements.Sum(s => TellingWords(s).Count()), contrast.Terms.Corpus);
        Assert.Equal((a.Count, b.Count, fixture.Statements.Count), (contrast.Themes.A, contrast.Themes.B, contrast.Themes.Corpus));
    }

    [Fact]
    public void WordsThatTellNothingAreNotCounted()
    {
        var terms = fixture.Searcher.Contrast(new SearchQuery(), new FacetSelection("side", "chinese"), new FacetSelection("side", "international")).Terms.Counts.Select(count => count.Id).ToList();
        Assert.Contains("人工智能", terms);
        Assert.DoesNotContain(terms, term => term.Length < 2 || UnitReader.StopWords.Contains(term) || term.All(c => !char.IsLetter(c)));
    }

    private static Dictionary<string, Occurrences> Count(IEnumerable<Statement> statements, Func<Statement, IEnumerable<string>> of) =>
        statements.SelectMany(s => of(s).CountBy(word => word)).GroupBy(pair => pair.Key)
            .ToDictionary(group => group.Key, group => new Occurrences(group.Sum(pair => pair.Value), group.Count()));

    private IEnumerable<string> TellingWords(Statement statement)
    {
        var content = Folding.Fold(statement.Text[StatementDocument.ContentStart(statement)..]);
        return fixture.Generation.Analysis.Words(content).Select(word => word.Of(content))
            .Where(word => word.EnumerateRunes().Count() > 1 && word.Any(char.IsLetter) && !UnitReader.StopWords.Contains(word));
    }

    private IEnumerable<(string, int)> Ordered(List<Statement> statements, string facet) =>
        statements.SelectMany(s => ValuesOf(s, facet)).CountBy(value => value).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value));

    private static bool Has(Statement statement, string text) =>
        new SqueezedText(statement.Text).Text.Contains(new SqueezedText(text).Text, StringComparison.Ordinal);

    private HashSet<string> ValuesOf(Statement statement, string facet) =>
        [.. StatementDocument.Facets.Single(f => f.Name == facet).ValuesOf(statement, fixture.Corpus.Registry.Institutions)];
}
