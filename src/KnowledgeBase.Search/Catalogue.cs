using System.Text.Json.Serialization;
using KnowledgeBase.Corpus;

namespace KnowledgeBase.Search;

/// <summary>
/// Who and what the statements of a generation speak of: the names behind the identifiers of every facet. Kept beside
/// the index, so that an answer never mixes the names of one corpus with the statements of another.
/// </summary>
public sealed record Catalogue
{
    /// <summary>The reports, by date and id.</summary>
    public IReadOnlyList<ReportEntity> Reports { get; init; } = [];

    /// <summary>The panels, as reports list them.</summary>
    public IReadOnlyList<PanelEntity> Panels { get; init; } = [];

    /// <summary>The speakers, in the order in which they first speak.</summary>
    public IReadOnlyList<SpeakerEntity> Speakers { get; init; } = [];

    /// <summary>The institutions of speakers, their units and what they belong to.</summary>
    public IReadOnlyList<InstitutionEntity> Institutions { get; init; } = [];

    /// <summary>The theme vocabulary.</summary>
    public IReadOnlyList<ThemeEntity> Themes { get; init; } = [];

    /// <summary>The works and instruments that statements name in 《》, in the order in which they are first named.</summary>
    public IReadOnlyList<InstrumentEntity> Instruments { get; init; } = [];
}

/// <summary>Something that a facet's values stand for.</summary>
public abstract record Entity
{
    /// <summary>Identifier.</summary>
    [JsonPropertyOrder(-3)]
    public required string Id { get; init; }

    /// <summary>Name in the language of the reports.</summary>
    [JsonPropertyOrder(-2)]
    public required string Name { get; init; }

    /// <summary>English name, or null where none is known.</summary>
    [JsonPropertyOrder(-1)]
    public string? NameEn { get; init; }

    /// <summary>Other names that mean it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The identifier of what it belongs to: a panel's report, a unit's institution; or null.</summary>
    public string? Parent { get; init; }

    /// <summary>How many statements it has; null where nobody counted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Statements { get; init; }

    /// <summary>Its statements by the values of other facets; null where nobody counted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, IReadOnlyList<FacetValue>>? Counts { get; init; }

    /// <summary>Where all its statements are, as a path of the service; null outside its page.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? StatementsLink { get; init; }

    /// <summary>Its first statements in document order, as many as were asked for; null outside its page.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<StoredStatement>? Items { get; init; }
}

/// <summary>A report.</summary>
public sealed record ReportEntity : Entity
{
    /// <summary>ISO 8601 date, as exact as known.</summary>
    public string? Date { get; init; }

    /// <summary>Publisher.</summary>
    public string? Publisher { get; init; }

    /// <summary>Where the publisher is.</summary>
    public string? Place { get; init; }

    /// <summary>Web address.</summary>
    public string? Url { get; init; }

    /// <summary>The headings above its statements, as printed, in document order; at most 1,000.</summary>
    public IReadOnlyList<string> Headings { get; init; } = [];

    /// <summary>The source file relative to the corpus; null where the source is not here: only its statements were imported.</summary>
    public string? File { get; init; }

    /// <summary>SHA-256 of the source file's bytes; null where the source is not here.</summary>
    public string? Sha256 { get; init; }

    /// <summary>SHA-256 of the text that was decoded or extracted from the file, in UTF-8; left out where it is the file's own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TextSha256 { get; init; }

    /// <summary>Length of the decoded source in code points; null where the source is not here.</summary>
    public int? Length { get; init; }
}

/// <summary>A panel of a report.</summary>
public sealed record PanelEntity : Entity
{
    /// <summary>What the panel was about, as its report states it.</summary>
    public string? Theme { get; init; }

    /// <summary>Report id.</summary>
    public required string Report { get; init; }

    /// <summary>The headings that name it, as printed, with the place of the first statement under each.</summary>
    public IReadOnlyList<PrintedName> Variants { get; init; } = [];

    /// <summary>People named as taking part without a statement.</summary>
    public IReadOnlyList<ParticipantAudit> Participants { get; init; } = [];

    /// <summary>Who speaks in it, in the order in which they first speak, with their statements there; null outside its page.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FacetValue>? Speakers { get; init; }
}

/// <summary>A speaker.</summary>
public sealed record SpeakerEntity : Entity
{
    /// <summary>Side of the roster.</summary>
    public Side? Side { get; init; }

    /// <summary>The names as printed, with their places: at most 100 names, and of each at most 20 reports.</summary>
    public IReadOnlyList<PrintedName> Variants { get; init; } = [];

    /// <summary>Offices with the report that prints them, at most 200.</summary>
    public IReadOnlyList<Affiliation> Affiliations { get; init; } = [];

    /// <summary>Who else spoke in the speaker's panels, those of the most panels first, at most 1,000; null outside its page.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CoSpeaker>? CoSpeakers { get; init; }
}

/// <summary>Somebody who spoke in the same panels as another.</summary>
/// <param name="Id">Speaker id.</param>
/// <param name="Name">Name.</param>
/// <param name="Panels">The panels in which both spoke.</param>
/// <param name="Statements">How many statements this person made in them.</param>
public sealed record CoSpeaker(string Id, string Name, IReadOnlyList<string> Panels, int Statements);

/// <summary>A name as printed somewhere.</summary>
/// <param name="Name">As printed.</param>
/// <param name="Report">Report id.</param>
/// <param name="Line">
/// 1-based line of the source on which the name begins; of an imported statement whose source is not here, the statement's
/// first line; 0 where it does not say.
/// </param>
/// <param name="Statement">The statement of that place; null in an index of an earlier program.</param>
public sealed record PrintedName(string Name, string Report, int Line, string? Statement = null);

/// <summary>An office of a speaker, and which report says so.</summary>
/// <param name="Office">The office.</param>
/// <param name="Report">Report id.</param>
/// <param name="Date">The report's date.</param>
public sealed record Affiliation(Office Office, string Report, string? Date);

/// <summary>An institution, or a unit of one.</summary>
public sealed record InstitutionEntity : Entity
{
    /// <summary>Sector, or null where unknown.</summary>
    public Sector? Sector { get; init; }

    /// <summary>ISO 3166 alpha-2, or null where unknown.</summary>
    public string? Country { get; init; }

    /// <summary>Titles that name it, as printed, with their places: at most 100 titles, and of each at most 20 reports.</summary>
    public IReadOnlyList<PrintedName> Variants { get; init; } = [];

    /// <summary>What it belongs to, the nearest first; null outside its page.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<EntityName>? Ancestors { get; init; }

    /// <summary>Its units and the institutions right under it that statements name, with their counts; null outside its page.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FacetValue>? Units { get; init; }
}

/// <summary>An entity by name.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Name">Name in the language of the reports.</param>
/// <param name="NameEn">English name, or null.</param>
public sealed record EntityName(string Id, string Name, string? NameEn);

/// <summary>A work or an instrument that statements name in 《》: its name without the marks.</summary>
public sealed record InstrumentEntity : Entity
{
    /// <summary>The names as printed, with their places: at most 100 names, and of each at most 20 reports.</summary>
    public IReadOnlyList<PrintedName> Variants { get; init; } = [];
}

/// <summary>A theme of the vocabulary.</summary>
public sealed record ThemeEntity : Entity
{
    /// <summary>What belongs to the theme.</summary>
    public required string Definition { get; init; }

    /// <summary>The words that the label rests on, as printed, with their places: at most 100 words, and of each at most 20 reports.</summary>
    public IReadOnlyList<PrintedName> Variants { get; init; } = [];
}
