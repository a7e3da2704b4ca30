using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Registry;
using KnowledgeBase.Corpus.Text;
using KnowledgeBase.Tests;

namespace KnowledgeBase.Fuzz.Targets;

/// <summary>The segmentation of a report: every character is accounted for, every statement's words are the source's.</summary>
internal sealed class ReportTarget() : TextTarget(
    [.. HostileText.All(), .. SeedFiles.Specs(), .. SeedFiles.Reports()],
    [.. HostileText.Marks, .. HostileText.Pieces])
{
    private readonly CorpusRegistry _registry = CorpusRegistry.Load(Repository.Corpus, []);

    /// <inheritdoc/>
    public override string Name => "report";

    /// <inheritdoc/>
    protected override bool Feed(string text)
    {
        MustBeSound(new SourceText("report.md", text, ""), _registry);
        return true;
    }

    /// <summary>Segments a text, of which any must be sound.</summary>
    public static void MustBeSound(SourceText source, CorpusRegistry registry)
    {
        var report = ReportParser.Parse(source, new ReportDescription { Id = "r" }, registry);
        Must(report.Audit.Coverage.Unaccounted == 0, $"{report.Audit.Coverage.Unaccounted} characters are unaccounted for");
        Must(report.Statements.DistinctBy(statement => statement.Id, StringComparer.Ordinal).Count() == report.Statements.Count, "two statements have one id");
        foreach (var statement in report.Statements)
        {
            Must(ProvenanceCheck.FirstDifference(statement, source.Text, source.CodePoints) is null, "a statement is not what its source says");
            MustBeSound(statement);
            Must(statement.Source is { Lines: [var first, var last] } && first >= 1 && first <= last && last <= source.Lines, "lines that the source does not have");
            Must(statement.Kind == StatementKind.Individual == statement.Speaker is not null, "a speaker of a kind that has none, or none of one that has");
        }

        foreach (var diagnostic in report.Audit.Diagnostics)
            Must(diagnostic.Line >= 1 && diagnostic.Line <= source.Lines && diagnostic.Column >= 1, $"{diagnostic} is outside of the source");
    }

    /// <summary>What holds of every statement, wherever it comes from.</summary>
    public static void MustBeSound(Statement statement)
    {
        var length = new CodePointIndex(statement.Text).Count;
        Must(statement.ContentStart >= 0 && statement.ContentStart <= length, $"the content begins at {statement.ContentStart} of {length}");
        Must(statement.Attribution.Confidence is >= 0 and <= 1, $"a confidence of {statement.Attribution.Confidence}");
        foreach (var claim in statement.Claims)
            Must(claim.Start >= statement.ContentStart && claim.Start < claim.End && claim.End <= length, $"a claim at {claim.Start}–{claim.End} of {length}");
    }
}
