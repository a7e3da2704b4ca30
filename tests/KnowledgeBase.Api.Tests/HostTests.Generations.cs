using System.Text.Json;
using KnowledgeBase.Corpus;
using KnowledgeBase.Search;

namespace KnowledgeBase.Tests;

/// <summary>A service while generations come and go.</summary>
public sealed partial class HostTests
{
    [Fact]
    public async Task NoAnswerFailsOrMixesTwoIndexesWhileTheyArePublishedAndTakenBack()
    {
        using var folder = new TemporaryFolder();
        var corpora = (CorpusContent[])[CorpusReader.Read(Repository.Corpus), CorpusReader.Read(folder.CopyCorpus()) with { Version = new string('0', 16) }];
        corpora[1] = corpora[1] with { Reports = [corpora[1].Reports[0] with { Statements = [.. corpora[1].Reports[0].Statements.Take(40)] }], Golden = [] };
        var index = new StatementIndex(Path.Combine(folder.Path, "index"));
        index.Build(corpora[0]);
        using var host = new Service.Host(Repository.Corpus, index.Folder);
        using var client = host.CreateClient();

        using var done = new CancellationTokenSource();
        var asking = Enumerable.Range(0, 4).Select(_ => Task.Run(Ask)).ToList();
        for (var i = 1; i <= 6; i++)
        {
            if (i % 3 == 0)
                index.Rollback();
            else
                index.Build(corpora[i % 2]);
        }

        await done.CancelAsync();
        var seen = (await Task.WhenAll(asking)).SelectMany(generations => generations).ToHashSet();
        Assert.True(seen.Count > 1);
        Assert.Empty(host.Log);

        async Task<HashSet<string>> Ask()
        {
            var generations = new HashSet<string>();
            while (!done.IsCancellationRequested)
            {
                var answer = JsonDocument.Parse(await client.GetStringAsync("/api/v1/statements?size=100&facet=kind", TestContext.Current.CancellationToken)).RootElement;
                var expected = answer.GetProperty("index").GetProperty("corpusVersion").GetString() == corpora[0].Version ? 84 : 40;
                Assert.Equal(expected, answer.GetProperty("total").GetInt32());
                Assert.Equal(expected, answer.GetProperty("items").GetArrayLength());
                Assert.Equal(expected, answer.GetProperty("facets").GetProperty("kind").EnumerateArray().Sum(value => value.GetProperty("count").GetInt32()));
                generations.Add(answer.GetProperty("index").GetProperty("generation").GetString()!);
            }

            return generations;
        }
    }

    [Fact]
    public async Task ADamagedIndexIsSaidToBeAndTheOneBeforeAnswers()
    {
        using var folder = new TemporaryFolder();
        var index = new StatementIndex(folder.Path);
        var first = index.Build(CorpusReader.Read(Repository.Corpus)).Generation;
        index.Build(CorpusReader.Read(Repository.Corpus));
        File.Delete(Path.Combine(index.PublishedFolder!, "analysis.json"));

        using var host = new Service.Host(Repository.Corpus, folder.Path);
        using var client = host.CreateClient();
        var health = JsonDocument.Parse(await client.GetStringAsync("/health/ready", TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal("damaged", health.GetProperty("status").GetString());
        Assert.Equal(first, health.GetProperty("index").GetProperty("generation").GetString());
        Assert.Contains("analysis.json is missing", health.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains("KnowledgeBase.Cli -- build", health.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains("analysis.json is missing", Assert.Single(host.Log), StringComparison.Ordinal);

        index.Build(CorpusReader.Read(Repository.Corpus));
        Assert.Contains("\"ready\"", await client.GetStringAsync("/health/ready", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereNothingCanBeServedTheServiceBuildsAnew()
    {
        using var folder = new TemporaryFolder();
        var index = new StatementIndex(folder.Path);
        index.Build(CorpusReader.Read(Repository.Corpus));
        File.Delete(Path.Combine(index.PublishedFolder!, "analysis.json"));
        using var host = new Service.Host(Repository.Corpus, folder.Path);
        using var client = host.CreateClient();
        Assert.Contains("\"ready\"", await client.GetStringAsync("/health/ready", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
