using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Text;
using KnowledgeBase.Search;

namespace KnowledgeBase.Research;

/// <summary>What is cited: a statement, or one claim of it.</summary>
public sealed class CitedPassage
{
    private CitedPassage(Statement statement, Claim? claim, IReadOnlyList<int>? lines, IReadOnlyList<int>? pages)
    {
        Statement = statement;
        Claim = claim;
        Lines = lines;
        Pages = pages;
    }

    /// <summary>The statement.</summary>
    public Statement Statement { get; }

    /// <summary>The claim; null where the whole statement is meant.</summary>
    public Claim? Claim { get; }

    /// <summary>First and last line of the source, 1-based; null for an imported statement that came without.</summary>
    public IReadOnlyList<int>? Lines { get; }

    /// <summary>First and last page of the source file, counted from 1; null where the file has no pages.</summary>
    public IReadOnlyList<int>? Pages { get; }

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
    public static CitedPassage Of(Statement statement) => new(statement, null, statement.Source?.Lines, statement.Source?.Pages);

    /// <summary>The statement or claim of an id; null where there is none.</summary>
    public static CitedPassage? Find(Generation generation, string id)
    {
        if (generation.Find(id) is { } stored)
            return Of(stored.Read());
        // A claim's id is its statement's, a dot, and a number.
        if (id.LastIndexOf('.') is not (> 0 and var dot) || generation.Find(id[..dot])?.Read() is not { } statement)
            return null;
        return statement.Claims.FirstOrDefault(claim => claim.Id == id) is { } claim ? Of(claim, statement, generation) : null;
    }

    // Where the source is not here, all that is known is where the whole statement stands.
    private static CitedPassage Of(Claim claim, Statement statement, Generation generation)
    {
        var whole = new CitedPassage(statement, claim, statement.Source?.Lines, statement.Source?.Pages);
        if (generation.SourceOf(statement) is not { } source || whole.SourceRanges is not { Count: > 0 } ranges)
            return whole;
        var points = new CodePointIndex(source);
        if (ranges[^1].End > points.Count)
            return whole;
        var pages = whole.Pages is null ? [] : generation.PageStartsOf(statement.Report.Id);
        return new CitedPassage(statement, claim, FirstAndLast(LineAt), pages.Count == 0 ? whole.Pages : FirstAndLast(PageAt));

        int[] FirstAndLast(Func<int, int> at) => [at(ranges[0].Start), at(ranges[^1].End - 1)];

        int LineAt(int point) => 1 + source.AsSpan(0, points.ToUnit(point)).Count('\n');

        int PageAt(int point) => pages.Count(start => start <= point);
    }

    /// <summary>Any part of the statement's text, by code points.</summary>
    public string Cut(CodePointRange range)
    {
        var points = new CodePointIndex(Statement.Text);
        return Statement.Text[points.ToUnit(range.Start)..points.ToUnit(range.End)];
    }
}
