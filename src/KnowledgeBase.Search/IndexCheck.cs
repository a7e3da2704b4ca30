using KnowledgeBase.Corpus;
using Lucene.Net.Index;
using Lucene.Net.Store;

namespace KnowledgeBase.Search;

/// <summary>Checks a generation: Lucene's own check of its files, the count of statements, every statement against its source.</summary>
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
        var sources = new Dictionary<string, string?>(StringComparer.Ordinal);
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

    private static string? ProvenanceProblem(Generation generation, Dictionary<string, string?> sources, Statement statement)
    {
        if (!sources.TryGetValue(statement.Report.Id, out var source))
            sources[statement.Report.Id] = source = generation.SourceOf(statement.Report.Id);
        return source is null ? $"its report {statement.Report.Id} is not in the index" : ProvenanceCheck.FirstDifference(statement, source);
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
