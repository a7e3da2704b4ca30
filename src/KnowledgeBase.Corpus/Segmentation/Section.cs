using KnowledgeBase.Corpus.Reading;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>What a section of a report is for, as its heading says.</summary>
internal enum SectionRole
{
    /// <summary>The heading does not tell.</summary>
    Unknown,

    /// <summary>A list of the report's headings.</summary>
    Contents,

    /// <summary>A list of guests.</summary>
    Roster,

    /// <summary>What the forum agreed on.</summary>
    Outcomes,

    /// <summary>About the forum itself.</summary>
    Introduction,

    /// <summary>Agenda, contacts, thanks, the next forum.</summary>
    Appendix,

    /// <summary>Where people spoke.</summary>
    Panel,
}

/// <summary>A heading and its place among the headings. Two sections are the same only if they are the same object.</summary>
internal sealed class Section
{
    /// <summary>The heading as printed.</summary>
    public required string Heading { get; init; }

    /// <summary>The heading's line in the source.</summary>
    public required Block Block { get; init; }

    /// <summary>The number that the heading begins with.</summary>
    public required Numbering Numbering { get; init; }

    /// <summary>Level, 1 outermost, after headings numbered alike were brought to one rank.</summary>
    public required int Level { get; init; }

    /// <summary>How the first heading of this rank is marked: the others should be alike.</summary>
    public required Block FirstOfRank { get; init; }

    /// <summary>The section it lies in.</summary>
    public Section? Parent { get; init; }

    /// <summary>What the section is for: by its own heading, or else as the section it lies in.</summary>
    public required SectionRole Role { get; init; }

    /// <summary>The heading without its number.</summary>
    public string Title => Heading[Numbering.Length..];

    /// <summary>The headings from the outermost down to this one.</summary>
    public IReadOnlyList<string> Path => Parent is null ? [Heading] : [.. Parent.Path, Heading];
}
