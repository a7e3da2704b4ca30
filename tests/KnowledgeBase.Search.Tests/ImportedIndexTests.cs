using System.Text.Json;
using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Text;
using KnowledgeBase.Search;

namespace KnowledgeBase.Tests;

/// <summary>Indexes of imported statements: they are found, counted and verified as those of reports are.</summary>
public sealed class ImportedIndexTests(SearchFixture fixture) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AnExportOfAReportMakesTheSameIndexWithoutTheReport()
    {
        var corpus = CorpusOf(fixture.Statements.Select(statement => JsonSerializer.Serialize(statement, CorpusJson.Options)));
        Assert.Empty(corpus.Diagnostics);
        Assert.Empty(corpus.Reports);
        Assert.Equal(fixture.Statements.Count, corpus.StatementCount);
        using var generation = Build(corpus);
        var searcher = new StatementSearcher(generation);
        foreach (var query in (string[])["可解释", "speaker:薛澜", "explainability", "数据 隐私", ""])
        {
            var search = new SearchQuery { Text = query, Size = 100, Facets = [.. StatementDocument.Facets.Select(facet => facet.Name)], FacetSize = 1000 };
            Assert.Equal(JsonSerializer.Serialize(fixture.Searcher.Search(search).Facets, CorpusJson.Options), JsonSerializer.Serialize(searcher.Search(search).Facets, CorpusJson.Options));
            Assert.Equal(fixture.Searcher.Search(search).Items.Select(hit => hit.Statement.Read().Id), searcher.Search(search).Items.Select(hit => hit.Statement.Read().Id));
        }

        foreach (var statement in fixture.Statements)
        {
            Assert.Equal(fixture.Generation.Find(statement.Id)!.Json.ToArray(), generation.Find(statement.Id)!.Json.ToArray());
            Assert.Equal(fixture.Generation.Neighbours(statement), generation.Neighbours(statement));
        }

        // What a statement says of its report is there; what only the source tells is not.
        var report = Assert.Single(generation.Catalogue.Reports);
        Assert.Equal(Json(fixture.Generation.Catalogue.Reports[0] with { File = null, Sha256 = null, Length = null }), Json(report));
        Assert.Null(generation.SourceOf(report.Id));
        Assert.Equal(Json(WithoutLines(fixture.Generation.Catalogue.Speakers)), Json(WithoutLines(generation.Catalogue.Speakers)));
        Assert.Equal(Json(WithoutLines(fixture.Generation.Catalogue.Institutions)), Json(WithoutLines(generation.Catalogue.Institutions)));
        Assert.Equal(fixture.Statements.Select(s => s.Panel).OfType<PanelReference>().Distinct().Select(panel => (panel.Id, panel.Theme)), generation.Catalogue.Panels.Select(panel => (panel.Id, panel.Theme)));
    }

    // On which line of a long statement a name stands only the source tells.
    private static IEnumerable<SpeakerEntity> WithoutLines(IEnumerable<SpeakerEntity> speakers) => speakers.Select(speaker => speaker with { Variants = WithoutLines(speaker.Variants) });

    private static IEnumerable<InstitutionEntity> WithoutLines(IEnumerable<InstitutionEntity> institutions) =>
        institutions.Select(institution => institution with { Variants = WithoutLines(institution.Variants) });

    private static IReadOnlyList<PrintedName> WithoutLines(IEnumerable<PrintedName> names) => [.. names.Select(name => name with { Line = 0 })];

    [Fact]
    public void ImportsStandBehindReportsAndAreProvedWhereTheSourceIsHere()
    {
        var own = fixture.Statements[5];
        var moved = own with { Id = "moved-1", Claims = [], Source = own.Source! with { Ranges = [.. own.Source!.Ranges.Select(range => new CodePointRange(range.Start + 1, range.End + 1))] } };
        string[] lines = [.. new[] { own with { Id = "mine-1", Claims = [] }, moved }.Select(statement => JsonSerializer.Serialize(statement, CorpusJson.Options)), "{\"text\": \"量子霸权还早。\", \"speaker\": \"甘小乙\"}"];
        var corpus = CorpusOf(lines, withReports: true);
        Assert.StartsWith("statements/lines.jsonl:2:", Assert.Single(corpus.Diagnostics).ToString(), StringComparison.Ordinal);
        using var generation = Build(corpus);
        Assert.Equal(["mine-1", corpus.Imported.All().Last().Id], generation.All().Select(stored => stored.Id).Skip(fixture.Statements.Count));
        Assert.Equal(fixture.Statements.Count + 2, generation.Manifest.Statements);
        Assert.Equal(["lines", "aicg2021"], generation.Catalogue.Reports.Select(report => report.Id));

        // A name of an import is one word, as a name of a report is.
        Assert.Contains("甘小乙", generation.Analysis.Domain.Words);
        Assert.Empty(IndexCheck.Problems(Path.Combine(_folder.Path, "index", "generations", generation.Info.Generation)));
    }

    [Fact]
    public void ABuildTellsWhatItChangesAmongImports()
    {
        var index = new StatementIndex(Path.Combine(_folder.Path, "index"));
        index.Build(CorpusOf(["{\"id\": \"a\", \"text\": \"甲。\"}", "{\"id\": \"b\", \"text\": \"乙。\"}"]));
        var corpus = CorpusOf(["{\"id\": \"c\", \"text\": \"丙。\"}", "{\"id\": \"b\", \"text\": \"乙。\", \"speaker\": \"薛澜\"}"]);
        foreach (var changes in new[] { index.Preview(corpus).Changes, index.Build(corpus).Changes })
        {
            Assert.Equal("c", Assert.Single(changes.Added));
            Assert.Equal("b", Assert.Single(changes.Changed));
            Assert.Equal("a", Assert.Single(changes.Removed));
        }
    }

    [Fact]
    public void AFileThatChangesDuringABuildPublishesNothing()
    {
        var index = new StatementIndex(Path.Combine(_folder.Path, "index"));
        var corpus = CorpusOf(["{\"text\": \"甲。\"}"]);
        CorpusOf(["{\"text\": \"甲。\"}", "{\"text\": \"乙。\"}"]);
        Assert.Throws<IOException>(() => index.Build(corpus));
        Assert.Null(index.Published);
    }

    [Fact]
    public void TwentyThousandLinesAreBuiltAndCounted()
    {
        const int Count = 20_000;
        var corpus = CorpusOf(Enumerable.Range(0, Count).Select(i => i % 10 > 0 ? $"{{\"text\": \"第{i}点。\"}}" : $"{{\"text\": \"第{i}点。\", \"speaker\": \"甘{(char)('一' + (i % 300))}\", \"report\": \"报告{i % 210}\", \"institutions\": \"清华大学\"}}"));
        Assert.Empty(corpus.Diagnostics);
        using var generation = Build(corpus);
        var result = new StatementSearcher(generation).Search(new SearchQuery { Text = "\"第1234点\"", Facets = ["speaker", "institution"] });
        Assert.Equal(1, result.Total);
        var all = new StatementSearcher(generation).Search(new SearchQuery { Facets = ["report", "institution"], FacetSize = 1000 });
        Assert.Equal(Count, all.Total);
        Assert.Equal(Count / 10, all.Facets["institution"].Single().Count);
        Assert.Equal(Count, all.Facets["report"].Sum(report => report.Count));

        // Of what every statement prints, the catalogue keeps some places.
        Assert.Equal(20, generation.Catalogue.Institutions.Single().Variants.Count);
        Assert.Equal(22, generation.Catalogue.Reports.Count);
    }

    private CorpusContent CorpusOf(IEnumerable<string> lines, bool withReports = false)
    {
        var corpus = Path.Combine(_folder.Path, "corpus");
        if (!Directory.Exists(corpus))
            _folder.CopyCorpus();
        if (!withReports && Directory.Exists(Path.Combine(corpus, "reports")))
            Directory.Delete(Path.Combine(corpus, "reports"), recursive: true);
        _folder.Write("corpus/statements/lines.jsonl", string.Join('\n', lines));
        return CorpusReader.Read(corpus);
    }

    private Generation Build(CorpusContent corpus)
    {
        var index = new StatementIndex(Path.Combine(_folder.Path, "index"));
        index.Build(corpus);
        return index.Open()!;
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, CorpusJson.Options);
}
