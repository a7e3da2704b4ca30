using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using KnowledgeBase.Corpus;
using KnowledgeBase.Research.Exports;
using KnowledgeBase.Research.Proof;
using KnowledgeBase.Search;

namespace KnowledgeBase.Research.Citations;

/// <summary>A format in which one statement or claim is cited or described.</summary>
/// <param name="Name">Its name in URLs and on the command line.</param>
/// <param name="MediaType">Its media type.</param>
public sealed record CitationFormat(string Name, string MediaType)
{
    private static readonly (CitationFormat Format, Func<CitedPassage, Generation, CitationContext, string> Write)[] Writers =
    [
        (new("bibtex", ExportFormat.BibTex.MediaType), (passage, _, context) => BibTex.Write(Citation.Of(passage, context))),
        (new("ris", ExportFormat.Ris.MediaType), (passage, _, context) => Ris.Write(Citation.Of(passage, context))),
        (new("csl", ExportFormat.Csl.MediaType), (passage, _, context) => Json(new JsonArray(CslJson.Write(Citation.Of(passage, context))))),
        (new("gbt7714", "text/plain"), (passage, _, context) => Gbt7714.Write(Citation.Of(passage, context)) + "\n"),
        (new("tei", ExportFormat.Tei.MediaType), Tei),
        (new("jsonld", "application/ld+json"), (passage, generation, context) => Json(WebAnnotation.Of(passage, generation, context.Permalinks))),
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<CitationFormat> All { get; } = [.. Writers.Select(writer => writer.Format)];

    /// <summary>The format of a name; null where there is none.</summary>
    public static CitationFormat? Find(string name) => All.FirstOrDefault(format => format.Name == name);

    /// <summary>Writes a passage in this format.</summary>
    public string Write(CitedPassage passage, Generation generation, CitationContext context) =>
        Writers.First(writer => writer.Format.Name == Name).Write(passage, generation, context);

    // A claim is a part of its statement's utterance: the document is the statement's.
    private static string Tei(CitedPassage passage, Generation generation, CitationContext context)
    {
        using var output = new MemoryStream();
        var subject = new ExportSubject(new StatementSearcher(generation).One(passage.Statement.Id), new SearchQuery { Text = passage.Statement.Id }, context);
        Export.Write(subject, ExportFormat.Tei, output);
        return Encoding.UTF8.GetString(output.GetBuffer().AsSpan(0, (int)output.Length));
    }

    private static string Json(JsonNode node) => JsonSerializer.Serialize(node, CorpusJson.Indented) + "\n";
}
