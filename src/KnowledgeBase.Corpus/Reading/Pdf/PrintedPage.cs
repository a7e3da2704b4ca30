using UglyToad.PdfPig.Content;

namespace KnowledgeBase.Corpus.Reading.Pdf;

/// <summary>What a page prints.</summary>
internal sealed record PrintedPage
{
    /// <summary>The page's number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The letters, in the order of the file; places in points from the left and the bottom.</summary>
    public required IReadOnlyList<Letter> Letters { get; init; }

    /// <summary>How many pictures it draws.</summary>
    public int Pictures { get; init; }

    /// <summary>How many times it shows text in a font that the file lacks, or damaged text; that is missing.</summary>
    public int Unread { get; init; }
}
