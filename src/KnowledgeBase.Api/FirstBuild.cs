using KnowledgeBase.Corpus;
using KnowledgeBase.Search;

namespace KnowledgeBase.Api;

/// <summary>Builds the index when the service starts and none is published, and says what it does.</summary>
internal static class FirstBuild
{
    public static void Run(StatementIndex index, string corpus, ILogger log)
    {
        if (index.Published is { } published)
        {
            log.LogInformation("Serving generation {Generation} from {Folder}", published, index.Folder);
            return;
        }

        if (!Directory.Exists(corpus))
        {
            log.LogWarning("No index is published in {Folder}, and there is no corpus folder {Corpus} to build it from", index.Folder, corpus);
            return;
        }

        log.LogInformation("No index is published in {Folder}: building it from {Corpus}", index.Folder, corpus);
        try
        {
            var content = index.Read(corpus);
            foreach (var diagnostic in content.AllDiagnostics.Where(d => d.Severity == Severity.Error))
                log.LogError("{Diagnostic}", diagnostic);
            var summary = index.Build(content);
            log.LogInformation(
                "Published {Generation}: {Reports} reports, {Statements} statements in {Seconds:0.00} s; {Anew} reports segmented, {Unchanged} unchanged",
                summary.Generation, content.ReportCount, summary.Changes.Added.Count, summary.Duration.TotalSeconds, content.Segmented.Anew, content.Segmented.Unchanged);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            log.LogError("The index could not be built: {Reason}", e.Message);
        }
    }
}
