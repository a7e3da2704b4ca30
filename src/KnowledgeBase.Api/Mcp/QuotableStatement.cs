using System.Text.Json.Serialization;
using KnowledgeBase.Corpus;
using KnowledgeBase.Research;
using KnowledgeBase.Research.Citations;

namespace KnowledgeBase.Api.Mcp;

/// <summary>A statement or claim as an assistant needs it to quote with proof: the words, who, where, and the citation.</summary>
internal sealed record QuotableStatement
{
    /// <summary>Permalink id of the statement or claim.</summary>
    public required string Id { get; init; }

    /// <summary>individual, collective or outcome.</summary>
    public required StatementKind Kind { get; init; }

    /// <summary>The person, or the group as printed; null for an outcome.</summary>
    public string? Voice { get; init; }

    /// <summary>Speaker id, to filter by; null where no person speaks.</summary>
    public string? Speaker { get; init; }

    /// <summary>The title as printed.</summary>
    public string? Title { get; init; }

    /// <summary>How sure the attribution is, 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>The words verbatim, with the title and name that the source prints in front.</summary>
    public required string Text { get; init; }

    /// <summary>The claims of the statement, each citable by its id.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<QuotableClaim>? Claims { get; init; }

    /// <summary>The headings above it, outermost first.</summary>
    public required IReadOnlyList<string> Section { get; init; }

    /// <summary>File, SHA-256, lines, pages of a file that has pages, and ranges in Unicode code points; null for an imported statement that came without.</summary>
    public Provenance? Source { get; init; }

    /// <summary>Theme ids.</summary>
    public required IReadOnlyList<string> Themes { get; init; }

    /// <summary>The citation by GB/T 7714—2015. It marks the words as reported: the report summarises, it does not quote.</summary>
    public required string Citation { get; init; }

    /// <summary>Where it can be found again.</summary>
    public required string Permalink { get; init; }

    /// <summary>A passage as an assistant needs it.</summary>
    public static QuotableStatement Of(CitedPassage passage, CitationContext context, bool withClaims)
    {
        var statement = passage.Statement;
        return new QuotableStatement
        {
            Id = passage.Id,
            Kind = statement.Kind,
            Voice = statement.Speaker?.Name ?? statement.Attribution.Source,
            Speaker = statement.Speaker?.Id,
            Title = statement.Attribution.Title,
            Confidence = statement.Attribution.Confidence,
            Text = passage.Text,
            Claims = withClaims && passage.Claim is null ? [.. statement.Claims.Select(claim => new QuotableClaim(claim.Id, passage.Cut(new(claim.Start, claim.End))))] : null,
            Section = statement.Section,
            Source = statement.Source is { } source ? source with { Lines = passage.Lines ?? source.Lines, Pages = passage.Pages, Ranges = passage.SourceRanges } : null,
            Themes = [.. statement.Themes.Select(theme => theme.Id)],
            Citation = Gbt7714.Write(Research.Citations.Citation.Of(passage, context)),
            Permalink = context.Permalinks.Of(passage.Id),
        };
    }
}

/// <summary>A claim of a statement.</summary>
/// <param name="Id">Its permalink id.</param>
/// <param name="Text">Its words verbatim.</param>
internal sealed record QuotableClaim(string Id, string Text);
