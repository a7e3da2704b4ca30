namespace KnowledgeBase.Corpus;

/// <summary>What a build is doing, in the order in which it does it.</summary>
public enum BuildPhase
{
    /// <summary>Reads and segments the corpus.</summary>
    Reading,

    /// <summary>Cuts statements into words and indexes them.</summary>
    Indexing,

    /// <summary>Checks the new generation.</summary>
    Verifying,

    /// <summary>Puts it in the place of the published one; from here on a build is not stopped.</summary>
    Publishing,
}

/// <summary>How far a build is.</summary>
/// <param name="Phase">What it is doing.</param>
/// <param name="Statements">How many statements are indexed.</param>
public readonly record struct BuildStep(BuildPhase Phase, int Statements);

/// <summary>How somebody watches a build, and stops it.</summary>
/// <param name="Progress">Told how far it is, by whatever thread is.</param>
/// <param name="Cancellation">Stops it.</param>
public sealed record BuildControl(IProgress<BuildStep>? Progress = null, CancellationToken Cancellation = default)
{
    /// <summary>Nobody does.</summary>
    public static readonly BuildControl None = new();
}
