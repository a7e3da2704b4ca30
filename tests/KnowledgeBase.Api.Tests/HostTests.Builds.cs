using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using KnowledgeBase.Api;
using KnowledgeBase.Api.Builds;
using KnowledgeBase.Corpus;
using KnowledgeBase.Search;

namespace KnowledgeBase.Tests;

/// <summary>Builds over HTTP.</summary>
public sealed partial class HostTests
{
    private const string Key = "a key of this test";
    private const string Builds = "/api/v1/builds";
    private static readonly string Keys = $"build:{Convert.ToHexStringLower(SHA256.HashData("another"u8))}, build:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Key)))}";

    [Fact]
    public async Task ABuildOverHttpShowsWhereItStandsAndPublishes()
    {
        using var served = new Rebuildable();
        var (corpus, index, first, client) = (served.Corpus, served.Index, served.First, served.Client);
        WriteLines(corpus, "{\"text\": \"应当先立规则。\"}");

        using var accepted = await client.PostAsync(Builds, null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        var operation = await Ended(client, accepted.Headers.Location!);
        Assert.Equal("succeeded", operation.GetProperty("status").GetString());
        Assert.Equal(("publishing", 85, 85), Progress(operation));
        var outcome = operation.GetProperty("outcome");
        Assert.Equal((85, 1, 0, 0), (outcome.GetProperty("statements").GetInt32(), outcome.GetProperty("added").GetInt32(), outcome.GetProperty("changed").GetInt32(), outcome.GetProperty("removed").GetInt32()));
        Assert.NotEqual(first, outcome.GetProperty("generation").GetString());
        Assert.Equal(outcome.GetProperty("generation").GetString(), (await Json(client, "/health/ready")).GetProperty("index").GetProperty("generation").GetString());
        Assert.Equal(operation.GetProperty("id").GetString(), (await Json(client, Builds)).GetProperty("items")[0].GetProperty("id").GetString());
        Assert.Equal("build-finished", await Refused(client, HttpMethod.Delete, accepted.Headers.Location!.ToString(), HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task OneBuildRunsAtATimeAndCanBeStopped()
    {
        using var served = new Rebuildable();
        var (corpus, index, first, client) = (served.Corpus, served.Index, served.First, served.Client);
        // Enough that it runs for seconds.
        WriteLines(corpus, [.. Enumerable.Range(0, 10000).Select(i => $"{{\"text\": \"第{i}项建议：应当先立规则，后用技术，使人工智能的发展可信可控。\"}}")]);

        using var accepted = await client.PostAsync(Builds, null, TestContext.Current.CancellationToken);
        using var second = await client.PostAsync(Builds, null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.EndsWith((await JsonOf(second)).GetProperty("operation").GetString()!, accepted.Headers.Location!.ToString(), StringComparison.Ordinal);
        using var stopped = await client.DeleteAsync(accepted.Headers.Location, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Accepted, stopped.StatusCode);
        Assert.Equal("cancelled", (await Ended(client, accepted.Headers.Location!)).GetProperty("status").GetString());
        Assert.Equal(first, index.Published);
        Assert.False(Directory.Exists(Path.Combine(index.Folder, "building")));

        // So does a build that runs when the service stops.
        using var last = await client.PostAsync(Builds, null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Accepted, last.StatusCode);
        await served.Stop();
        Assert.Equal(first, index.Published);
        Assert.False(index.IsBeingBuilt);
    }

    [Fact]
    public async Task ABuildThatCannotBeSaysWhy()
    {
        using var served = new Rebuildable();
        var (corpus, index, first, client) = (served.Corpus, served.Index, served.First, served.Client);

        using (new FileStream(Path.Combine(index.Folder, "build.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
            Assert.Equal("build-running", await Refused(client, HttpMethod.Post, Builds, HttpStatusCode.Conflict));

        WriteLines(corpus, "{\"text\": \"应当先立规则。\"}", "{");
        var strict = await Ended(client, (await client.PostAsync($"{Builds}?strict=true", null, TestContext.Current.CancellationToken)).Headers.Location!);
        Assert.Equal(("failed", "new-errors", "KB201"), (strict.GetProperty("status").GetString(), strict.GetProperty("error").GetProperty("code").GetString(), strict.GetProperty("error").GetProperty("diagnostics")[0].GetProperty("code").GetString()));
        await File.AppendAllTextAsync(Path.Combine(corpus, "golden-queries.yaml"), "- {query: '\"量子霸权\"', atLeast: 3}\n", TestContext.Current.CancellationToken);
        var unsound = await Ended(client, (await client.PostAsync(Builds, null, TestContext.Current.CancellationToken)).Headers.Location!);
        Assert.Contains("量子霸权", unsound.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(first, index.Published);
    }

    [Theory]
    [InlineData("", Key, HttpStatusCode.NotFound, "build-off")]
    [InlineData("known", "", HttpStatusCode.Unauthorized, "key-required")]
    [InlineData("known", "a key of another", HttpStatusCode.Unauthorized, "key-required")]
    public async Task WithoutItsKeyNobodyBuilds(string configured, string sent, HttpStatusCode status, string code)
    {
        using var folder = new TemporaryFolder();
        var index = new StatementIndex(folder.Path);
        index.Build(CorpusReader.Read(Repository.Corpus));
        using var host = new Service.Host(Repository.Corpus, folder.Path, "", ("api-keys", configured.Length == 0 ? "" : Keys));
        using var client = WithKey(host, sent);
        foreach (var (method, path) in new[] { (HttpMethod.Post, Builds), (HttpMethod.Get, Builds), (HttpMethod.Get, $"{Builds}/1"), (HttpMethod.Delete, $"{Builds}/1") })
            Assert.Equal(code, await Refused(client, method, path, status));
    }

    [Theory]
    [InlineData("build:secret")]
    [InlineData("secret")]
    [InlineData("search:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    [InlineData("build:zf86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    public void AKeyThatIsNoneIsNamedByItsPlaceAndNotShown(string entry)
    {
        var given = new GivenSettings(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("api-keys", (string?)$"{Keys} {entry}")]).Build());
        var keys = new ApiKeys(given);
        var mistake = Assert.Single(given.Mistakes);
        Assert.StartsWith("api-keys (KB_API_KEYS) has an entry 3 that is none", mistake, StringComparison.Ordinal);
        Assert.DoesNotContain(entry, mistake, StringComparison.Ordinal);
        Assert.Equal(KeyCheck.Valid, keys.Check(Key, ApiKeys.Build));
    }

    private static void WriteLines(string corpus, params string[] lines)
    {
        Directory.CreateDirectory(Path.Combine(corpus, "statements"));
        File.WriteAllLines(Path.Combine(corpus, "statements", "lines.jsonl"), lines);
    }

    private static HttpClient WithKey(Service.Host host, string key)
    {
        var client = host.CreateClient();
        if (key.Length > 0)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    private static async Task<JsonElement> Ended(HttpClient client, Uri operation)
    {
        JsonElement state;
        do
            state = await Json(client, operation.ToString());
        while (state.GetProperty("status").GetString() is "running" or "cancelling");
        return state;
    }

    private static (string?, int, int) Progress(JsonElement operation) => operation.GetProperty("progress") is var progress
        ? (progress.GetProperty("phase").GetString(), progress.GetProperty("statements").GetInt32(), progress.GetProperty("total").GetInt32())
        : default;

    private static async Task<string?> Refused(HttpClient client, HttpMethod method, string path, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(method, path);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(status == HttpStatusCode.Unauthorized, answer.Headers.WwwAuthenticate.Count > 0);
        return (await JsonOf(answer)).GetProperty("code").GetString();
    }

    private static async Task<JsonElement> Json(HttpClient client, string path) => JsonDocument.Parse(await client.GetStringAsync(path, TestContext.Current.CancellationToken)).RootElement;

    private static async Task<JsonElement> JsonOf(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;

    // A service over a corpus of its own, asked by somebody who may rebuild it.
    private sealed class Rebuildable : IDisposable
    {
        private readonly TemporaryFolder _folder = new();
        private readonly Service.Host _host;

        public Rebuildable()
        {
            Corpus = _folder.CopyCorpus();
            Index = new StatementIndex(Path.Combine(_folder.Path, "index"));
            First = Index.Build(CorpusReader.Read(Corpus)).Generation!;
            _host = new Service.Host(Corpus, Index.Folder, "", ("api-keys", Keys));
            Client = WithKey(_host, Key);
        }

        public string Corpus { get; }

        public StatementIndex Index { get; }

        public string First { get; }

        public HttpClient Client { get; }

        public ValueTask Stop() => _host.DisposeAsync();

        public void Dispose()
        {
            Client.Dispose();
            _host.Dispose();
            _folder.Dispose();
        }
    }
}
