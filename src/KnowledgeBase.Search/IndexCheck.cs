using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Text;
using Lucene.Net.Index;
using Lucene.Net.Store;

namespace KnowledgeBase.Search;

/// <summary>Checks a generation: Lucene's own check of its files, the count of statements, every statement against its source where that is here.</summary>
public static class IndexCheck
{
    /// <summary>One line for each problem; empty where the generation is sound.</summary>
    public static IEnumerable<string> Problems(string folder)
    {
        var files = new GenerationFiles(folder);
        if (LuceneProblem(files) is { } problem)
        {
            yield return problem;
            yield break;
        }

        using var generation = Generation.Open(folder);
        var sources = new Dictionary<string, (string Text, CodePointIndex Points)>(StringComparer.Ordinal);
        var count = 0;
        foreach (var stored in generation.All())
        {
            count++;
            var statement = stored.Read();
            if (ProvenanceProblem(generation, sources, statement) is { } difference)
                yield return $"{statement.Id}: {difference}";
        }

        if (count != generation.Manifest.Statements)
            yield return $"{generation.Info.Generation}: {count} statements, but its manifest says {generation.Manifest.Statements}";
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
            using var directory = new NIOFSDirectory(files.Lucene);
            var status = new CheckIndex(directory).DoCheckIndex();
            return status.Clean ? null : $"{files.Name}: the index files are damaged ({status.TotLoseDocCount} statements lost)";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"{files.Name}: the index files cannot be read: {e.Message}";
        }
    }
}
