using System.Text.Json;
using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Text;
using KnowledgeBase.Research;
using KnowledgeBase.Research.Proof;
using KnowledgeBase.Search;

namespace KnowledgeBase.Tests;

/// <summary>A proof says true, the first difference, or why it cannot be given.</summary>
public sealed class SourceProofTests(ResearchFixture fixture)
{
    [Fact]
    public void WhatTheSourceDoesNotSayIsFoundAtItsFirstCharacter()
    {
        var statement = CitedPassage.Find(fixture.First, "aicg2021-a7dzvz")!.Statement;
        var forged = statement with { Text = statement.Text.Replace("张钹", "张三", StringComparison.Ordinal) };
        var proof = SourceProof.Of(CitedPassage.Of(forged), fixture.First);
        Assert.False(proof.Verified);
        Assert.StartsWith($"the text differs from the source at character {statement.Text.IndexOf('钹', StringComparison.Ordinal)}: ", proof.Difference, StringComparison.Ordinal);
        Assert.Equal(statement.Text, string.Concat(proof.Slices));
    }

    [Theory]
    [InlineData(-1, 5)]
    [InlineData(5, 5)]
    [InlineData(0, 9_999_999)]
    public void ARangeOutsideTheSourceIsNoProof(int start, int end)
    {
        var statement = CitedPassage.Find(fixture.First, "aicg2021-a7dzvz")!.Statement;
        var forged = statement with { Source = statement.Source! with { Ranges = [new CodePointRange(start, end)] } };
        Assert.False(SourceProof.Of(CitedPassage.Of(forged), fixture.First).Verified);
    }

    [Fact]
    public void AStatementOfAnotherVersionOfTheReportIsNotJudged()
    {
        var statement = CitedPassage.Find(fixture.First, "aicg2021-a7dzvz")!.Statement;
        var older = statement with { Source = statement.Source! with { Sha256 = new string('0', 64) } };
        var proof = SourceProof.Of(CitedPassage.Of(older), fixture.First);
        Assert.Null(proof.Verified);
        Assert.Contains("another version", proof.Difference, StringComparison.Ordinal);
    }

    [Fact]
    public void NothingIsCutOutOfAnotherVersionOfTheReport()
    {
        using var folder = new TemporaryFolder();
        var corpus = folder.CopyCorpus();
        var statement = CitedPassage.Find(fixture.First, "aicg2021-a7dzvz")!.Statement;
        var older = statement with { Id = "other-1", Claims = [.. statement.Claims.Select((claim, i) => claim with { Id = $"other-1.{i + 1}" })], Source = statement.Source! with { Sha256 = new string('1', 64), Lines = [900, 900], Ranges = [new(100, 100 + statement.Text.Length)] } };
        folder.Write("corpus/statements/older.jsonl", JsonSerializer.Serialize(older, CorpusJson.Options) + "\n");
        var index = new StatementIndex(Path.Combine(folder.Path, "index"));
        index.Build(CorpusReader.Read(corpus));
        using var generation = index.Open()!;

        var claim = CitedPassage.Find(generation, "other-1.2")!;
        Assert.Equal([900, 900], claim.Lines);
        Assert.Null(SourceProof.Of(claim, generation).Verified);
        var target = Assert.Single(WebAnnotation.Of(claim, generation, new Permalinks("https://kb.example.org"))["target"]!.AsArray())!;
        Assert.Equal(claim.Text, Assert.Single(target["selector"]!.AsArray())!["exact"]!.GetValue<string>());
        Assert.Equal(statement.Report.Url, target["source"]!.GetValue<string>());
    }

    [Fact]
    public void AnImportWithoutSourceSaysSo()
    {
        foreach (var statement in ResearchFixture.Statements(fixture.Hostile))
        {
            var proof = SourceProof.Of(CitedPassage.Of(statement), fixture.Hostile);
            Assert.Null(proof.Verified);
            Assert.Equal("The statement was imported without its source.", proof.Difference);
        }

        Assert.Equal(8, ResearchFixture.Statements(fixture.Hostile).Count);
    }
}
