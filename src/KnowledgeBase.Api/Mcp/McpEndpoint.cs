using System.Text.Json;
using KnowledgeBase.Api.Security;
using KnowledgeBase.Api.Telemetry;
using KnowledgeBase.Corpus;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace KnowledgeBase.Api.Mcp;

/// <summary>/mcp: the Model Context Protocol over streamable HTTP, without sessions.</summary>
internal static class McpEndpoint
{
    private const string Instructions =
        "Statements of AI governance forums, cut out of published reports and attributed to their speakers. Quote text verbatim with its citation, "
        + "say that it is reported speech, keep collective voices and outcomes apart from people, and mention doubts where confidence is below 0.9.";

    public static void Add(IServiceCollection services)
    {
        var json = new JsonSerializerOptions(CorpusJson.Options);
        json.MakeReadOnly(populateMissingResolver: true);
        services.AddHttpContextAccessor();
        services.AddMcpServer(options =>
            {
                options.ServerInfo = new() { Name = "KnowledgeBase", Version = typeof(McpEndpoint).Assembly.GetName().Version!.ToString(3) };
                options.ServerInstructions = Instructions;
            })
            .WithHttpTransport(options => options.Stateless = true)
            .WithTools<McpTools>(json)
            .WithRequestFilters(filters => filters.AddCallToolFilter(AnswerMistakes));
    }

    // A mistake in the arguments is an answer, not a failure of the service: it must not fill the log.
    private static McpRequestHandler<CallToolRequestParams, CallToolResult> AnswerMistakes(McpRequestHandler<CallToolRequestParams, CallToolResult> next) => async (request, cancellation) =>
    {
        var isSearch = request.MatchedPrimitive is McpServerTool { ProtocolTool.Name: McpTools.SearchTool };
        var http = request.Services!.GetRequiredService<IHttpContextAccessor>().HttpContext!;
        using var observed = isSearch ? ObservedSearch.Begin(http, SearchFace.Mcp) : null;
        try
        {
            if (request.MatchedPrimitive is McpServerTool tool && request.Params is { } call)
            {
                var (usable, mistakes) = ToolArguments.Read(tool.ProtocolTool.InputSchema, call.Arguments);
                call.Arguments = mistakes.Count == 0 ? usable : throw McpTools.Mistakes(mistakes);
            }

            return await request.Services!.GetRequiredService<SearchTime>().Within(http, () => next(request, cancellation));
        }
        catch (OperationCanceledException e) when (SearchTime.IsOver(http, e))
        {
            return new CallToolResult { IsError = true, Content = [new TextContentBlock { Text = "The search took too long and was stopped; ask for less." }] };
        }
        catch (McpException e)
        {
            if (e is not McpTools.NoIndexException)
                observed?.Outcome = SearchOutcome.Invalid;
            return new CallToolResult { IsError = true, Content = [new TextContentBlock { Text = e.Message }] };
        }
    };
}
