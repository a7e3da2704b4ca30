using System.Text.Json.Nodes;
using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Text;
using KnowledgeBase.Search;

namespace KnowledgeBase.Api.Pages;

/// <summary>
/// A statement as a schema.org Quotation: schema.org's spokenByCharacter is to whom the containing work attributes the words,
/// which is what a report does. A collective (与会专家) is no person and no organisation: it is credited as printed.
/// </summary>
internal static class StructuredStatement
{
    public static JsonObject Of(Statement statement, string root, Names names)
    {
        var terms = new SchemaOrg(root, names);
        var address = root + StatementPage.UrlOf(statement.Id);
        return SchemaOrg.Node(
            "Quotation",
            ("@id", address),
            ("url", address),
            ("text", statement.Text),
            ("inLanguage", TextLanguage.TagOf(statement.Text)),
            ("spokenByCharacter", statement.Speaker is { } speaker ? Speaker(statement, speaker, terms) : null),
            ("creditText", statement.Speaker is null ? statement.Attribution.Source : null),
            ("recordedAt", statement.Panel is { } panel ? terms.Reference("panel", panel.Id, panel.Name) : null),
            ("isPartOf", terms.Report(statement.Report)),
            ("about", SchemaOrg.Many(statement.Themes.Select(theme => terms.Reference("theme", theme.Id)))),
            ("mentions", SchemaOrg.Many(statement.Instruments.Select(work => Work(work, terms, names)))));
    }

    // The title as printed at this statement, 科幻作家 too, which names no institution.
    private static JsonObject Speaker(Statement statement, SpeakerReference speaker, SchemaOrg terms) => SchemaOrg.Node(
        "Person",
        [
            ("@id", terms.IdOf("speaker", speaker.Id)),
            ("name", speaker.Name),
            ("jobTitle", statement.Attribution.Title),
            .. terms.Offices(statement.Institutions),
        ]);

    private static JsonObject Work(string work, SchemaOrg terms, Names names) =>
        names.Resolve("instrument", work) is [var id] ? terms.Reference("instrument", id) : SchemaOrg.Node("CreativeWork", ("name", work));
}
