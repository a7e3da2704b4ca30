using KnowledgeBase.Corpus;
using KnowledgeBase.Research.Entities;
using KnowledgeBase.Search;
using Microsoft.AspNetCore.Mvc;

namespace KnowledgeBase.Api.Pages;

/// <summary>One speaker, institution, panel, theme, report or instrument: who or what it is, counts, printed forms, statements.</summary>
public sealed class EntityPage : IndexPage
{
    private const int Shown = 30;

    private static readonly Dictionary<string, string> Facets = new(StringComparer.Ordinal)
    {
        ["speakers"] = "speaker", ["institutions"] = "institution", ["panels"] = "panel", ["themes"] = "theme", ["reports"] = "report", ["instruments"] = "instrument",
    };

    /// <summary>The facet whose value it is.</summary>
    public string Facet { get; private set; } = "";

    /// <summary>The entity, with counts and statements.</summary>
    public Entity Entity { get; private set; } = null!;

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

    /// <summary>The address of an entity's page.</summary>
    public static string UrlOf(string facet, string id) => $"/{facet}s/{Uri.EscapeDataString(id).Replace("%2F", "/", StringComparison.Ordinal)}";

    /// <summary>Answers with the page.</summary>
    public IActionResult OnGet(string plural, string id)
    {
        Facet = Facets[plural];
        if (EntityIds.Resolve(Generation, Facet, id) is not [var one] || Generation.Names.Find(Facet, one) is not { } entity)
            return NotFound();
        Entity = new EntityPages(Generation).Of(entity, Facet, Shown);
        Title = Words.Name(entity.Name, entity.NameEn);
        return Page();
    }

    private static IEnumerable<string> One(string? value) => value is null ? [] : [value];

    private IEnumerable<string> Label(string facet, string? id) => id is null ? [] : [Words.Name(Generation.ValueOf(facet, id).Label, Generation.ValueOf(facet, id).LabelEn)];
}
