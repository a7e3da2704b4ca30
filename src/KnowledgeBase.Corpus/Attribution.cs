using System.Text.Json.Serialization;

namespace KnowledgeBase.Corpus;

/// <summary>How the source attributes a statement, and how sure the reading is.</summary>
public sealed record Attribution
{
    /// <summary>The voice as printed here (薛澜, 与会专家); may differ from the speaker's name; null for an outcome.</summary>
    public string? Source { get; init; }

    /// <summary>The title as printed in front of the name here, or null.</summary>
    public string? Title { get; init; }

    /// <summary>The cue as printed (指出, 一致认为), or null where the source has none.</summary>
    public string? Cue { get; init; }

    /// <summary>For a collective: how far it claims to speak for all.</summary>
    public Strength? Strength { get; init; }

    /// <summary>For a collective whose members the text names (上述专家): their speaker ids. Never guessed.</summary>
    public IReadOnlyList<string> Scope { get; init; } = [];

    /// <summary>How sure the attribution is, 0 to 1: each doubt in <see cref="Evidence"/> lowers it.</summary>
    public double Confidence { get; init; }

    /// <summary>The rules that spoke for the reading, see <see cref="Evidence"/>'s constants.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];
}

/// <summary>How far a collective voice claims to speak for all.</summary>
public enum Strength
{
    /// <summary>一致认为: all of them.</summary>
    Unanimous,

    /// <summary>与会专家认为: the group, nothing said of how many.</summary>
    General,
}

/// <summary>One office of a speaker, as printed at a statement.</summary>
public sealed record Office
{
    /// <summary>Institution id: the registry's, or pinyin of the name.</summary>
    public required string Id { get; init; }

    /// <summary>Canonical name of the institution where the registry knows it, otherwise as printed.</summary>
    public required string Name { get; init; }

    /// <summary>The part of the institution, as printed (苏世民书院), or null.</summary>
    public string? Unit { get; init; }

    /// <summary>Institution id of the unit, by which it can be searched; null where there is no unit.</summary>
    public string? UnitId { get; init; }

    /// <summary>What the person is there (院长), or null where the text does not say.</summary>
    public string? Role { get; init; }

    /// <summary>The words of the title that this office was read from: 中科院自动化所中英人工智能伦理与治理中心主任.</summary>
    public required string AsPrinted { get; init; }

    /// <summary>Holds the post, is a member of an academy, or did so once.</summary>
    public Relation Relation { get; init; }

    /// <summary>The institution's sector, or null where neither registry nor name tells.</summary>
    public Sector? Sector { get; init; }

    /// <summary>The institution's country, ISO 3166 alpha-2, or null where neither registry nor name tells.</summary>
    public string? Country { get; init; }
}

/// <summary>How a person belongs to an institution.</summary>
public enum Relation
{
    /// <summary>Holds an office there.</summary>
    Post,

    /// <summary>Is a member of an academy (院士).</summary>
    Member,

    /// <summary>Held an office there (前, 原, 退役).</summary>
    Former,
}

/// <summary>The part of society that an institution belongs to.</summary>
public enum Sector
{
    /// <summary>Ministries, parliaments, parties, armed forces, embassies.</summary>
    Government,

    /// <summary>The United Nations and other organisations of states.</summary>
    [JsonStringEnumMemberName("international-organisation")]
    InternationalOrganisation,

    /// <summary>Universities and their units.</summary>
    University,

    /// <summary>Research institutes, academies and policy institutes outside universities.</summary>
    [JsonStringEnumMemberName("think-tank")]
    ThinkTank,

    /// <summary>Companies and their laboratories.</summary>
    Company,

    /// <summary>Associations, federations, foundations.</summary>
    Association,

    /// <summary>Press, broadcasting, publishers.</summary>
    Media,

    /// <summary>Writers, artists and the houses they work in.</summary>
    Arts,

    /// <summary>Known, and none of these.</summary>
    Other,
}
