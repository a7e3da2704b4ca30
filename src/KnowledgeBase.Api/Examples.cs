using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KnowledgeBase.Api;

/// <summary>Examples for the OpenAPI document, from examples.json; each works on the first report.</summary>
internal static class Examples
{
    private static readonly JsonDocument All = Load();

    /// <summary>The value of an operation's path parameter, or null.</summary>
    public static JsonNode? OfPath(string operation) => Find("paths", operation);

    /// <summary>A value of a property as JSON names it, or null.</summary>
    public static JsonNode? OfProperty(string type, string property) => Find("properties", $"{type}.{property}");

    /// <summary>A value of a query parameter, or null; of theme.all and theme.not that of theme.</summary>
    public static JsonNode? OfParameter(string parameter) => Find("parameters", parameter.Split('.')[0]);

    private static string? Find(string group, string name) =>
        All.RootElement.GetProperty(group).TryGetProperty(name, out var example) ? example.GetString() : null;

    private static JsonDocument Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("examples.json")!;
        return JsonDocument.Parse(stream);
    }
}
