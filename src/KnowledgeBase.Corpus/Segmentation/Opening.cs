using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>
/// The place in a passage at which somebody begins to speak. All spans are UTF-16 units of the passage's text.
/// </summary>
internal sealed record Opening
{
    /// <summary>Where the statement begins: its title, or what leads in to it.</summary>
    public required int Start { get; init; }

    /// <summary>Where the statement ends; null where it goes on to the next opening or the passage's end.</summary>
    public int? End { get; init; }

    /// <summary>Where the reported content begins, after name, cue and comma.</summary>
    public required int ContentStart { get; init; }

    /// <summary>The name or the group as printed.</summary>
    public required TextSpan Source { get; init; }

    /// <summary>The title in front of the name; null where there is none.</summary>
    public TextSpan? Title { get; init; }

    /// <summary>The verb of saying; null where there is none.</summary>
    public TextSpan? Cue { get; init; }

    /// <summary>For a group: how far it speaks for all; null for a person.</summary>
    public Strength? Strength { get; init; }

    /// <summary>Whether the group is named as those who spoke before (上述专家).</summary>
    public bool IsAbove { get; init; }

    /// <summary>What speaks for the reading, as <see cref="Corpus.Evidence"/> names it.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>The person, where the name is known; null for a group and for a name read from its shape.</summary>
    public KnownName? Known { get; init; }

    /// <summary>Whether a group speaks.</summary>
    public bool IsGroup => Strength is not null;
}
