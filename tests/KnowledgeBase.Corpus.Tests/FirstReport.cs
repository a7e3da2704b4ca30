using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Registry;

namespace KnowledgeBase.Tests;

/// <summary>The first report, segmented once for all tests that look at it.</summary>
internal static class FirstReport
{
    private static readonly Lazy<CorpusContent> Read = new(() => CorpusReader.Read(Repository.Corpus));

    public static CorpusContent Content => Read.Value;

    public static CorpusRegistry Registry => Content.Registry;

    public static Report Report => Content.Reports.Single(report => report.Reference.Id == "aicg2021");

    public static IReadOnlyList<Statement> Statements => Report.Statements;

    public static Audit Audit => Report.Audit;

    public static Statement By(string speaker, string? panel = null) =>
        Statements.Single(s => s.Speaker?.Name == speaker && (panel is null || s.Panel?.Name == panel));
}
