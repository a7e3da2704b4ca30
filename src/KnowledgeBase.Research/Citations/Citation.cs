using KnowledgeBase.Corpus;

namespace KnowledgeBase.Research.Citations;

/// <summary>
/// What every citation format says of a statement or claim: a part of a report, by the one who is reported to have said
/// it. It is reported speech: the report summarises, it does not quote.
/// </summary>
public sealed record Citation
{
    private const int LongestTitle = 40;

    /// <summary>Id of the statement or claim.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// The speaker; of a group whose members the text names and all are known, those; of any other group, as printed; of an outcome, the
    /// report's publisher. Empty where nobody is known.
    /// </summary>
    public required IReadOnlyList<PersonName> Authors { get; init; }

    /// <summary>Occasion, first words, and the mark that they are reported.</summary>
    public required string Title { get; init; }

    /// <summary>The report that it is a part of.</summary>
    public required ReportReference Report { get; init; }

    /// <summary>Section and lines of the report, in the statement's language, without pages; empty where nothing is known.</summary>
    public required string Place { get; init; }

    /// <summary>First and last line of the source, 1-based; null where unknown.</summary>
    public IReadOnlyList<int>? Lines { get; init; }

    /// <summary>Page or pages of the source file, counted from 1: 3, 3-5; null where the file has no pages.</summary>
    public string? Pages { get; init; }

    /// <summary>SHA-256 of the source file; null where unknown.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The corpus that was read, by its hash.</summary>
    public required string CorpusVersion { get; init; }

    /// <summary>Where it can be found again.</summary>
    public required string Url { get; init; }

    /// <summary>The day on which it was read.</summary>
    public required DateOnly Accessed { get; init; }

    /// <summary>Whether its words are Chinese: 等, not et al.</summary>
    public required bool IsChinese { get; init; }

    /// <summary>What a reader of the citation must know, in its language: reported speech, place in the source, version.</summary>
    public required string Note { get; init; }

    /// <summary>The citation of a passage.</summary>
    public static Citation Of(CitedPassage passage, CitationContext context)
    {
        var statement = passage.Statement;
        var wording = CitationWording.Of(passage.Content);
        return new Citation
        {
            Id = passage.Id,
            Authors = [.. AuthorsOf(statement, context)],
            Title = wording.Title(statement, FirstWords.Of(passage.Content, LongestTitle)),
            Report = statement.Report,
            Place = wording.Place(passage, withPages: false),
            Lines = passage.Lines,
            Pages = passage.Pages is { } pages ? CitationWording.Range(pages, "-") : null,
            Sha256 = statement.Source?.Sha256,
            CorpusVersion = context.CorpusVersion,
            Url = context.Permalinks.Of(passage.Id),
            Accessed = context.Accessed,
            IsChinese = wording.IsChinese,
            Note = wording.Note(passage, context.CorpusVersion),
        };
    }

    private static IEnumerable<PersonName> AuthorsOf(Statement statement, CitationContext context)
    {
        if (statement.Speaker is { } speaker)
            return [context.Names.Resolve("institution", speaker.Name).Count > 0 ? PersonName.Whole(speaker.Name) : PersonName.Of(speaker.Name)];
        // 上述专家一致认为: the text itself says who they are. Where one of them is not known, the others are not all of the group.
        var members = statement.Attribution.Scope.Select(id => context.Names.Find("speaker", id)?.Name).ToList();
        if (members.Count > 0 && !members.Contains(null))
            return members.OfType<string>().Select(PersonName.Of);
        return new[] { statement.Attribution.Source ?? statement.Report.Publisher }.OfType<string>().Select(PersonName.Whole);
    }
}
