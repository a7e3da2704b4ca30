using System.Text;
using System.Text.Json;

namespace KnowledgeBase.Fuzz;

/// <summary>What must hold of every answer of the service.</summary>
internal static class HttpAnswers
{
    private const int TooManyRequests = 429;
    private const int Shown = 300;

    /// <summary>Sends a request; whether the answer grants it.</summary>
    /// <exception cref="FuzzException">The answer cannot be.</exception>
    /// <exception cref="IOException">There is none.</exception>
    public static bool MustBeSound(RawHttp http, byte[] request)
    {
        var (method, target, headers, body) = RequestMaker.Read(request);
        var answer = http.Ask(method, target, headers, body);
        var text = Encoding.UTF8.GetString(answer.Body);
        if (answer.Status is >= 500 or < 200 or TooManyRequests)
            throw new FuzzException($"answers {answer.Status}: {text[..Math.Min(text.Length, Shown)].ReplaceLineEndings(" ")}");
        var isJson = answer.ContentType.Contains("json", StringComparison.Ordinal) && !answer.ContentType.Contains("jsonl", StringComparison.Ordinal) && !answer.ContentType.Contains("ndjson", StringComparison.Ordinal);
        if (!isJson || text.Length == 0)
            return answer.Status < 400;
        try
        {
            using var json = JsonDocument.Parse(text);
            if (answer.ContentType.StartsWith("application/problem+json", StringComparison.Ordinal) && !json.RootElement.TryGetProperty("code", out _))
                throw new FuzzException($"answers a problem without code: {text}");
        }
        catch (JsonException e)
        {
            throw new FuzzException($"answers JSON that is none: {e.Message} {text[..Math.Min(text.Length, Shown)]}");
        }

        return answer.Status < 400;
    }
}
