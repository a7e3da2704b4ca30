using KnowledgeBase.Corpus.Reading;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>A paragraph of the report, its lines and pages joined again.</summary>
internal sealed record Passage
{
    /// <summary>The words.</summary>
    public required MappedText Text { get; init; }

    /// <summary>The words folded (<see cref="Folding"/>), of the same length: what rules look at.</summary>
    public required string Folded { get; init; }

    /// <summary>The lines it was made of.</summary>
    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>The section it lies in; null before the first heading.</summary>
    public Section? Section { get; init; }

    /// <summary>Offsets in the text at which a page break was closed.</summary>
    public IReadOnlyList<int> PageBreaks { get; init; } = [];

    /// <summary>What the passage is, as far as its place and form tell.</summary>
    public required PassageKind Kind { get; init; }

    /// <summary>Who speaks from its first line on, where that line says so.</summary>
    public SpeakerMark? Mark => Blocks[0].Mark;

    /// <summary>Makes the passage of one line.</summary>
    public static Passage Of(OutlinedBlock line, PassageKind kind) => Of(line, kind, [line.Block.Text], [line.Block], []);

    /// <summary>Makes the passage of several lines: <paramref name="parts"/> are their words and what stands between.</summary>
    public static Passage Of(OutlinedBlock first, PassageKind kind, IReadOnlyList<MappedText> parts, IReadOnlyList<Block> blocks, IReadOnlyList<int> pageBreaks)
    {
        var text = MappedText.Concat(parts);
        return new Passage
        {
            Text = text,
            Folded = Folding.Fold(text.Text),
            Blocks = [.. blocks],
            Section = first.Section,
            PageBreaks = [.. pageBreaks],
            Kind = kind,
        };
    }
}

/// <summary>What a passage is, as far as its place and form tell.</summary>
internal enum PassageKind
{
    /// <summary>A heading or the title.</summary>
    Heading,

    /// <summary>A line of the table of contents.</summary>
    Contents,

    /// <summary>A line of the roster.</summary>
    Roster,

    /// <summary>Running text.</summary>
    Prose,

    /// <summary>A line that names who speaks below it, and nothing else.</summary>
    Label,

    /// <summary>Page numbers and markup without words.</summary>
    Furniture,
}
