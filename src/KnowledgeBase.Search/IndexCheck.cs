using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Text;
using Lucene.Net.Index;

namespace KnowledgeBase.Search;

/// <summary>
/// Checks a generation: its files against their hashes, Lucene's own check, that every statement is in it as it was given,
/// every statement against its source where that is here, and the answers to the golden queries. Statements are read one by one.
/// </summary>
public static class IndexCheck
{
    /// <summary>One line for each problem; empty where the generation is sound.</summary>
    public static IEnumerable<string> Problems(string folder)
    {
        var files = new GenerationFiles(folder);
        return GenerationSeal.Damage(files) is { } damage ? [damage] : ContentProblems(files, []);
    }

    /// <summary>The same for a generation whose files were hashed this moment.</summary>
    /// <param name="files">The generation.</param>
    /// <param name="unknown">Receives what golden queries expect and the corpus does not have.</param>
    internal static IEnumerable<string> ContentProblems(GenerationFiles files, List<Diagnostic> unknown)
    {
        if (LuceneProblem(files) is { } problem)
        {
            yield return problem;
            yield break;
        }

        using var generation = Generation.Open(files.Folder);
        var sources = new Dictionary<string, (string Text, CodePointIndex Points)>(StringComparer.Ordinal);
        var (count, digest) = (0, new StatementDigest());
        foreach (var stored in generation.All())
        {
            count++;
            digest.Add(stored);
            var statement = stored.Read();
            if (ProvenanceProblem(generation, sources, statement) is { } difference)
                yield return $"{statement.Id}: {difference}";
        }

        if (count != generation.Manifest.Statements)
            yield return $"{files.Name}: {count} statements, but its manifest says {generation.Manifest.Statements}";
        else if (digest.ToString() != generation.Manifest.Digest)
            yield return $"{files.Name}: its statements are not those that it was given";
        unknown.AddRange(GoldenCheck.Unknown(generation));
        foreach (var missed in GoldenCheck.Problems(generation))
            yield return missed;
    }

    // What was imported from a source that is not here, or from another version of it, cannot be proved here.
    private static string? ProvenanceProblem(Generation generation, Dictionary<string, (string Text, CodePointIndex Points)> sources, Statement statement)
    {
        if (generation.Names.Find("report", statement.Report.Id) is not ReportEntity report)
            return $"its report {statement.Report.Id} is not in the index";
        if (statement.Source is null || statement.Source.Sha256 != report.Sha256)
            return null;
        if (!sources.TryGetValue(report.Id, out var source))
        {
            var text = generation.SourceOf(report.Id)!;
            sources[report.Id] = source = (text, new CodePointIndex(text));
        }

        return ProvenanceCheck.FirstDifference(statement, source.Text, source.Points);
    }

    private static string? LuceneProblem(GenerationFiles files)
    {
        try
        {
            using var directory = new IndexFiles(files.Lucene);
            var status = new CheckIndex(directory).DoCheckIndex();
            return status.Clean ? null : $"{files.Name}: the index files are damaged ({status.TotLoseDocCount} statements lost)";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"{files.Name}: the index files cannot be read: {e.Message}";
        }
    }
}
