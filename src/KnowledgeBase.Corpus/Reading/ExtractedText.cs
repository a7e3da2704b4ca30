namespace KnowledgeBase.Corpus.Reading;

/// <summary>The text that was got out of a file, in the Markdown that <see cref="MarkdownReader"/> reads.</summary>
/// <param name="Text">The text.</param>
/// <param name="Encoding">How the file's characters were encoded, as IANA names it; null where the format settles it.</param>
internal sealed record ExtractedText(string Text, string? Encoding = null)
{
    /// <summary>The title that the file states of itself, besides its text; null where it states none.</summary>
    public string? Title { get; init; }

    /// <summary>Where each page begins in the text, in UTF-16 units, for files that have pages.</summary>
    public IReadOnlyList<int> PageStarts { get; init; } = [];
}
