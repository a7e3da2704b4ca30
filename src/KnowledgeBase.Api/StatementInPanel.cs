using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Text;
using KnowledgeBase.Research;

namespace KnowledgeBase.Api;

/// <summary>A statement with its neighbours.</summary>
public sealed record StatementInPanel : Statement
{
    /// <summary>Adds its place to a statement.</summary>
    [SetsRequiredMembers]
    public StatementInPanel(Statement statement, string permalink)
        : base(statement) => Permalink = permalink;

    /// <summary>Id of the statement before it in its panel (of an outcome: in its report), or null.</summary>
    public string? Previous { get; init; }

    /// <summary>Id of the statement after it, or null.</summary>
    public string? Next { get; init; }

    /// <summary>The claim, where a claim was asked for; otherwise null.</summary>
    public CitedClaim? Claim { get; init; }

    /// <summary>Where the statement, or the claim, can be found again.</summary>
    public string Permalink { get; }
}

/// <summary>One claim of a statement.</summary>
/// <param name="Id">Its permalink.</param>
/// <param name="Text">Its words, verbatim.</param>
/// <param name="Lines">First and last line of the source, 1-based; null for an imported statement that came without.</param>
/// <param name="Ranges">Where it stands in the source, in code points.</param>
public sealed record CitedClaim(string Id, string Text, IReadOnlyList<int>? Lines, IReadOnlyList<CodePointRange> Ranges)
{
    /// <summary>First and last page of the source file, counted from 1; left out where the file has no pages.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<int>? Pages { get; init; }

    /// <summary>The claim of a passage; null where that is a whole statement.</summary>
    internal static CitedClaim? Of(CitedPassage passage) =>
        passage.Claim is null ? null : new CitedClaim(passage.Id, passage.Text, passage.Lines, passage.SourceRanges) { Pages = passage.Pages };
}
