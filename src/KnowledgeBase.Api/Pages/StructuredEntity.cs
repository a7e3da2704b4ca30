using System.Text.Json.Nodes;
using KnowledgeBase.Corpus;
using KnowledgeBase.Search;
using Property = (string Property, System.Text.Json.Nodes.JsonNode? Value);

namespace KnowledgeBase.Api.Pages;

/// <summary>
/// An entity in the terms of schema.org: Person, Organization, Event (a panel), DefinedTerm (a theme), Report, CreativeWork.
/// A panel has no startDate: a report's date is when it was published, and the forum may have been a year before.
/// </summary>
internal static class StructuredEntity
{
    public static JsonObject Of(Entity entity, string facet, string root, Names names)
    {
        var terms = new SchemaOrg(root, names);
        var address = terms.IdOf(facet, entity.Id);
        string?[] otherNames = [entity.NameEn, .. entity.Aliases];
        return SchemaOrg.Node(
            SchemaOrg.TypeOf(facet),
            [
                ("@id", address),
                ("url", address),
                ("name", entity.Name),
                ("alternateName", SchemaOrg.Many(otherNames.Where(name => !string.IsNullOrEmpty(name) && name != entity.Name).Distinct(StringComparer.Ordinal).Select(name => (JsonNode?)name))),
                .. entity switch
                {
                    SpeakerEntity speaker => Person(speaker, terms),
                    InstitutionEntity { Ancestors: [var parent, ..] } => [("parentOrganization", terms.Reference("institution", parent.Id, parent.Name))],
                    PanelEntity panel => Panel(panel, terms),
                    ThemeEntity theme => [("termCode", theme.Id), ("description", theme.Definition)],
                    ReportEntity report => Report(report, terms),
                    _ => Array.Empty<Property>(),
                },
            ]);
    }

    private static Property[] Person(SpeakerEntity speaker, SchemaOrg terms)
    {
        var offices = speaker.Affiliations.Select(affiliation => affiliation.Office).ToList();
        var titles = offices.Where(office => office.Relation != Relation.Former).Select(office => office.AsPrinted).Distinct(StringComparer.Ordinal);
        return [("jobTitle", SchemaOrg.Many(titles.Select(title => (JsonNode?)title))), .. terms.Offices(offices)];
    }

    private static Property[] Panel(PanelEntity panel, SchemaOrg terms) =>
    [
        ("about", panel.Theme is { } theme ? SchemaOrg.Node("Thing", ("name", theme)) : null),
        ("performer", SchemaOrg.Many((panel.Speakers ?? []).Select(speaker => terms.Reference("speaker", speaker.Id, speaker.Label)))),
        ("attendee", SchemaOrg.Many(panel.Participants.Select(participant => SchemaOrg.Node("Person", ("name", participant.Name))))),
        ("superEvent", SchemaOrg.Node("Event", ("@id", ForumOf(panel.Report, terms)), ("subjectOf", terms.Reference("report", panel.Report)))),
    ];

    // What the report tells of is an event where it has panels; an imported list of statements may tell of none.
    private static Property[] Report(ReportEntity report, SchemaOrg terms)
    {
        var panels = report.Counts?["panel"] ?? [];
        var described = terms.Report(new ReportReference(report.Id, report.Name, report.Date, report.Publisher, report.Place, report.Url));
        return
        [
            .. new[] { "datePublished", "publisher", "sameAs" }.Select(property => (property, described[property]?.DeepClone())),
            ("about", panels.Count == 0 ? null : SchemaOrg.Node(
                "Event",
                ("@id", ForumOf(report.Id, terms)),
                ("subEvent", SchemaOrg.Many(panels.Select(panel => terms.Reference("panel", panel.Id, panel.Label)))))),
        ];
    }

    // The forum itself: no text names it apart from its report.
    private static string ForumOf(string report, SchemaOrg terms) => terms.IdOf("report", report) + "#event";
}
