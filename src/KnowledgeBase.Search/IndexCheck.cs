using System.Collections.Concurrent;
using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Text;
using Lucene.Net.Index;

namespace KnowledgeBase.Search;

/// <summary>
/// Checks a generation: its files against their hashes, Lucene's own check, that every statement is in it as it was given,
/// every statement against its source where that is here, and the answers to the golden queries. No more statements are held than there are processors.
/// </summary>
public static class IndexCheck
{
    /// <summary>One line for each problem; empty where the generation is sound.</summary>
    public static IEnumerable<string> Problems(string folder)
    {
        var files = new GenerationFiles(folder);
        return GenerationSeal.Damage(files) is { } damage ? [damage] : ContentProblems(files, [], default);
    }

    /// <summary>The same for a generation whose files were hashed this moment.</summary>
    /// <param name="files">The generation.</param>
    /// <param name="unknown">Receives what golden queries expect and the corpus does not have.</param>
    /// <param name="cancellation">Stops it.</param>
    internal static IEnumerable<string> ContentProblems(GenerationFiles files, List<Diagnostic> unknown, CancellationToken cancellation)
    {
        if (LuceneProblem(files, cancellation) is { } problem)
        {
            yield return problem;
            yield break;
        }

        using var generation = Generation.Open(files.Folder);
        var sources = new ConcurrentDictionary<string, Lazy<(string Text, CodePointIndex Points)>>(StringComparer.Ordinal);
        var digest = new StatementDigest();
        var differences = new string?[generation.Count];
        InParallel.Each(Enumerable.Range(0, generation.Count), doc =>
        {
            var stored = generation.Statement(doc);
            digest.Add(stored);
            var statement = stored.Read();
            if (ProvenanceProblem(generation, sources, statement) is { } difference)
                differences[doc] = $"{statement.Id}: {difference}";
        }, cancellation);
        foreach (var difference in differences.OfType<string>())
            yield return difference;

        if (generation.Count != generation.Manifest.Statements)
            yield return $"{files.Name}: {generation.Count} statements, but its manifest says {generation.Manifest.Statements}";
        else if (digest.ToString() != generation.Manifest.Digest)
            yield return $"{files.Name}: its statements are not those that it was given";
        unknown.AddRange(GoldenCheck.Unknown(generation));
        foreach (var missed in GoldenCheck.Problems(generation))
            yield return missed;
    }

    // What was imported from a source that is not here, or from another version of it, cannot be proved here.
    private static string? ProvenanceProblem(Generation generation, ConcurrentDictionary<string, Lazy<(string Text, CodePointIndex Points)>> sources, Statement statement)
    {
        if (generation.Names.Find("report", statement.Report.Id) is not ReportEntity report)
            return $"its report {statement.Report.Id} is not in the index";
        if (statement.Source is null || statement.Source.Sha256 != report.Sha256)
            return null;
        var (text, points) = sources.GetOrAdd(report.Id, id => new Lazy<(string, CodePointIndex)>(() =>
        {
            var source = generation.SourceOf(id)!;
            return (source, new CodePointIndex(source));
        })).Value;
        return ProvenanceCheck.FirstDifference(statement, text, points);
    }

    private static string? LuceneProblem(GenerationFiles files, CancellationToken cancellation)
    {
        try
        {
            using var directory = new IndexFiles(files.Lucene, cache: null);
            var segments = new SegmentInfos();
            segments.Read(directory);
            var lost = 0;
            InParallel.Each(segments.Segments, segment => Interlocked.Add(ref lost, new CheckIndex(directory).DoCheckIndex([segment.Info.Name]) is { Clean: false } status ? Math.Max(1, status.TotLoseDocCount) : 0), cancellation);
            return lost == 0 ? null : $"{files.Name}: the index files are damaged ({lost} statements lost)";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"{files.Name}: the index files cannot be read: {e.Message}";
        }
    }
}
