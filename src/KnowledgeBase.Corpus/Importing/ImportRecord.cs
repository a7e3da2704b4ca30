using System.Text.Json;

namespace KnowledgeBase.Corpus.Importing;

/// <summary>
/// A JSON object of an import line: members by name and kind. What has another kind is an error of the line, and what
/// nobody asked for a warning. Null stands for absent, except where <see cref="Says"/> asks.
/// </summary>
/// <param name="element">The object.</param>
/// <param name="path">Its path from the line's object, empty or ending in a dot: <c>speaker.</c>.</param>
/// <param name="problems">Receives what is wrong.</param>
internal sealed class ImportRecord(JsonElement element, string path, LineProblems problems)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    /// <summary>What is wrong with the line.</summary>
    public LineProblems Problems => problems;

    /// <summary>Whether the member is there at all; null says that there is none, so that nothing is put in its place.</summary>
    public bool Says(string name)
    {
        _asked.Add(name);
        return element.TryGetProperty(name, out _);
    }

    /// <summary>A string, or null.</summary>
    public string? Text(string name) => Find(name) is { } value ? TextOf(value, name) : null;

    /// <summary>A name or date: a string, or a list of one, without blanks around it; null where it is blank.</summary>
    public string? Name(string name) => NameOrRecord(name).Name;

    /// <summary>A name, or an object that says more.</summary>
    public (string? Name, ImportRecord? Record) NameOrRecord(string name)
    {
        var given = NamesOrRecords(name) ?? [];
        if (given.Count > 1)
            Fail(name, $"takes one value, not {given.Count}");
        return given.Count == 0 ? default : given[0];
    }

    /// <summary>Names, or objects that say more: one or a list; null where the member is absent.</summary>
    public IReadOnlyList<(string? Name, ImportRecord? Record)>? NamesOrRecords(string name)
    {
        if (Find(name) is not { } value)
            return null;
        var all = new List<(string?, ImportRecord?)>();
        foreach (var (item, at) in ItemsOf(value, name))
        {
            if (item.ValueKind == JsonValueKind.Object)
                all.Add((null, new ImportRecord(item, $"{path}{at}.", problems)));
            else if (TextOf(item, at)?.Trim() is { Length: > 0 } text)
                all.Add((text, null));
        }

        return all;
    }

    /// <summary>An object; null where the member is absent.</summary>
    public ImportRecord? Record(string name) => Records(name) is [var one, ..] ? one : null;

    /// <summary>A list of objects; null where the member is absent.</summary>
    public IReadOnlyList<ImportRecord>? Records(string name)
    {
        if (NamesOrRecords(name) is not { } all)
            return null;
        if (all.Any(item => item.Record is null))
            Fail(name, "takes objects, not strings");
        return [.. all.Select(item => item.Record).OfType<ImportRecord>()];
    }

    /// <summary>Strings as they are: one or a list; null where the member is absent.</summary>
    public IReadOnlyList<string>? Texts(string name) =>
        Find(name) is { } value ? [.. ItemsOf(value, name).Select(item => TextOf(item.Value, item.At)).OfType<string>()] : null;

    /// <summary>Whole numbers: one or a list; null where the member is absent.</summary>
    public IReadOnlyList<int>? Numbers(string name) =>
        Find(name) is { } value ? [.. ItemsOf(value, name).Select(item => NumberOf(item.Value, item.At))] : null;

    /// <summary>A whole number; null where the member is absent.</summary>
    public int? Number(string name) => Find(name) is { } value ? NumberOf(value, name) : null;

    /// <summary>A number from 0 to 1; null where the member is absent.</summary>
    public double? Fraction(string name)
    {
        if (Find(name) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && number is >= 0 and <= 1)
            return number;
        Fail(name, "takes a number from 0 to 1");
        return null;
    }

    /// <summary>One of an enumeration's names; null where the member is absent.</summary>
    public T? Choice<T>(string name)
        where T : struct, Enum => Name(name) is { } text ? ChoiceOf<T>(text, name) : null;

    /// <summary>Names of an enumeration: one or a list; null where the member is absent.</summary>
    public IReadOnlyList<T>? Choices<T>(string name)
        where T : struct, Enum => Texts(name) is { } texts ? [.. texts.Select(text => ChoiceOf<T>(text, name)).OfType<T>()] : null;

    /// <summary>Something wrong with a member; the message goes on after its name.</summary>
    public void Fail(string name, string message, string code = "KB203") => problems.Fail(code, TopOf(name), $"\"{path}{name}\" {message}");

    /// <summary>Something doubtful about a member, which costs the member and not the line.</summary>
    public void Warn(string name, string message, string code) => problems.Warn(code, TopOf(name), $"\"{path}{name}\" {message}");

    /// <summary>Names the members that nobody asked for.</summary>
    public void Finish()
    {
        foreach (var member in element.EnumerateObject().Where(member => !_asked.Contains(member.Name)))
            problems.Warn("KB207", TopOf(member.Name), $"\"{path}{member.Name}\" is no part of a statement and was left out; known are {string.Join(", ", _asked.Order(StringComparer.Ordinal))}");
    }

    private JsonElement? Find(string name) => Says(name) && element.GetProperty(name) is { ValueKind: not JsonValueKind.Null } value ? value : null;

    private static IEnumerable<(JsonElement Value, string At)> ItemsOf(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select((item, i) => (item, $"{name}[{i}]")) : [(value, name)];

    private string? TextOf(JsonElement value, string at)
    {
        if (value.ValueKind == JsonValueKind.String)
            return value.GetString();
        Fail(at, $"takes a string, not {KindOf(value)}");
        return null;
    }

    private int NumberOf(JsonElement value, string at)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= 0)
            return number;
        Fail(at, $"takes a whole number from 0 on, not {(value.ValueKind == JsonValueKind.Number ? value.GetRawText() : KindOf(value))}");
        return 0;
    }

    private T? ChoiceOf<T>(string text, string at)
        where T : struct, Enum
    {
        if (Values<T>.ByName.TryGetValue(text.Trim(), out var value))
            return value;
        Fail(at, $"cannot be \"{text}\": it takes {string.Join(", ", CorpusJson.NamesOf<T>())}");
        return null;
    }

    private string TopOf(string name) => (path + name).Split('.', '[')[0];

    private static string KindOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };

    private static class Values<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<string, T> ByName = Enum.GetValues<T>().ToDictionary(value => CorpusJson.NameOf(value), StringComparer.OrdinalIgnoreCase);
    }
}
