using KnowledgeBase.Corpus;
using KnowledgeBase.Search;

namespace KnowledgeBase.Tests;

/// <summary>Building, publishing and keeping generations.</summary>
public sealed class GenerationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ABuildKeepsThePublishedGenerationAndTheOneBefore()
    {
        var index = new StatementIndex(_folder.Path);
        var corpus = CorpusReader.Read(Repository.Corpus);
        var names = Enumerable.Range(0, 4).Select(_ => index.Build(corpus).Generation!).ToList();
        Assert.Distinct(names);
        Assert.Equal(names[^1], index.Published);
        Assert.Equal(names[^2..], Directory.GetDirectories(Path.Combine(_folder.Path, "generations")).Select(path => Path.GetFileName(path)!).Order());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void ABuildKeepsAsManyAsItIsTold(int keep)
    {
        var index = new StatementIndex(_folder.Path);
        var corpus = CorpusReader.Read(Repository.Corpus);
        var names = Enumerable.Range(0, 4).Select(_ => index.Build(corpus, keep: keep).Generation!).ToList();
        Assert.Equal(names[^keep..], Directory.GetDirectories(Path.Combine(_folder.Path, "generations")).Select(path => Path.GetFileName(path)!).Order());
    }

    [Fact]
    public void TheIdsOfAGenerationAreThoseOfItsStatements()
    {
        var index = new StatementIndex(_folder.Path);
        index.Build(CorpusReader.Read(Repository.Corpus));
        using var generation = index.Open()!;
        Assert.Equal(generation.All().Select(statement => statement.Id).Order(StringComparer.Ordinal), generation.StatementIds());
    }

    [Fact]
    public void ABuildThatFailsPublishesNothingAndLeavesNothing()
    {
        var index = new StatementIndex(_folder.Path);
        var corpus = CorpusReader.Read(Repository.Corpus);
        var published = index.Build(corpus).Generation;

        // A statement that its source does not say must never be published.
        var report = corpus.Reports[0];
        var forged = report.Statements[0] with { Text = report.Statements[0].Text.Replace("合作", "对抗", StringComparison.Ordinal) };
        var damaged = corpus with { Reports = [report with { Statements = [forged, .. report.Statements.Skip(1)] }] };
        var problem = Assert.Throws<InvalidDataException>(() => index.Build(damaged));
        Assert.Contains(forged.Id, problem.Message, StringComparison.Ordinal);
        Assert.Equal(published, index.Published);
        Assert.Single(Directory.GetDirectories(Path.Combine(_folder.Path, "generations")));
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "building")));
    }

    [Fact]
    public void WhatAKilledBuildLeftIsNeverServedAndIsRemoved()
    {
        var index = new StatementIndex(_folder.Path);
        var corpus = CorpusReader.Read(Repository.Corpus);
        var unfinished = Path.Combine(_folder.Path, "building", "99991231T000000000-00000000");
        _folder.Write(Path.Combine(unfinished, "lucene", "_0.cfs"), "half of it");
        Assert.Null(index.Open());
        index.Build(corpus);
        Assert.False(Directory.Exists(unfinished));
        Assert.Empty(index.Problems());
    }

    [Fact]
    public void AStatementThatIsNotWhatTheIndexWasGivenIsFound()
    {
        var index = new StatementIndex(_folder.Path);
        index.Build(CorpusReader.Read(Repository.Corpus));
        var files = new GenerationFiles(index.PublishedFolder!);
        var manifest = File.ReadAllText(files.Manifest);
        var digest = System.Text.Json.JsonDocument.Parse(manifest).RootElement.GetProperty("digest").GetString()!;
        File.WriteAllText(files.Manifest, manifest.Replace(digest, digest[1..] + digest[0], StringComparison.Ordinal));
        GenerationSeal.Write(files);
        Assert.Contains("its statements are not those that it was given", Assert.Single(index.Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void AGoldenQueryThatIsNotAnsweredKeepsAnIndexFromBeingPublished()
    {
        var index = new StatementIndex(_folder.Path);
        var corpus = CorpusReader.Read(Repository.Corpus);
        var (found, other) = (corpus.Reports[0].Statements.First(s => s.Text.Contains("元宇宙", StringComparison.Ordinal)).Id, corpus.Reports[0].Statements.First(s => !s.Text.Contains("元宇宙", StringComparison.Ordinal)).Id);
        var problem = Assert.Throws<InvalidDataException>(() => index.Build(corpus with { Golden = [new("\"元宇宙\"", [found, other], 1000, 7)] }));
        Assert.Contains($"the golden query \"\"元宇宙\"\" (golden-queries.yaml:7) does not find {other}; ", problem.Message, StringComparison.Ordinal);
        Assert.Contains("should find at least 1000", problem.Message, StringComparison.Ordinal);
        Assert.Null(index.Published);

        // A report that was taken out takes its statements along; the index is not to blame.
        var note = Assert.Single(index.Build(corpus with { Golden = [new("\"元宇宙\"", [found, "gone-000000"], 1000, 7)] }).Unknown);
        Assert.Contains("the corpus does not have gone-000000", note.Message, StringComparison.Ordinal);
        Assert.Empty(index.Problems());
    }

    [Fact]
    public void AStatementComesBackAsItWentIn()
    {
        var index = new StatementIndex(_folder.Path);
        var corpus = CorpusReader.Read(Repository.Corpus);
        index.Build(corpus);
        using var generation = index.Open()!;
        foreach (var statement in corpus.Reports[0].Statements)
        {
            var stored = generation.Find(statement.Id)!.Read();
            Assert.Equal(System.Text.Json.JsonSerializer.Serialize(statement, CorpusJson.Options), System.Text.Json.JsonSerializer.Serialize(stored, CorpusJson.Options));
        }

        Assert.Null(generation.Find("aicg2021-000000"));
    }

    [Fact]
    public void AnAuditComesBackAsItWentIn()
    {
        var index = new StatementIndex(_folder.Path);
        var audit = CorpusReader.Read(Repository.Corpus).Reports[0].Audit;
        index.Build(CorpusReader.Read(Repository.Corpus));
        using var generation = index.Open()!;
        Assert.Equal(System.Text.Json.JsonSerializer.Serialize(audit, CorpusJson.Options), System.Text.Json.JsonSerializer.Serialize(generation.AuditOf(audit.Report.Id), CorpusJson.Options));
        Assert.Null(generation.AuditOf("none"));
    }

    [Fact]
    public void AServiceReadsOnWhileANewGenerationIsPublished()
    {
        var index = new StatementIndex(_folder.Path);
        var corpus = CorpusReader.Read(Repository.Corpus);
        using var live = new LiveIndex(index, message => Assert.Fail(message));
        Assert.Null(live.Acquire());
        var first = index.Build(corpus).Generation;
        using var reading = live.Acquire()!;
        var second = index.Build(corpus).Generation;
        using (var fresh = live.Acquire()!)
            Assert.Equal(second, fresh.Generation.Info.Generation);
        Assert.Equal(first, reading.Generation.Info.Generation);
        Assert.Equal(84, new StatementSearcher(reading.Generation).Search(new SearchQuery()).Total);
    }

    [Fact]
    public void AGenerationThatCannotBeOpenedLeavesTheOneBeforeInService()
    {
        var index = new StatementIndex(_folder.Path);
        var corpus = CorpusReader.Read(Repository.Corpus);
        var failures = new List<string>();
        using var live = new LiveIndex(index, failures.Add);
        var first = index.Build(corpus).Generation;
        live.Acquire()!.Dispose();
        var second = index.Build(corpus).Generation!;
        File.WriteAllText(Path.Combine(_folder.Path, "generations", second, "manifest.json"), "{");
        using var lease = live.Acquire()!;
        Assert.Equal(first, lease.Generation.Info.Generation);
        Assert.Contains(second, Assert.Single(failures), StringComparison.Ordinal);
    }
}
