namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>What a line tells about who speaks from it on.</summary>
internal enum MarkKind
{
    /// <summary>The label of a turn: 主持人：, 张三（清华大学教授）：.</summary>
    Label,

    /// <summary>A line that names a person: 薛澜｜清华大学教授.</summary>
    NameLine,

    /// <summary>A line that belongs to the mark before it and speaks for nobody: the title under a name.</summary>
    Title,
}

/// <summary>A line, or the head of one, that says who speaks from there on, apart from the words themselves.</summary>
/// <param name="Kind">Label, name line, or the title under a name.</param>
/// <param name="Source">The name or label as printed, without mark and brackets.</param>
/// <param name="Person">The person's name; null for a voice that has none (主持人, 问) and for a title line.</param>
/// <param name="Title">The title as printed; null where none stands there.</param>
/// <param name="Content">The words on the same line, in UTF-16 units of the line's text; empty where the line only names.</param>
internal sealed record SpeakerMark(MarkKind Kind, string Source, string? Person, string? Title, Text.TextSpan Content)
{
    /// <summary>Whether the turn ends with this line: a row of a table, a quotation signed below it.</summary>
    public bool IsWhole { get; init; }

    /// <summary>The mark of a line that only says who somebody is.</summary>
    public static SpeakerMark OfTitle { get; } = new(MarkKind.Title, "", null, null, default);

    /// <summary>Whether the line holds nothing but the mark.</summary>
    public bool IsAlone => Content.IsEmpty;
}
