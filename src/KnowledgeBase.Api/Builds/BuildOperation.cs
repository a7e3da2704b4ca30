using KnowledgeBase.Corpus;
using KnowledgeBase.Search;

namespace KnowledgeBase.Api.Builds;

/// <summary>Where a build over HTTP stands.</summary>
internal enum BuildStatus
{
    /// <summary>It runs.</summary>
    Running,

    /// <summary>It was asked to stop and has not yet.</summary>
    Cancelling,

    /// <summary>A new generation is published.</summary>
    Succeeded,

    /// <summary>Nothing was published, for a reason that <c>error</c> says.</summary>
    Failed,

    /// <summary>It was stopped; nothing was published.</summary>
    Cancelled,
}

/// <summary>A build over HTTP.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Started">When it began, UTC.</param>
/// <param name="Finished">When it ended, UTC; null while it runs.</param>
/// <param name="Progress">How far it is, or was when it ended.</param>
/// <param name="Outcome">What it did; null unless it succeeded.</param>
/// <param name="Error">Why it failed; null unless it did.</param>
internal sealed record BuildOperation(string Id, BuildStatus Status, DateTimeOffset Started, DateTimeOffset? Finished, BuildProgress Progress, BuildOutcome? Outcome, BuildError? Error)
{
    /// <summary>Whether it has not ended.</summary>
    public bool IsRunning => Status is BuildStatus.Running or BuildStatus.Cancelling;
}

/// <summary>How far a build is.</summary>
/// <param name="Phase">What it is doing: reading, indexing, verifying, publishing.</param>
/// <param name="Statements">How many statements are indexed.</param>
/// <param name="Total">How many there will be; null while the corpus is being read.</param>
internal sealed record BuildProgress(BuildPhase Phase, int Statements, int? Total);

/// <summary>What a build did.</summary>
/// <param name="Generation">The generation that it published.</param>
/// <param name="CorpusVersion">Hash over sources and registry.</param>
/// <param name="Reports">How many reports the statements are of.</param>
/// <param name="Statements">How many statements it holds.</param>
/// <param name="Added">How many the generation before did not have.</param>
/// <param name="Changed">How many have other facts about them than before.</param>
/// <param name="Removed">How many only the generation before had.</param>
/// <param name="Errors">How many errors were found in the corpus; /api/v1/audit lists them.</param>
/// <param name="Warnings">How many warnings.</param>
internal sealed record BuildOutcome(string Generation, string CorpusVersion, int Reports, int Statements, int Added, int Changed, int Removed, int Errors, int Warnings)
{
    public static BuildOutcome Of(BuildSummary summary)
    {
        var found = summary.Corpus.AllDiagnostics.Concat(summary.Unknown).CountBy(diagnostic => diagnostic.Severity).ToDictionary();
        return new BuildOutcome(
            summary.Generation!, summary.Corpus.Version, summary.Corpus.ReportCount, summary.Corpus.StatementCount,
            summary.Changes.Added.Count, summary.Changes.Changed.Count, summary.Changes.Removed.Count,
            found.GetValueOrDefault(Severity.Error), found.GetValueOrDefault(Severity.Warning));
    }
}

/// <summary>Why a build failed.</summary>
/// <param name="Code">new-errors: the corpus has errors that the published index did not have, and strict was asked for; build-failed: anything else.</param>
/// <param name="Message">The reason.</param>
/// <param name="Diagnostics">The first of the new errors.</param>
internal sealed record BuildError(string Code, string Message, IReadOnlyList<Diagnostic> Diagnostics);
