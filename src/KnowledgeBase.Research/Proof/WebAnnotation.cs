using System.Text.Json.Nodes;
using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Text;
using KnowledgeBase.Search;

namespace KnowledgeBase.Research.Proof;

/// <summary>
/// A statement as a W3C Web Annotation in JSON-LD: the body says who is reported to have said what, each target points at
/// one range of the source by position and by quotation.
/// </summary>
public static class WebAnnotation
{
    private const int ContextLength = 32;

    /// <summary>The annotation of a passage.</summary>
    /// <param name="passage">The statement or claim.</param>
    /// <param name="generation">Where its source is kept.</param>
    /// <param name="permalinks">Addresses of statements and sources.</param>
    public static JsonObject Of(CitedPassage passage, Generation generation, Permalinks permalinks)
    {
        IEnumerable<JsonObject> targets = generation.SourceOf(passage.Statement) is { } source
            ? passage.SourceRanges.Select(range => Target(passage.Statement, range, source, permalinks))
            : [Elsewhere(passage, permalinks)];
        return new JsonObject
        {
            ["@context"] = new JsonArray("http://www.w3.org/ns/anno.jsonld", new JsonObject { ["schema"] = "https://schema.org/" }),
            ["id"] = permalinks.Of(passage.Id),
            ["type"] = "Annotation",
            ["motivation"] = "identifying",
            ["body"] = Body(passage),
            ["target"] = new JsonArray([.. targets]),
        };
    }

    // The source is not here: the words point at the report, and nothing is said of what stands around them.
    private static JsonObject Elsewhere(CitedPassage passage, Permalinks permalinks) => new()
    {
        ["type"] = "SpecificResource",
        ["source"] = passage.Statement.Report.Url ?? permalinks.Of(passage.Id),
        ["selector"] = new JsonArray(new JsonObject { ["type"] = "TextQuoteSelector", ["exact"] = passage.Text }),
    };

    private static JsonObject Body(CitedPassage passage)
    {
        var statement = passage.Statement;
        var body = new JsonObject
        {
            ["type"] = "schema:Quotation",
            ["schema:text"] = passage.Text,
            // The report summarises: these are not the speaker's own words.
            ["schema:additionalType"] = "reported speech",
            ["schema:isPartOf"] = Known(
                ("type", "schema:Report"), ("schema:name", statement.Report.Title), ("schema:datePublished", statement.Report.Date), ("schema:url", statement.Report.Url)),
        };
        if (statement.Speaker is { } speaker)
            body["schema:creator"] = Known(("type", "schema:Person"), ("schema:identifier", speaker.Id), ("schema:name", speaker.Name), ("schema:jobTitle", statement.Attribution.Title));
        else if (statement.Attribution.Source is { } voice)
            body["schema:creditText"] = voice;
        return body;
    }

    // A member that nobody knows is left out.
    private static JsonObject Known(params IEnumerable<(string Name, string? Value)> members) =>
        new(members.Where(member => member.Value is not null).Select(member => KeyValuePair.Create<string, JsonNode?>(member.Name, member.Value)));

    private static JsonObject Target(Statement statement, CodePointRange range, string source, Permalinks permalinks)
    {
        var points = new CodePointIndex(source);
        return new JsonObject
        {
            ["type"] = "SpecificResource",
            ["source"] = permalinks.SourceOf(statement.Report.Id),
            ["schema:sha256"] = statement.Source!.Sha256,
            ["selector"] = new JsonArray(
                new JsonObject { ["type"] = "TextPositionSelector", ["start"] = range.Start, ["end"] = range.End },
                new JsonObject
                {
                    ["type"] = "TextQuoteSelector",
                    ["exact"] = Slice(range.Start, range.End),
                    ["prefix"] = Slice(range.Start - ContextLength, range.Start),
                    ["suffix"] = Slice(range.End, range.End + ContextLength),
                }),
        };

        string Slice(int start, int end) => source[points.ToUnit(Math.Clamp(start, 0, points.Count))..points.ToUnit(Math.Clamp(end, 0, points.Count))];
    }
}
