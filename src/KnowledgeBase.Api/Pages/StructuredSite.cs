using System.Text.Json.Nodes;

namespace KnowledgeBase.Api.Pages;

/// <summary>The site as a schema.org WebSite, with the way to search it.</summary>
internal static class StructuredSite
{
    public static JsonObject Of(string root)
    {
        var (name, english) = Wording.All["site"];
        return SchemaOrg.Node(
            "WebSite",
            ("@id", root + "/"),
            ("url", root + "/"),
            ("name", name),
            ("alternateName", english),
            ("potentialAction", SchemaOrg.Node(
                "SearchAction",
                ("target", SchemaOrg.Node("EntryPoint", ("urlTemplate", root + "/?q={search_term_string}"))),
                ("query-input", "required name=search_term_string"))));
    }
}
