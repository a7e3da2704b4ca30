using KnowledgeBase.Search;

namespace KnowledgeBase.Research.Comparing;

/// <summary>Something on two sides, and how clearly one has more of it.</summary>
public abstract record Compared
{
    private const double ClearZ = 1.96;
    private const int FewOccurrences = 5;
    private const int FewStatements = 3;

    private protected Compared(ContrastCount count, ContrastTable table)
    {
        A = ShareOf(count.A, table.A);
        B = ShareOf(count.B, table.B);
        var odds = Comparing.LogOdds.Between((count.A.Count, table.A), (count.B.Count, table.B), (count.Corpus, table.Corpus));
        LogOdds = Rounded(odds.Ratio);
        Z = Rounded(odds.Z);
        More = Math.Abs(Z) < ClearZ ? null : Z > 0 ? ComparedOn.A : ComparedOn.B;
        Small = count.Together.Count < FewOccurrences || count.Together.Statements < FewStatements;
    }

    /// <summary>On side a.</summary>
    public SideShare A { get; }

    /// <summary>On side b.</summary>
    public SideShare B { get; }

    /// <summary>Log-odds ratio, smoothed by what the whole corpus speaks of; above 0 where a has more.</summary>
    public double LogOdds { get; }

    /// <summary>The ratio in standard deviations.</summary>
    public double Z { get; }

    /// <summary>Which side has clearly more (z of 1.96 or more, either way); null where neither has.</summary>
    public ComparedOn? More { get; }

    /// <summary>
    /// Whether both sides together have it fewer than 5 times, or in fewer than 3 statements: too little to conclude from. A
    /// word that one statement repeats ten times is small.
    /// </summary>
    public bool Small { get; }

    private static SideShare ShareOf(Occurrences occurrences, long total) =>
        new(occurrences.Count, occurrences.Statements, total == 0 ? 0 : Math.Round((double)occurrences.Count / total, 5));

    // No -0 in answers.
    private static double Rounded(double value) => Math.Round(value, 3) + 0.0;
}

/// <summary>A theme on two sides.</summary>
public sealed record ComparedTheme : Compared
{
    internal ComparedTheme(ContrastCount count, ContrastTable table, Entity? theme)
        : base(count, table)
    {
        Id = count.Id;
        Label = theme?.Name ?? count.Id;
        LabelEn = theme?.NameEn;
    }

    /// <summary>Theme id.</summary>
    public string Id { get; }

    /// <summary>Its name in the reports' language.</summary>
    public string Label { get; }

    /// <summary>Its English name, or null.</summary>
    public string? LabelEn { get; }
}

/// <summary>A word on two sides.</summary>
public sealed record ComparedTerm : Compared
{
    internal ComparedTerm(ContrastCount count, ContrastTable table)
        : base(count, table) => Term = count.Id;

    /// <summary>The word, folded: Simplified, lower case, half width.</summary>
    public string Term { get; }
}

/// <summary>One side of a comparison.</summary>
public enum ComparedOn
{
    /// <summary>Side a.</summary>
    A,

    /// <summary>Side b.</summary>
    B,
}
