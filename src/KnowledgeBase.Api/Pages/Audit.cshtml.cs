using KnowledgeBase.Corpus;
using KnowledgeBase.Search;
using Microsoft.AspNetCore.Mvc;

namespace KnowledgeBase.Api.Pages;

/// <summary>The audit of a report: what was found, where every character went, what is doubtful, with links into the source.</summary>
public sealed class AuditPage : IndexPage
{
    /// <summary>How many rows of a list are shown; the API has all of them.</summary>
    internal const int Most = 200;

    /// <summary>The report.</summary>
    public ReportEntity Report { get; private set; } = null!;

    /// <summary>Its audit; null where only its statements were imported, or where the index was built before audits were kept.</summary>
    public Audit? Audit { get; private set; }

    /// <summary>Whether there is a source to audit.</summary>
    public bool HasSource => Report.Sha256 is not null;

    /// <summary>Where the characters went, as word keys with non-blank code points; they add up to all of them.</summary>
    public IEnumerable<(string Place, int Characters)> Places => Audit!.Coverage is var coverage
        ?
        [
            ("statements", coverage.InStatements), ("headings", coverage.InHeadings), ("roster", coverage.Framing.Roster), ("narration", coverage.Framing.Narration),
            ("unattributed", coverage.Framing.Unattributed), ("markup", coverage.Framing.Markup), ("unaccounted", coverage.Unaccounted),
        ]
        : [];

    /// <summary>The guests by what becomes of them; first those who do not speak.</summary>
    public IEnumerable<IGrouping<RosterStatus, RosterAudit>> Guests => Audit!.Roster.GroupBy(guest => guest.Status).OrderByDescending(group => group.Key);

    /// <summary>The doubts by code, the gravest first.</summary>
    public IEnumerable<IGrouping<(Severity Severity, string Code), Diagnostic>> Doubts =>
        Audit!.Diagnostics.GroupBy(doubt => (doubt.Severity, doubt.Code)).OrderByDescending(group => group.Key.Severity).ThenBy(group => group.Key.Code, StringComparer.Ordinal);

    /// <summary>Answers with the page; 404 with the reason where the report has no audit.</summary>
    /// <param name="id">Report id.</param>
    public IActionResult OnGet(string id)
    {
        if (Generation.Names.Find("report", id) is not ReportEntity report)
            return NotFound();
        (Report, Audit) = (report, Generation.AuditOf(id));
        Title = Words.Say("audit.of", report.Name);
        if (Audit is null)
            Response.StatusCode = StatusCodes.Status404NotFound;
        else
            Canonical = $"/reports/{Uri.EscapeDataString(report.Id)}/audit";
        return Page();
    }

    /// <summary>The page of the person or panel that a name or id means; null where it is nobody's, or not one's alone.</summary>
    public string? UrlOf(string facet, string name) => Generation.Names.Resolve(facet, name) is [var id] ? EntityPage.UrlOf(facet, id) : null;

    /// <summary>The name of a side, in words.</summary>
    public string NameOf(Side? side) => side is { } one && Generation.ValueOf("side", CorpusJson.NameOf(one)) is var value ? Words.Name(value.Label, value.LabelEn) : "";

    /// <summary>What a code means, in words; null for a code that the pages have no words for: its message must do.</summary>
    public string? MeaningOf(string code) => Wording.All.ContainsKey("audit." + code) ? Words.Say("audit." + code) : null;
}
