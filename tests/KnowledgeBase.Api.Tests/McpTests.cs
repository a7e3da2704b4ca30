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
    [InlineData("search_statements", """{"filters": {"colour": ["red"]}}""", "there is no parameter \"colour\"")]
    [InlineData("search_statements", """{"size": 0}""", "size: size cannot be \"0\"")]
    [InlineData("search_statements", """{"cursor": "abc"}""", "cursor: ")]
    [InlineData("get_statement", """{"id": "aicg2021-nothere"}""", "there is no statement or claim \"aicg2021-nothere\"")]
    [InlineData("list_facets", """{"facet": "colour"}""", "there is no facet \"colour\"")]
    [InlineData("cite", """{"id": "aicg2021-a7dzvz", "format": "apa"}""", "format: it cannot be \"apa\"")]
    public async Task AMistakeIsToldSoThatAModelCanMendIt(string tool, string arguments, string message)
    {
        var result = await _client.CallToolAsync(tool, JsonSerializer.Deserialize<Dictionary<string, object?>>(arguments)!, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.IsError);
        Assert.Contains(message, ((TextContentBlock)result.Content[0]).Text, StringComparison.Ordinal);
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
