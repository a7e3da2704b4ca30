using System.Text.Json.Nodes;
using KnowledgeBase.Corpus;
using KnowledgeBase.Research.Counting;
using KnowledgeBase.Research.Entities;
using KnowledgeBase.Search;
using Microsoft.AspNetCore.Mvc;

namespace KnowledgeBase.Api.Pages;

/// <summary>One speaker, institution, panel, theme, report or instrument: who or what it is, counts, printed forms, statements.</summary>
public sealed class EntityPage : IndexPage
{
    /// <summary>How many statements stand on the page.</summary>
    internal const int Shown = 30;

    // A panel of a long day; a picture of more would say nothing.
    private const int MostInSequence = 200;

    // What a picture of two facets says most about: of a theme, who speaks of it where; of a person, what in which panel.
    private static readonly Dictionary<string, (string Rows, string Columns)> Crossed = new(StringComparer.Ordinal)
    {
        ["speaker"] = ("theme", "panel"),
        ["institution"] = ("theme", "speaker"),
        ["panel"] = ("theme", "sector"),
        ["theme"] = ("panel", "sector"),
        ["report"] = ("theme", "sector"),
        ["instrument"] = ("theme", "sector"),
    };

    // As routes are matched: /Speakers/… is the same page.
    private static readonly Dictionary<string, string> Facets = new(StringComparer.OrdinalIgnoreCase)
    {
        ["speakers"] = "speaker", ["institutions"] = "institution", ["panels"] = "panel", ["themes"] = "theme", ["reports"] = "report", ["instruments"] = "instrument",
    };

    /// <summary>The facet whose value it is.</summary>
    public string Facet { get; private set; } = "";

    /// <summary>The entity, with counts and statements.</summary>
    public Entity Entity { get; private set; } = null!;

    /// <summary>What the heat map counts.</summary>
    public MatrixRequest? Counted { get; private set; }

    /// <summary>Its statements by two facets.</summary>
    public HeatMap? Map { get; private set; }

    /// <summary>Of a panel: its statements in the order of speaking.</summary>
    public IReadOnlyList<Statement> Sequence => Entity is PanelEntity ? [.. (Entity.Items ?? []).Select(stored => stored.Read())] : [];

    /// <summary>The forms in which it is printed, with their places.</summary>
    public IReadOnlyList<PrintedName> Printed => Entity switch
    {
        SpeakerEntity speaker => speaker.Variants,
        InstitutionEntity institution => institution.Variants,
        PanelEntity panel => panel.Variants,
        InstrumentEntity instrument => instrument.Variants,
        _ => [],
    };

    /// <summary>What the entity itself tells, as pairs of a word and its values.</summary>
    public IEnumerable<(string Word, IEnumerable<string> Values)> Facts => Entity switch
    {
        SpeakerEntity speaker => [("office", speaker.Affiliations.Select(affiliation => $"{affiliation.Office.AsPrinted}（{affiliation.Date ?? affiliation.Report}）").Distinct(StringComparer.Ordinal))],
        InstitutionEntity institution => [("sector", Label("sector", institution.Sector is { } sector ? CorpusJson.NameOf(sector) : null)), ("country", Label("country", institution.Country))],
        PanelEntity panel => [("theme", One(panel.Theme)), ("participants", panel.Participants.Select(participant => participant.Name))],
        ThemeEntity theme => [("definition", One(theme.Definition))],
        ReportEntity report => [("date", One(report.Date)), ("publisher", One(report.Publisher)), ("web", One(report.Url))],
        _ => [],
    };

    /// <inheritdoc/>
    public override JsonObject? StructuredData => StructuredEntity.Of(Entity, Facet, Root, Generation.Names);

    /// <summary>The address of a value's page; of what has none (a sector, a year) the search for it.</summary>
    public static string UrlOf(string facet, string id) => Facets.ContainsValue(facet)
        ? $"/{facet}s/{Uri.EscapeDataString(id).Replace("%2F", "/", StringComparison.Ordinal)}"
        : $"/?{facet}={Uri.EscapeDataString(id)}";

    /// <summary>Answers with the page.</summary>
    public IActionResult OnGet(string plural, string? id)
    {
        Facet = Facets[plural];
        // The rest of a path may be nothing: /panels, /reports/?q=.
        if (id is null || EntityIds.Resolve(Generation, Facet, id) is not [var one] || Generation.Names.Find(Facet, one) is not { } entity)
            return NotFound();
        Entity = new EntityPages(Generation).Of(entity, Facet, Facet == "panel" ? MostInSequence : Shown);
        Counted = new MatrixRequest(new SearchQuery().With(Facet, FacetFilter.AnyOf(one)), new CrossAxis(Crossed[Facet].Rows, 20), new CrossAxis(Crossed[Facet].Columns, 12));
        Map = new HeatMap(this, Counted.Query, Counted.Rows.Facet, Counted.Columns.Facet, new StatementSearcher(Generation).Cross(Counted.Query, Counted.Rows, Counted.Columns));
        Title = Words.Name(entity.Name, entity.NameEn);
        Canonical = UrlOf(Facet, entity.Id);
        return Page();
    }

    private static IEnumerable<string> One(string? value) => value is null ? [] : [value];

    private IEnumerable<string> Label(string facet, string? id) => id is null ? [] : [LabelOf(facet, id)];
}
