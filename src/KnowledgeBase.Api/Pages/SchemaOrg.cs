using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using KnowledgeBase.Corpus;
using KnowledgeBase.Search;

namespace KnowledgeBase.Api.Pages;

/// <summary>
/// The terms of schema.org, as JSON-LD. Names stand in all languages that are known, whatever the reader's: a page has one
/// address, and its data one content.
/// </summary>
/// <param name="root">Where the service is, without a slash at the end.</param>
/// <param name="names">The names behind ids.</param>
internal sealed class SchemaOrg(string root, Names names)
{
    // A page stays a page: an import may give one panel 100,000 speakers.
    private const int MostValues = 100;

    // Chinese as it is, but <, > and & as \u003C, \u003E and \u0026: no text can end the block that it stands in.
    private static readonly JsonSerializerOptions InHtml = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>What a data block of a page holds; safe inside script elements.</summary>
    public static string BlockOf(JsonObject node)
    {
        var block = new JsonObject { ["@context"] = "https://schema.org" };
        foreach (var (property, value) in node)
            block[property] = value?.DeepClone();
        return block.ToJsonString(InHtml);
    }

    /// <summary>A node with the properties that have a value.</summary>
    public static JsonObject Node(string type, params IEnumerable<(string Property, JsonNode? Value)> properties)
    {
        var node = new JsonObject { ["@type"] = type };
        foreach (var (property, value) in properties.Where(one => one.Value is not null))
            node[property] = value;
        return node;
    }

    /// <summary>Several values of a property, at most 100; one stands alone, none is null.</summary>
    public static JsonNode? Many(IEnumerable<JsonNode?> values) => values.Take(MostValues).ToArray() switch
    {
        [] => null,
        [var one] => one,
        var many => new JsonArray(many),
    };

    /// <summary>The address of an entity, by which all pages name it.</summary>
    public string IdOf(string facet, string id) => root + EntityPage.UrlOf(facet, id);

    /// <summary>An entity of another page, by type, address and name.</summary>
    public JsonObject Reference(string facet, string id, string? name = null) =>
        Node(TypeOf(facet), ("@id", IdOf(facet, id)), ("name", names.Find(facet, id)?.Name ?? name ?? id));

    /// <summary>The schema.org type of a facet's entities.</summary>
    public static string TypeOf(string facet) => facet switch
    {
        "speaker" => "Person",
        "institution" => "Organization",
        "panel" => "Event",
        "theme" => "DefinedTerm",
        "report" => "Report",
        _ => "CreativeWork",
    };

    /// <summary>A report with what its description says.</summary>
    public JsonObject Report(ReportReference report) => Node(
        "Report",
        ("@id", IdOf("report", report.Id)),
        ("name", report.Title),
        ("datePublished", report.Date),
        ("publisher", report.Publisher is { } publisher ? Node("Organization", ("name", publisher)) : null),
        // Where an import says something else than a web address, nothing is said.
        ("sameAs", Uri.TryCreate(report.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? report.Url : null));

    /// <summary>
    /// Where somebody holds an office and is a member. Former offices are left out: schema.org would read 原副部长 as in office.
    /// </summary>
    public IEnumerable<(string Property, JsonNode? Value)> Offices(IEnumerable<Office> offices) =>
    [
        ("affiliation", Institutions(offices.Where(office => office.Relation == Relation.Post))),
        ("memberOf", Institutions(offices.Where(office => office.Relation == Relation.Member))),
    ];

    private JsonNode? Institutions(IEnumerable<Office> offices) => Many(
        offices.DistinctBy(office => office.UnitId ?? office.Id, StringComparer.Ordinal).Select(office => Reference("institution", office.UnitId ?? office.Id, office.Name + office.Unit)));
}
