using System.Text.Json;

namespace KnowledgeBase.Api.Mcp;

/// <summary>
/// Looks at what is posted to /mcp before the SDK reads it, for which a message that is no message is a failure of the service:
/// such a one is answered with 400 and an error of JSON-RPC that says what is wrong with it.
/// </summary>
internal sealed class McpRequests(RequestDelegate next)
{
    private const int ParseError = -32700;
    private const int InvalidParameters = -32602;
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public async Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            await next(context);
            return;
        }

        if (!context.Request.HasJsonContentType())
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }

        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        if (Mistake(body.GetBuffer().AsMemory(0, (int)body.Length)) is { } mistake)
        {
            await Answer(context, ParseError, mistake);
            return;
        }

        body.Position = 0;
        context.Request.Body = body;
        try
        {
            await next(context);
        }
        catch (JsonException e) when (!context.Response.HasStarted)
        {
            // initialize without protocolVersion, clientInfo without name: the messages of the protocol have required members.
            await Answer(context, InvalidParameters, e.Message.Split(" Path:", 2)[0]);
        }
    }

    // Bytes that are no UTF-8 and halves of characters are found when a string is read.
    private static string? Mistake(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var message = JsonDocument.Parse(body, Strict);
            var reader = new Utf8JsonReader(body.Span);
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                    reader.GetString();
            }

            return message.RootElement.ValueKind == JsonValueKind.Object ? null : "the message is no JSON object";
        }
        catch (JsonException e)
        {
            return $"the message is no JSON: {e.Message}";
        }
        catch (InvalidOperationException)
        {
            return "the message holds a string that is no text: bytes that are not UTF-8, or half a character (\\ud800 without its other half)";
        }
    }

    private static Task Answer(HttpContext context, int code, string message)
    {
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return context.Response.WriteAsJsonAsync(new { jsonrpc = "2.0", id = (string?)null, error = new { code, message } }, context.RequestAborted);
    }
}
