using System.Text.Encodings.Web;
using System.Text.Json;

namespace KnowledgeBase.Benchmarks.Synthetic;

/// <summary>A made-up statement: a line of an import file, as the product and every other engine read it.</summary>
internal sealed record SyntheticStatement(string Text, string Speaker, IReadOnlyList<string> Institutions, string Panel, IReadOnlyList<string> Themes, string Report, string Date)
{
    /// <summary>The facets that searches count.</summary>
    public static readonly IReadOnlyList<string> Facets = ["theme", "speaker", "institution", "panel"];

    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The line.</summary>
    public string ToLine() => JsonSerializer.Serialize(this, Options);

    /// <summary>The values of a facet by their names.</summary>
    public IReadOnlyList<string> ValuesOf(string facet) => facet switch
    {
        "theme" => Themes,
        "speaker" => [Speaker],
        "institution" => Institutions,
        "panel" => [Panel],
        _ => throw new ArgumentOutOfRangeException(nameof(facet)),
    };

    /// <summary>Reads the statements that <see cref="SyntheticCorpus"/> wrote into a corpus folder.</summary>
    public static IEnumerable<SyntheticStatement> Read(string corpus) =>
        Directory.EnumerateFiles(Path.Combine(corpus, "statements"), "*.jsonl").Order(StringComparer.Ordinal).SelectMany(File.ReadLines).Select(line => JsonSerializer.Deserialize<SyntheticStatement>(line, Options)!);
}
