namespace KnowledgeBase.Research.Comparing;

/// <summary>
/// How much more one side has of something than another: the log-odds ratio with an informative Dirichlet prior of
/// Monroe, Colaresi and Quinn, "Fightin' Words" (Political Analysis 16, 2008), equations 16, 20 and 22.
/// </summary>
/// <remarks>
/// The prior is what the whole corpus has of it, as heavy as the smaller side: each side is taken to have said so much
/// more, like the corpus. So what is rare, or said by a small side, must differ much before it shows. Half an occurrence
/// is added to the corpus, so that no share is 0 or 1.
/// </remarks>
/// <param name="Ratio">The natural logarithm of the odds ratio; above 0 where the first side has more.</param>
/// <param name="Z">The ratio divided by its standard deviation; within ±1.96 in 95 of 100 cases where nothing but chance is at work.</param>
public readonly record struct LogOdds(double Ratio, double Z)
{
    /// <summary>Compares two sides, each with its occurrences of one thing and of all things.</summary>
    public static LogOdds Between((long Count, long Total) a, (long Count, long Total) b, (long Count, long Total) corpus)
    {
        var weight = (double)Math.Max(1, Math.Min(a.Total, b.Total));
        var prior = weight * (corpus.Count + 0.5) / (corpus.Total + 1);
        var ratio = LogOddsOf(a, prior, weight) - LogOddsOf(b, prior, weight);
        var variance = (1 / (a.Count + prior)) + (1 / (b.Count + prior));
        return new LogOdds(ratio, ratio / Math.Sqrt(variance));
    }

    private static double LogOddsOf((long Count, long Total) side, double prior, double weight) =>
        Math.Log((side.Count + prior) / (side.Total + weight - side.Count - prior));
}
