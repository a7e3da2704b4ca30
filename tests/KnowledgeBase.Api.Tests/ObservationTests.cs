using System.Net;
using System.Text.Json;
using KnowledgeBase.Corpus;
using KnowledgeBase.Search;
using ModelContextProtocol.Client;

namespace KnowledgeBase.Tests;

/// <summary>What the real program shows of itself: metrics, logs, traces, and what it keeps to itself.</summary>
public sealed partial class ObservationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SearchesAreCountedByOutcomeAndNothingTellsWhatWasSearchedFor()
    {
        using var folder = new TemporaryFolder();
        using var collector = new Collector();
        var index = new StatementIndex(folder.Path);
        var first = index.Build(CorpusReader.Read(Repository.Corpus)).Generation;
        await using var service = await ServiceProcess.Start(Repository.Corpus, folder.Path, new Dictionary<string, string>
        {
            ["KB_LOG_FORMAT"] = "json",
            ["KB_LOG_REQUESTS"] = "true",
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            // The instrumentation's own switch must not show texts.
            ["OTEL_DOTNET_EXPERIMENTAL_ASPNETCORE_DISABLE_URL_QUERY_REDACTION"] = "true",
        });
        using var client = new HttpClient { BaseAddress = new Uri(service.Address) };
        var before = await Metrics(client);
        Assert.Equal([$"{first} 1"], before.Lines("kb_index_info", "generation"));
        Assert.Equal(["damaged 0", "none 0", "ready 1", "stale 0"], before.Lines("kb_index_state", "state"));
        Assert.Equal([84], before.Of("kb_index_statements").Select(sample => sample.Value));
        Assert.InRange(before.Of("kb_index_age_seconds").Single().Value, 0, 3600);

        var page = await Json(client, "/api/v1/statements?q=可解释&size=1");
        await Json(client, $"/api/v1/statements?q=可解释&size=1&cursor={page.GetProperty("next").GetString()}");
        await Json(client, "/api/v1/statements?q=可解释&theme=metaverse&sector=company");
        await Json(client, "/api/v1/statements?theme=metaverse");
        await Status(client, "/api/v1/statements?q=可解释&size=0", HttpStatusCode.BadRequest);
        await Status(client, "/api/v1/statements?可解释", HttpStatusCode.BadRequest);
        await Status(client, "/?q=可解释", HttpStatusCode.OK);
        await Status(client, "/", HttpStatusCode.OK);
        await Status(client, "/?q=可解释&theme=metaverse&sector=company", HttpStatusCode.OK);
        await Status(client, "/no/such/可解释", HttpStatusCode.NotFound);
        await using var assistant = await McpClient.CreateAsync(new HttpClientTransport(new() { Endpoint = new Uri(client.BaseAddress, "/mcp") }), cancellationToken: Cancellation);
        await assistant.CallToolAsync("search_statements", new Dictionary<string, object?> { ["query"] = "可解释" }, cancellationToken: Cancellation);
        await assistant.CallToolAsync("search_statements", new Dictionary<string, object?> { ["quarry"] = "可解释" }, cancellationToken: Cancellation);

        // A generation with a statement that cannot be read, though the list of files says that it is sound.
        var second = index.Build(CorpusReader.Read(Repository.Corpus)).Generation;
        await StoredDamage.Do(index.PublishedFolder!, Cancellation);
        await Status(client, $"/api/v1/statements?q=可解释&size=1&cursor={page.GetProperty("next").GetString()}", HttpStatusCode.Gone);
        await Status(client, "/api/v1/statements?q=提升地区生产力", HttpStatusCode.InternalServerError);
        await Status(client, "/?q=提升地区生产力", HttpStatusCode.InternalServerError);
        Assert.True((await assistant.CallToolAsync("search_statements", new Dictionary<string, object?> { ["query"] = "提升地区生产力" }, cancellationToken: Cancellation)).IsError);

        var after = await Metrics(client);
        Assert.Equal(
            [
                "api browse found 1", "api browse invalid 1", "api next found 1", "api next gone 1", "api text failed 1", "api text found 1", "api text invalid 1", "api text nothing 1",
                "mcp browse invalid 1", "mcp text failed 1", "mcp text found 1", "page browse found 1", "page text failed 1", "page text found 1", "page text nothing 1",
            ],
            after.Lines("kb_searches_total", "face", "asked", "outcome"));
        Assert.Equal(after.Of("kb_searches_total").Sum(sample => sample.Value), after.Of("kb_search_duration_seconds_count").Sum(sample => sample.Value));
        var ofPages = after.Of("kb_search_duration_seconds_bucket").Where(sample => sample.Labels["face"] == "page" && sample.Labels["outcome"] == "found").ToList();
        Assert.Equal(["0.0005", "0.001", "0.0025", "0.005", "0.01", "0.025", "0.05", "0.1", "0.25", "0.5", "1", "2.5", "5", "+Inf"], ofPages.Select(sample => sample.Labels["le"]));
        Assert.Equal(2, ofPages[^1].Value);
        // The old generation is no longer said to answer.
        Assert.Equal([$"{second} 1"], after.Lines("kb_index_info", "generation"));
        var routes = after.Of("http_server_request_duration_seconds_count").Select(sample => sample.Labels.GetValueOrDefault("http_route")).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(["/", "/api/v1/statements", "/mcp/", "status/{status:int}"], routes);
        Assert.NotEmpty(after.Of("dotnet_process_memory_working_set_bytes"));

        service.Terminate();
        Assert.Equal(0, await service.Ended());
        var entries = service.Log.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var requests = entries.Where(entry => entry.GetProperty("category").GetString()!.EndsWith(".RequestLog", StringComparison.Ordinal)).Select(entry => entry.GetProperty("state")).ToList();
        Assert.Equal(
            ["- 404", "/ 200 found 8", "/ 200 found 84", "/ 200 nothing 0", "/ 500 failed"],
            requests.Where(request => request.GetProperty("route").GetString()!.Length == 1).Select(Request).Order(StringComparer.Ordinal));
        Assert.Equal(["/mcp/ 200", "/mcp/ 200 failed", "/mcp/ 200 found 8", "/mcp/ 200 invalid"], requests.Select(Request).Where(request => request.StartsWith("/mcp", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains(entries, entry => entry.TryGetProperty("exception", out var exception) && exception.GetString()!.Contains("StatementSearcher.Search", StringComparison.Ordinal));
        Assert.Contains("kb.search.outcome", collector.Traces, StringComparison.Ordinal);
        Assert.Contains("GET /api/v1/statements", collector.Traces, StringComparison.Ordinal);
        Assert.Contains("kb.searches", collector.Metrics, StringComparison.Ordinal);
        foreach (var text in (string[])["可解释", "提升地区生产力"])
        {
            foreach (var (place, told) in (ValueTuple<string, string>[])[("log", service.Log), ("traces", collector.Traces), ("metrics", collector.Metrics), ("/metrics", after.Text)])
            {
                Assert.False(told.Contains(text, StringComparison.Ordinal), $"{place} tells {text}");
                Assert.False(told.Contains(Uri.EscapeDataString(text), StringComparison.OrdinalIgnoreCase), $"{place} tells {Uri.EscapeDataString(text)}");
            }
        }
    }

    [Fact]
    public async Task TextsAreToldWhereThatIsSwitchedOnAndCannotForgeEntries()
    {
        using var folder = new TemporaryFolder();
        using var collector = new Collector();
        var index = Path.Combine(folder.Path, "index");
        new StatementIndex(index).Build(CorpusReader.Read(Repository.Corpus));
        var zeroHits = Path.Combine(folder.Path, "zero-hits.jsonl");
        await using var service = await ServiceProcess.Start(Repository.Corpus, index, new Dictionary<string, string>
        {
            ["KB_LOG_REQUESTS"] = "true",
            ["KB_LOG_SEARCH_TEXTS"] = "true",
            ["KB_ZERO_HIT_LOG"] = zeroHits,
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
            ["OTEL_METRICS_EXPORTER"] = "none",
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        });
        using var client = new HttpClient { BaseAddress = new Uri(service.Address) };

        await Json(client, "/api/v1/statements?q=可解释");
        const string Nothing = "/api/v1/statements?q=%E5%8F%AF%E8%A7%A3%E9%87%8A&theme=metaverse&sector.not=university&sector=company";
        var answer = await Json(client, Nothing);
        await Json(client, "/api/v1/statements?q=" + Uri.EscapeDataString("\"莫须有\"\nfail: Forged[1] entry\u001b[2J"));
        var line = JsonDocument.Parse((await File.ReadAllLinesAsync(zeroHits, Cancellation))[0]).RootElement;
        Assert.Equal(2, (await File.ReadAllLinesAsync(zeroHits, Cancellation)).Length);
        Assert.Equal("可解释", line.GetProperty("q").GetString());
        Assert.Equal("api", line.GetProperty("face").GetString());
        Assert.Equal(["sector", "theme"], line.GetProperty("filters").EnumerateObject().Select(filter => filter.Name).Order(StringComparer.Ordinal));
        Assert.Equal("university", line.GetProperty("filters").GetProperty("sector").GetProperty("not")[0].GetString());
        Assert.Equal(answer.GetProperty("query").GetProperty("relax").GetRawText(), line.GetProperty("relax").GetRawText());
        Assert.Equal(answer.GetProperty("index").GetProperty("generation").GetString(), line.GetProperty("generation").GetString());
        Assert.Equal(["time", "face", "q", "filters", "expand", "words", "corrected", "didYouMean", "relax", "generation"], line.EnumerateObject().Select(member => member.Name));

        // Moved away, as logrotate does: a new one begins. Where it cannot be written, that is said once, and searches are answered.
        File.Move(zeroHits, zeroHits + ".old");
        await Json(client, Nothing);
        Assert.Single(await File.ReadAllLinesAsync(zeroHits, Cancellation));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(zeroHits));
        await using (var full = File.OpenWrite(zeroHits))
            full.SetLength(64 << 20);
        await Json(client, Nothing);
        Assert.False(File.Exists(zeroHits));
        Assert.True(File.Exists(zeroHits + ".1"));
        Directory.CreateDirectory(zeroHits);
        await Json(client, Nothing);
        await Json(client, Nothing);

        // Searches are counted from the start, though nobody asked for the metrics before.
        Assert.Equal(["found 1", "nothing 6"], (await Metrics(client)).Lines("kb_searches_total", "outcome"));
        service.Terminate();
        Assert.Equal(0, await service.Ended());
        var lines = service.Log.Split('\n');
        Assert.Contains(lines, entry => entry.Contains(".RequestLog[0] GET /api/v1/statements 200 ", StringComparison.Ordinal) && entry.Contains(" outcome=found total=8 text=\"可解释\" trace=", StringComparison.Ordinal));
        Assert.Contains(lines, entry => entry.Contains(" outcome=nothing total=0 text=\"\\\"莫须有\\\"\\nfail: Forged[1] entry\\u001B[2J\" trace=", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, entry => entry.StartsWith("fail:", StringComparison.Ordinal));
        Assert.Single(lines, entry => entry.Contains("cannot be written down", StringComparison.Ordinal));
        Assert.Contains("可解释", collector.Traces, StringComparison.Ordinal);
        Assert.Empty(collector.Metrics);
    }

    [Theory]
    [InlineData("KB_LOG_FORMAT", "xml", "log-format (KB_LOG_FORMAT) cannot be \"xml\"; it takes text or json.")]
    [InlineData("KB_LOG_REQUESTS", "1", "log-requests (KB_LOG_REQUESTS) cannot be \"1\"; it takes false or true.")]
    [InlineData("KB_DRAIN", "-1", "drain (KB_DRAIN) cannot be \"-1\"; it takes whole seconds, 0 to 3600.")]
    public async Task ASettingThatCannotBeUsedStopsTheStart(string variable, string value, string message)
    {
        using var folder = new TemporaryFolder();
        await using var service = ServiceProcess.Begin(Repository.Corpus, folder.Path, new Dictionary<string, string> { [variable] = value });
        Assert.Equal(2, await service.Ended());
        Assert.Equal(message, service.Log.Trim());
    }

    // Route, status, outcome, total of a line in the log.
    private static string Request(JsonElement state) =>
        string.Join(' ', ((string[])["route", "status", "outcome", "total"]).Where(name => state.TryGetProperty(name, out _)).Select(name => state.GetProperty(name).ToString()));

    private static async Task<Exposition> Metrics(HttpClient client)
    {
        var response = await client.GetAsync("/metrics", Cancellation);
        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
        return new Exposition(await response.Content.ReadAsStringAsync(Cancellation));
    }

    private static async Task<JsonElement> Json(HttpClient client, string path) => JsonDocument.Parse(await client.GetStringAsync(path, Cancellation)).RootElement;

    private static async Task Status(HttpClient client, string path, HttpStatusCode status) => Assert.Equal(status, (await client.GetAsync(path, Cancellation)).StatusCode);
}
