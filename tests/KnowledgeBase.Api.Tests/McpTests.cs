using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace KnowledgeBase.Tests;

/// <summary>The Model Context Protocol endpoint, asked by the SDK's own client.</summary>
public sealed class McpTests(Service service) : IAsyncLifetime
{
    private McpClient _client = null!;

    public async ValueTask InitializeAsync() =>
        _client = await McpClient.CreateAsync(new HttpClientTransport(new() { Endpoint = new Uri(service.Client.BaseAddress!, "/mcp") }), cancellationToken: TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    [Fact]
    public async Task EveryToolSaysWhatItAndItsArgumentsAre()
    {
        var tools = await _client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(["cite", "compare", "get_statement", "list_facets", "search_statements"], tools.Select(tool => tool.Name).Order(StringComparer.Ordinal));
        foreach (var tool in tools)
        {
            Assert.True(tool.Description.Length > 40, tool.Name);
            Assert.True(tool.ProtocolTool.Annotations!.ReadOnlyHint);
            Assert.All(tool.JsonSchema.GetProperty("properties").EnumerateObject(), argument => Assert.True(argument.Value.TryGetProperty("description", out _), $"{tool.Name}.{argument.Name}"));
        }

        Assert.Contains("reported speech", _client.ServerInstructions, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASearchBringsWordsPlaceAndCitationThatTheStatementProves()
    {
        var answer = await Call("search_statements", new() { ["query"] = "可解释", ["filters"] = new { sector = new[] { "university" } }, ["size"] = 2 });
        Assert.Equal(2, answer.GetProperty("statements").GetArrayLength());
        Assert.True(answer.GetProperty("total").GetInt32() > 2);
        foreach (var found in answer.GetProperty("statements").EnumerateArray())
        {
            var one = await Call("get_statement", new() { ["id"] = found.GetProperty("id").GetString() });
            Assert.True(one.GetProperty("verified").GetBoolean());
            Assert.Equal(found.GetProperty("text").GetString(), one.GetProperty("statement").GetProperty("text").GetString());
            var citation = await Text("cite", new() { ["id"] = found.GetProperty("id").GetString() });
            Assert.Equal(found.GetProperty("citation").GetString(), citation.Trim());
            Assert.Contains(found.GetProperty("permalink").GetString()!, citation, StringComparison.Ordinal);
            var claim = one.GetProperty("statement").GetProperty("claims")[0];
            var cited = await Call("get_statement", new() { ["id"] = claim.GetProperty("id").GetString() });
            Assert.Equal(claim.GetProperty("text").GetString(), cited.GetProperty("statement").GetProperty("text").GetString());
        }

        var more = await Call("search_statements", new() { ["query"] = "可解释", ["filters"] = new { sector = new[] { "university" } }, ["size"] = 2, ["cursor"] = answer.GetProperty("next").GetString() });
        Assert.NotEqual(answer.GetProperty("statements")[0].GetProperty("id").GetString(), more.GetProperty("statements")[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task FacetsAreListedUnderASearchAndByName()
    {
        var all = await Call("list_facets", new() { ["facet"] = "speaker", ["query"] = "元宇宙", ["size"] = 3 });
        Assert.Equal(3, all.GetProperty("values").GetArrayLength());
        Assert.True(all.GetProperty("allValues").GetInt32() > 3);
        var zeng = await Call("list_facets", new() { ["facet"] = "speaker", ["query"] = "元宇宙", ["match"] = "zeng" });
        Assert.Equal("zeng-yi", Assert.Single(zeng.GetProperty("values").EnumerateArray()).GetProperty("id").GetString());
    }

    [Fact]
    public async Task TwoSidesAreComparedWithStatementsToQuote()
    {
        var answer = await Call("compare", new() { ["a"] = "institution:清华大学", ["b"] = "sector:company", ["filters"] = new { kind = new[] { "individual" } }, ["size"] = 2 });
        Assert.Equal("tsinghua", answer.GetProperty("a").GetProperty("id").GetString());
        Assert.All(["a", "b"], side => Assert.All(answer.GetProperty(side).GetProperty("statements").EnumerateArray(), s => Assert.Contains("（报告转述）", s.GetProperty("citation").GetString(), StringComparison.Ordinal)));
        Assert.True(answer.GetProperty("themes").GetArrayLength() >= 20);
        Assert.Contains("anecdotes", answer.GetProperty("notes").ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("compare", """{"a": "sector:company", "b": "sector:company"}""", "b: a and b are both sector:company")]
    [InlineData("compare", """{"a": "company", "b": "sector:x"}""", "a: \"company\" has no colon")]
    [InlineData("search_statements", """{"filters": {"theme": ["nothing"], "colour": ["red"]}}""", "theme: no theme has the id or name \"nothing\"")]
    [InlineData("search_statements", """{"filters": {"theme": ["nothing"], "colour": ["red"]}}""", "filters: there is no facet \"colour\"; there are theme, speaker")]
    [InlineData("search_statements", """{"filters": {"sort": ["date"]}}""", "filters: there is no facet \"sort\"")]
    [InlineData("search_statements", """{"filters": {"theme": {"id": "explainability"}}}""", "filters.theme: it cannot be {")]
    [InlineData("search_statements", """{"filters": {"theme": ["explainability", null]}}""", "filters.theme: it cannot be [")]
    [InlineData("search_statements", """{"filters": "theme"}""", "filters: filters cannot be \"theme\"")]
    [InlineData("search_statements", """{"q": "可解释", "limit": 3}""", "q: there is no argument \"q\"; there are query, filters, size, cursor; limit: ")]
    [InlineData("search_statements", """{"query": ["可解释"]}""", "query: query cannot be [")]
    [InlineData("search_statements", """{"size": 0}""", "size: size cannot be \"0\"")]
    [InlineData("search_statements", """{"size": "five"}""", "size: size cannot be \"five\"")]
    [InlineData("search_statements", """{"size": 2.5}""", "size: size cannot be 2.5")]
    [InlineData("search_statements", """{"cursor": "abc"}""", "cursor: ")]
    [InlineData("get_statement", """{"id": "aicg2021-nothere"}""", "there is no statement or claim \"aicg2021-nothere\"")]
    [InlineData("get_statement", "{}", "id: id is missing")]
    [InlineData("get_statement", """{"id": null}""", "id: id is missing")]
    [InlineData("get_statement", """{"id": 5}""", "id: id cannot be 5; it takes a string")]
    [InlineData("list_facets", """{"facet": "colour", "size": 0}""", "facet: there is no facet \"colour\"")]
    [InlineData("list_facets", """{"facet": "colour", "size": 0}""", "; size: size cannot be \"0\"; it takes a whole number from 1 to 1000")]
    [InlineData("compare", """{"a": "sector:company", "b": "sector:media", "filters": {"size": ["3"]}}""", "filters: there is no facet \"size\"")]
    [InlineData("cite", """{"id": "aicg2021-a7dzvz", "format": "apa"}""", "format: it cannot be \"apa\"")]
    public async Task AMistakeIsToldSoThatAModelCanMendIt(string tool, string arguments, string message)
    {
        var result = await _client.CallToolAsync(tool, JsonSerializer.Deserialize<Dictionary<string, object?>>(arguments)!, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.IsError);
        Assert.DoesNotContain(service.Log, entry => entry.StartsWith("ModelContextProtocol", StringComparison.Ordinal));
        Assert.Contains(message, ((TextContentBlock)result.Content[0]).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", 400, "the message is no JSON: ")]
    [InlineData("[]", 400, "the message is no JSON object")]
    [InlineData("""{"jsonrpc": "2.0", "id": 1, "id": 2, "method": "ping"}""", 400, "Duplicate property")]
    [InlineData("""{"jsonrpc": "2.0", "id": 1, "method": "\ud800"}""", 400, "the message holds a string that is no text")]
    [InlineData("""{"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {}}""", 400, "missing required properties including: 'protocolVersion'")]
    [InlineData("""{"jsonrpc": "2.0", "id": 1, "method": "ping"}""", 415, "", "text/plain")]
    public async Task AMessageThatIsNoneIsNoFailureOfTheService(string message, int status, string expected, string type = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp") { Content = new StringContent(message, System.Text.Encoding.UTF8, type) };
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");
        var response = await service.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var answer = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal((status, true), ((int)response.StatusCode, JsonDocument.Parse(answer).RootElement.ToString().Contains(expected, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task AMessageThatIsTooLongIsRefused()
    {
        // A client that does not ask before it sends so much may still be sending when the service, which has answered, closes.
        using var client = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = Timeout.InfiniteTimeSpan }) { BaseAddress = service.Client.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp") { Content = new StringContent(new string(' ', 2_000_000), System.Text.Encoding.UTF8, "application/json") };
        request.Headers.ExpectContinue = true;
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        // Made by what handles errors, it says what a browser may do with it as other answers do.
        Assert.StartsWith("default-src 'none'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"filters": {"theme": "explainability"}, "size": "1"}""", """{"filters": {"theme": ["explainability"]}, "size": 1}""")]
    [InlineData("""{"filters": {"theme": null}, "size": null, "cursor": null}""", "{}")]
    [InlineData("""{"filters": {"year": 2021}}""", """{"filters": {"year": ["2021"]}}""")]
    public async Task WhatCanOnlyMeanOneThingIsTaken(string loose, string strict)
    {
        var answers = new List<string>();
        foreach (var arguments in (string[])[loose, strict])
            answers.Add(await Text("search_statements", JsonSerializer.Deserialize<Dictionary<string, object?>>(arguments)!));
        Assert.Equal(answers[1], answers[0]);
    }

    [Theory]
    [InlineData("search_statements", """{"query": "元宙宇"}""")]
    [InlineData("list_facets", """{"query": "元宙宇", "facet": "theme"}""")]
    [InlineData("compare", """{"query": "元宙宇", "a": "sector:company", "b": "sector:university"}""")]
    public async Task AnAnswerSaysHowTheQueryWasTakenAndOfWhichCorpus(string tool, string arguments)
    {
        var answer = await Call(tool, JsonSerializer.Deserialize<Dictionary<string, object?>>(arguments)!);
        Assert.Equal("元宇宙", answer.GetProperty("query").GetProperty("corrected").GetString());
        Assert.Equal((await service.Get("/api/v1")).GetProperty("corpusVersion").GetString(), answer.GetProperty("corpusVersion").GetString());
    }

    private async Task<JsonElement> Call(string tool, Dictionary<string, object?> arguments) => JsonDocument.Parse(await Text(tool, arguments)).RootElement;

    private async Task<string> Text(string tool, Dictionary<string, object?> arguments)
    {
        var result = await _client.CallToolAsync(tool, arguments, cancellationToken: TestContext.Current.CancellationToken);
        var text = ((TextContentBlock)Assert.Single(result.Content)).Text;
        Assert.False(result.IsError ?? false, text);
        return text;
    }
}
