namespace KnowledgeBase.Corpus;

/// <summary>The account of a report: what was found, what is doubtful, what was left over.</summary>
public sealed record Audit
{
    /// <summary>The report.</summary>
    public required ReportReference Report { get; init; }

    /// <summary>How many statements of each kind were found.</summary>
    public required StatementCounts Statements { get; init; }

    /// <summary>The panels with what was found in each, in document order.</summary>
    public required IReadOnlyList<PanelAudit> Panels { get; init; }

    /// <summary>The guests that the report lists.</summary>
    public required IReadOnlyList<RosterAudit> Roster { get; init; }

    /// <summary>People named as taking part, without a statement of their own.</summary>
    public required IReadOnlyList<ParticipantAudit> Participants { get; init; }

    /// <summary>Names printed otherwise than the roster has them, and whom they mean.</summary>
    public required IReadOnlyList<VariantAudit> Variants { get; init; }

    /// <summary>Where each character went.</summary>
    public required Coverage Coverage { get; init; }

    /// <summary>Everything doubtful or odd, in document order.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }
}

/// <summary>Statements by kind.</summary>
/// <param name="Individual">Of named people.</param>
/// <param name="Collective">Of groups.</param>
/// <param name="Outcome">Of the forum itself.</param>
/// <param name="Speakers">How many people speak.</param>
/// <param name="CutByPageBreaks">How many statements were joined over a page break.</param>
public sealed record StatementCounts(int Individual, int Collective, int Outcome, int Speakers, int CutByPageBreaks);

/// <summary>What was found in a panel.</summary>
/// <param name="Id">Panel id.</param>
/// <param name="Name">Panel name.</param>
/// <param name="Theme">Panel theme, or null.</param>
/// <param name="Individual">Statements of named people.</param>
/// <param name="Collective">Statements of groups.</param>
/// <param name="Participants">People who take part without a statement.</param>
public sealed record PanelAudit(string Id, string Name, string? Theme, int Individual, int Collective, int Participants);

/// <summary>A guest of the roster.</summary>
/// <param name="Name">Canonical name.</param>
/// <param name="Side">The side of the list; null where the list has none.</param>
/// <param name="Title">The title, its wrapped lines joined.</param>
/// <param name="Status">Whether the guest speaks in the report.</param>
public sealed record RosterAudit(string Name, Side? Side, string Title, RosterStatus Status);

/// <summary>What becomes of a guest in the report.</summary>
public enum RosterStatus
{
    /// <summary>Speaks.</summary>
    Statement,

    /// <summary>Is named, and does not speak.</summary>
    Mention,

    /// <summary>Is not named outside the roster.</summary>
    Absent,
}

/// <summary>Somebody who takes part without a statement.</summary>
/// <param name="Panel">Panel id; null outside panels.</param>
/// <param name="Name">Canonical name.</param>
/// <param name="Role">moderator or participant.</param>
public sealed record ParticipantAudit(string? Panel, string Name, string Role);

/// <summary>A name printed otherwise than the roster has it.</summary>
/// <param name="Canonical">The roster's name.</param>
/// <param name="AsWritten">The name as printed.</param>
/// <param name="Line">1-based line.</param>
public sealed record VariantAudit(string Canonical, string AsWritten, int Line);

/// <summary>
/// Where each non-blank character of the source went, in code points. Statements, headings and framing add up to all of
/// them; unaccounted must be 0.
/// </summary>
/// <param name="Characters">All non-blank characters.</param>
/// <param name="InStatements">Words that somebody speaks.</param>
/// <param name="InHeadings">Title, headings and table of contents.</param>
/// <param name="InFraming">Roster, narration, page furniture and markup: what nobody speaks.</param>
/// <param name="Unaccounted">What no stage took; an error if it is not 0.</param>
/// <param name="Framing">What the framing consists of.</param>
public sealed record Coverage(int Characters, int InStatements, int InHeadings, int InFraming, int Unaccounted, FramingCoverage Framing);

/// <summary>What the framing of a report consists of, in non-blank code points.</summary>
/// <param name="Roster">Lists of guests.</param>
/// <param name="Narration">Sentences about the forum and its panels.</param>
/// <param name="Unattributed">Passages that look like content and that nobody was found to speak; each has a diagnostic.</param>
/// <param name="Markup">Marks of headings, emphasis, rules; page numbers.</param>
public sealed record FramingCoverage(int Roster, int Narration, int Unattributed, int Markup);
