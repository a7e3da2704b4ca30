using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Text;
using KnowledgeBase.Search;

namespace KnowledgeBase.Research;

/// <summary>What is cited: a statement, or one claim of it.</summary>
public sealed class CitedPassage
{
    private CitedPassage(Statement statement, Claim? claim, IReadOnlyList<int>? lines)
    {
        Statement = statement;
        Claim = claim;
        Lines = lines;
    }

    /// <summary>The statement.</summary>
    public Statement Statement { get; }

    /// <summary>The claim; null where the whole statement is meant.</summary>
    public Claim? Claim { get; }

    /// <summary>First and last line of the source, 1-based; null for an imported statement that came without.</summary>
    public IReadOnlyList<int>? Lines { get; }

    /// <summary>Id of the claim or the statement: what its permalink is made of.</summary>
    public string Id => Claim?.Id ?? Statement.Id;

    /// <summary>The code points of the statement's text that are meant.</summary>
    public CodePointRange Range => Claim is null ? new(0, new CodePointIndex(Statement.Text).Count) : new(Claim.Start, Claim.End);

    /// <summary>The words themselves, verbatim.</summary>
    public string Text => Cut(Range);

    /// <summary>What is reported, without the title, name and verb in front of it.</summary>
    public string Content => Claim is null ? Cut(new(Statement.ContentStart, Range.End)) : Text;

    /// <summary>Where the words stand in the source, in code points; empty for an imported statement that came without.</summary>
    public IReadOnlyList<CodePointRange> SourceRanges => Statement.Source?.Slice(Range) ?? [];

    /// <summary>A whole statement.</summary>
    public static CitedPassage Of(Statement statement) => new(statement, null, statement.Source?.Lines);

    /// <summary>The statement or claim of an id; null where there is none.</summary>
    public static CitedPassage? Find(Generation generation, string id)
    {
        if (generation.Find(id) is { } stored)
            return Of(stored.Read());
        // A claim's id is its statement's, a dot, and a number.
        if (id.LastIndexOf('.') is not (> 0 and var dot) || generation.Find(id[..dot])?.Read() is not { } statement)
            return null;
        return statement.Claims.FirstOrDefault(claim => claim.Id == id) is { } claim
            ? new CitedPassage(statement, claim, LinesOf(claim, statement, generation.SourceOf(statement)))
            : null;
    }

    private static IReadOnlyList<int>? LinesOf(Claim claim, Statement statement, string? source)
    {
        if (source is null || statement.Source?.Slice(new(claim.Start, claim.End)) is not { Count: > 0 } ranges)
            return statement.Source?.Lines;
        var points = new CodePointIndex(source);
        return ranges[^1].End <= points.Count ? [LineAt(ranges[0].Start), LineAt(ranges[^1].End - 1)] : statement.Source.Lines;

        int LineAt(int point) => 1 + source.AsSpan(0, points.ToUnit(point)).Count('\n');
    }

    /// <summary>Any part of the statement's text, by code points.</summary>
    public string Cut(CodePointRange range)
    {
        var points = new CodePointIndex(Statement.Text);
        return Statement.Text[points.ToUnit(range.Start)..points.ToUnit(range.End)];
    }
}
