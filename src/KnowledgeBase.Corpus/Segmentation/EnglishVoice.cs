using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>A place in a sentence that says who speaks.</summary>
internal sealed record EnglishVoice
{
    /// <summary>The token with which its clause begins.</summary>
    public required int Clause { get; init; }

    /// <summary>The person named; null where a pronoun or an office stands.</summary>
    public EnglishName? Name { get; init; }

    /// <summary>The name or pronoun as printed.</summary>
    public required TextSpan Source { get; init; }

    /// <summary>What the name's honorific or the pronoun tells.</summary>
    public Gender Gender { get; init; }

    /// <summary>Whether the pronoun is they.</summary>
    public bool IsPlural { get; init; }

    /// <summary>The word for an office that stands for the person: the minister.</summary>
    public string? Role { get; init; }

    /// <summary>The office or institution printed with the name.</summary>
    public TextSpan? Title { get; init; }

    /// <summary>The verb of saying, or according to; null where a colon does.</summary>
    public TextSpan? Cue { get; init; }

    /// <summary>The token at which the words reported begin, where they follow; -1 where they stand in front.</summary>
    public int Content { get; init; } = -1;
}
