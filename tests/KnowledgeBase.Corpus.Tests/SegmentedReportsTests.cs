using System.Text.Json;
using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Tests;

/// <summary>Reports as they were segmented before.</summary>
public sealed class SegmentedReportsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AReportComesBackAsItWasSegmented()
    {
        var fresh = CorpusReader.Read(Repository.Corpus);
        CorpusReader.Read(Repository.Corpus, new SegmentedReports(_folder.Path));
        var again = CorpusReader.Read(Repository.Corpus, new SegmentedReports(_folder.Path));
        Assert.Equal(((0, fresh.Reports.Count), (fresh.Reports.Count, 0)), (again.Segmented, fresh.Segmented));
        foreach (var (one, other) in fresh.Reports.Zip(again.Reports))
        {
            Assert.Equal(one.Reference, other.Reference);
            Assert.Equal(one.Description, other.Description);
            Assert.Equal(one.Panels, other.Panels);
            Assert.Equal(one.Source.Text, other.Source.Text);
            Assert.Equal(Json(one.Statements), Json(other.Statements));
            Assert.Equal(Json(one.Audit), Json(other.Audit));
        }
    }

    [Theory]
    [InlineData("a", "另一段话。", "v1")]
    [InlineData("b", "某某大学教授甘小乙指出，一段话。", "v1")]
    [InlineData("a", "某某大学教授甘小乙指出，一段话。", "v2")]
    public void WhatDecidesTheOutcomeDecidesWhatIsRemembered(string id, string text, string registryVersion)
    {
        var segmented = new SegmentedReports(_folder.Path);
        Parse(segmented, "a", "某某大学教授甘小乙指出，一段话。", "v1");
        Parse(segmented, "a", "某某大学教授甘小乙指出，一段话。", "v1");
        Assert.Equal(1, segmented.Unchanged);
        Parse(segmented, id, text, registryVersion);
        Assert.Equal(1, segmented.Unchanged);
    }

    [Fact]
    public void OnlyWhatWasAskedForIsKeptAndAReaderWritesNothing()
    {
        Parse(new SegmentedReports(_folder.Path), "a", "一段话。", "v1");
        var reader = new SegmentedReports(_folder.Path, isReadOnly: true);
        Parse(reader, "b", "一段话。", "v1");
        reader.Prune();
        Assert.Single(Directory.GetFiles(_folder.Path));

        var writer = new SegmentedReports(_folder.Path);
        Parse(writer, "b", "一段话。", "v1");
        writer.Prune();
        Parse(reader, "b", "一段话。", "v1");
        Assert.Equal(1, reader.Unchanged);
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    private static void Parse(SegmentedReports segmented, string id, string text, string registryVersion) =>
        segmented.Parse(new SourceText("report.md", text, ""), new ReportDescription { Id = id }, FirstReport.Registry, registryVersion);

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, CorpusJson.Options);
}
