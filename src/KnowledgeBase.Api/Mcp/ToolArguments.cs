using System.Globalization;
using System.Text.Json;
using KnowledgeBase.Search;

namespace KnowledgeBase.Api.Mcp;

/// <summary>
/// The arguments of a tool call, read by the tool's input schema. The SDK's binding passes over unknown names and says of a
/// wrong value only that an error occurred; here both are mistakes that name the argument. What can only mean one thing is
/// taken: "5" as 5, {"theme": "explainability"} as a list of one, null as absent.
/// </summary>
internal sealed class ToolArguments
{
    private readonly Dictionary<string, JsonElement> _usable = new(StringComparer.Ordinal);
    private readonly List<ParameterError> _mistakes = [];

    private ToolArguments(JsonElement schema, IDictionary<string, JsonElement> given)
    {
        var known = schema.GetProperty("properties");
        foreach (var (name, value) in given.Where(argument => argument.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)))
        {
            if (!known.TryGetProperty(name, out var wanted))
                Mistake(name, "unknown-parameter", $"there is no argument \"{name}\"; there are {string.Join(", ", known.EnumerateObject().Select(argument => argument.Name))}");
            else if (Usable(name, value, wanted.GetProperty("type")) is { } usable)
                _usable.Add(name, usable);
        }

        if (schema.TryGetProperty("required", out var required))
        {
            foreach (var name in required.EnumerateArray().Select(name => name.GetString()!).Where(name => !given.TryGetValue(name, out var value) || value.ValueKind == JsonValueKind.Null))
                Mistake(name, "missing-parameter", $"{name} is missing");
        }
    }

    /// <summary>Reads the arguments of a call.</summary>
    /// <param name="schema">The tool's input schema.</param>
    /// <param name="given">The arguments as given; null: none.</param>
    /// <returns>The arguments as the tool's method takes them, and all that is wrong with the given ones.</returns>
    public static (Dictionary<string, JsonElement> Usable, IReadOnlyList<ParameterError> Mistakes) Read(JsonElement schema, IDictionary<string, JsonElement>? given)
    {
        var read = new ToolArguments(schema, given ?? new Dictionary<string, JsonElement>());
        return (read._usable, read._mistakes);
    }

    // The type of an argument that may be left out is a list: ["string", "null"].
    private JsonElement? Usable(string name, JsonElement value, JsonElement type)
    {
        if (Has(type, "integer"))
            return Whole(name, value);
        if (Has(type, "object"))
            return Filters(name, value);
        if (value.ValueKind == JsonValueKind.String)
            return value;
        return Mistake(name, "invalid-value", $"{name} cannot be {value.GetRawText()}; it takes a string");
    }

    private JsonElement? Whole(string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _))
            return value;
        if (value.ValueKind == JsonValueKind.String && int.TryParse(value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return JsonSerializer.SerializeToElement(number);
        return Mistake(name, "invalid-value", $"{name} cannot be {value.GetRawText()}; it takes a whole number");
    }

    private JsonElement? Filters(string name, JsonElement value)
    {
        const string Form = "a list of strings for each facet, such as {\"theme\": [\"explainability\"]}";
        if (value.ValueKind != JsonValueKind.Object)
            return Mistake(name, "invalid-value", $"{name} cannot be {value.GetRawText()}; it takes {Form}");
        var filters = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var filter in value.EnumerateObject().Where(filter => filter.Value.ValueKind != JsonValueKind.Null))
        {
            List<JsonElement> values = filter.Value.ValueKind == JsonValueKind.Array ? [.. filter.Value.EnumerateArray()] : [filter.Value];
            if (values.All(one => one.ValueKind is JsonValueKind.String or JsonValueKind.Number))
                filters[filter.Name] = [.. values.Select(one => one.ToString())];
            else
                Mistake($"{name}.{filter.Name}", "invalid-value", $"it cannot be {filter.Value.GetRawText()}; {name} takes {Form}");
        }

        return JsonSerializer.SerializeToElement(filters);
    }

    private static bool Has(JsonElement type, string name) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Any(one => one.ValueEquals(name)) : type.ValueEquals(name);

    private JsonElement? Mistake(string name, string code, string message)
    {
        _mistakes.Add(new ParameterError(name, code, message));
        return null;
    }
}
