using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>Words of the report that belong to one voice, over one passage or several.</summary>
internal sealed record Utterance
{
    /// <summary>Whose voice.</summary>
    public required StatementKind Kind { get; init; }

    /// <summary>Where the voice opens; null for an outcome.</summary>
    public Opening? Opening { get; init; }

    /// <summary>The words; paragraphs of one statement are parted by the line feed of the source.</summary>
    public required MappedText Text { get; init; }

    /// <summary>The label or name line that says who speaks; null where an opening does, and for an outcome.</summary>
    public SpeakerMark? Mark { get; init; }

    /// <summary>The person whom the label means, where the name is known; null otherwise.</summary>
    public KnownName? Known { get; init; }

    /// <summary>Where in the text the reported content begins, in UTF-16 units.</summary>
    public int ContentStart { get; init; }

    /// <summary>The section of its first passage.</summary>
    public Section? Section { get; init; }

    /// <summary>How many page breaks were closed inside it.</summary>
    public int PageBreaks { get; init; }

    /// <summary>Whether a numbered point opens it (第一，).</summary>
    public bool IsEnumerated { get; init; }

    /// <summary>The voice as printed; null where the paragraph names none and goes on with the voice before.</summary>
    public string? Source => Mark is not null ? Mark.Source : Opening is null or { Source.IsEmpty: true } ? null : Part(Opening.Source);

    /// <summary>The title as printed.</summary>
    public string? Title => Mark is not null ? Mark.Title : Opening?.Title is { } title ? Part(title) : null;

    /// <summary>The cue as printed.</summary>
    public string? Cue => Opening?.Cue is { } cue ? Part(cue) : null;

    // An opening's spans count from its passage, the text from the opening.
    private string Part(TextSpan span) => span.Shift(-Opening!.Start).Of(Text.Text);
}
