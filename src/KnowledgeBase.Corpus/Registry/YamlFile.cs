using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace KnowledgeBase.Corpus.Registry;

/// <summary>
/// A YAML file of the corpus, read so that every mistake has its line: broken syntax, an unknown key, a missing or
/// misplaced value is a diagnostic, and the rest of the file is still read.
/// </summary>
internal sealed class YamlFile
{
    private readonly string _name;
    private readonly ICollection<Diagnostic> _diagnostics;

    private YamlFile(string name, ICollection<Diagnostic> diagnostics)
    {
        _name = name;
        _diagnostics = diagnostics;
    }

    /// <summary>The root of a file that holds a list of records; empty where the file is missing, empty or broken.</summary>
    public static (YamlFile File, IReadOnlyList<YamlRecord> Records) ReadList(string path, string name, ICollection<Diagnostic> diagnostics)
    {
        var file = new YamlFile(name, diagnostics);
        switch (file.Root(path))
        {
            case null:
                return (file, []);
            case YamlSequenceNode list:
                return (file, [.. list.Children.Select(file.RecordOf).OfType<YamlRecord>()]);
            case var other:
                file.Error(other, "a list of entries, each beginning with \"- \", is expected here");
                return (file, []);
        }
    }

    /// <summary>The root of a file that holds one record, or null where the file is missing, empty or broken.</summary>
    public static YamlRecord? ReadRecord(string path, string name, ICollection<Diagnostic> diagnostics)
    {
        var file = new YamlFile(name, diagnostics);
        return file.Root(path) is { } root ? file.RecordOf(root) : null;
    }

    /// <summary>Reports a mistake at a node.</summary>
    public void Error(YamlNode at, string message) =>
        _diagnostics.Add(new Diagnostic("KB005", Severity.Error, _name, (int)at.Start.Line, (int)at.Start.Column, message));

    private YamlNode? Root(string path)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            using var reader = new StreamReader(path);
            var stream = PlainYaml.Load(reader);
            return stream.Documents.Count == 0 || stream.Documents[0].RootNode is YamlScalarNode { Value: null or "" } ? null : stream.Documents[0].RootNode;
        }
        catch (YamlException e)
        {
            _diagnostics.Add(new Diagnostic("KB005", Severity.Error, _name, (int)e.Start.Line, (int)e.Start.Column, $"not valid YAML: {e.Message}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _diagnostics.Add(new Diagnostic("KB001", Severity.Error, _name, 1, 1, $"the file cannot be read: {e.Message}"));
        }

        return null;
    }

    private YamlRecord? RecordOf(YamlNode node)
    {
        if (node is YamlMappingNode mapping)
            return new YamlRecord(this, mapping);
        Error(node, "an entry of \"key: value\" lines is expected here");
        return null;
    }
}

/// <summary>One entry of a YAML file: keys and values that remember their lines.</summary>
internal sealed class YamlRecord(YamlFile file, YamlMappingNode node)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    /// <summary>The value of a key as text, or null.</summary>
    public string? Text(string key)
    {
        _asked.Add(key);
        if (Find(key) is not { } value)
            return null;
        if (value is YamlScalarNode { Value: { } text })
            return text.Length == 0 ? null : text;
        Error(key, $"\"{key}\" takes one value, not a list");
        return null;
    }

    /// <summary>The value of a key that must be there; "" with an error where it is not.</summary>
    public string Required(string key)
    {
        if (Text(key) is { } text)
            return text;
        if (Find(key) is null)
            file.Error(node, $"the entry has no \"{key}\"");
        return "";
    }

    /// <summary>The values of a key that holds a list or a single value.</summary>
    public IReadOnlyList<string> List(string key)
    {
        _asked.Add(key);
        switch (Find(key))
        {
            case null:
                return [];
            case YamlScalarNode { Value: { Length: > 0 } single }:
                return [single];
            case YamlSequenceNode list:
                return [.. list.Children.OfType<YamlScalarNode>().Select(item => item.Value ?? "").Where(item => item.Length > 0)];
            default:
                Error(key, $"\"{key}\" takes a list of values");
                return [];
        }
    }

    /// <summary>The items of a key's list: plain values, and entries of their own.</summary>
    public (IReadOnlyList<string> Names, IReadOnlyList<YamlRecord> Records) NamesAndRecords(string key) =>
        (List(key), Find(key) is YamlSequenceNode list ? [.. list.Children.OfType<YamlMappingNode>().Select(item => new YamlRecord(file, item))] : []);

    /// <summary>1-based line of the entry.</summary>
    public int Line => (int)node.Start.Line;

    /// <summary>The value of a key as one of an enumeration's names, or null.</summary>
    public T? Choice<T>(string key)
        where T : struct, Enum
    {
        if (Text(key) is not { } text)
            return null;
        if (Enum.TryParse<T>(text.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var value) && !char.IsDigit(text[0]))
            return value;
        Error(key, $"\"{key}\" cannot be \"{text}\": it takes {string.Join(", ", CorpusJson.NamesOf<T>())}");
        return null;
    }

    /// <summary>Reports a mistake at a key's value, or at the entry where the key is not there.</summary>
    public void Error(string key, string message) => file.Error(Find(key) ?? node, message);

    /// <summary>Reports the keys that nobody asked for: a misspelt key must not be ignored.</summary>
    public void Finish()
    {
        foreach (var key in node.Children.Keys.OfType<YamlScalarNode>().Where(key => !_asked.Contains(key.Value ?? "")))
            file.Error(key, $"unknown key \"{key.Value}\"; known are {string.Join(", ", _asked.Order(StringComparer.Ordinal))}");
    }

    private YamlNode? Find(string key) => node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;
}
