using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Reading;

/// <summary>What a line of the source is, as far as its form alone tells.</summary>
internal enum BlockKind
{
    /// <summary>A heading marked as one.</summary>
    Heading,

    /// <summary>A line of running text; <see cref="Block.FollowsBlank"/> tells where paragraphs begin.</summary>
    Line,

    /// <summary>A table row; its text is the cells joined, <see cref="Block.Cells"/> tells them apart.</summary>
    TableRow,

    /// <summary>Rules, pictures, comments, fences: markup without words.</summary>
    Markup,
}

/// <summary>A line of the source with its markup set aside.</summary>
internal sealed record Block
{
    public required BlockKind Kind { get; init; }

    /// <summary>The words, without markup.</summary>
    public required MappedText Text { get; init; }

    /// <summary>The whole line in the source, markup included, in UTF-16 units.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>A heading's level, 1 to 6, as marked; 0 for other blocks.</summary>
    public int Level { get; init; }

    /// <summary>Whether a blank line, a heading or a rule stands before it: a paragraph begins.</summary>
    public bool FollowsBlank { get; init; }

    /// <summary>Whether a list marker or a quotation mark of Markdown stands before the words.</summary>
    public bool IsItem { get; init; }

    /// <summary>The spans of the text in bold type.</summary>
    public IReadOnlyList<TextSpan> Bold { get; init; } = [];

    /// <summary>The spans of the text that are a table row's cells.</summary>
    public IReadOnlyList<TextSpan> Cells { get; init; } = [];

    /// <summary>What the line tells about who speaks from it on; null for most lines.</summary>
    public Segmentation.SpeakerMark? Mark { get; init; }

    /// <summary>Whether all of the text is in bold type.</summary>
    public bool IsBold => Bold is [var only] && only.Start == 0 && only.End == Text.Text.Length && !only.IsEmpty;
}
