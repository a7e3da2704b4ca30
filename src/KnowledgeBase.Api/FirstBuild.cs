using KnowledgeBase.Corpus;
using KnowledgeBase.Search;

namespace KnowledgeBase.Api;

/// <summary>Builds the index when the service starts and there is none to answer from, and says what it does.</summary>
internal static class FirstBuild
{
    public static void Run(LiveIndex live, string corpus, ILogger log)
    {
        var index = live.Index;
        using (var served = live.Acquire())
        {
            if (served is not null)
            {
                log.LogInformation("Serving generation {Generation} from {Folder}", served.Generation.Info.Generation, index.Folder);
                return;
            }
        }

        if (!Directory.Exists(corpus))
        {
            log.LogWarning("There is no index to answer from in {Folder}, and there is no corpus folder {Corpus} to build it from", index.Folder, corpus);
            return;
        }

        log.LogInformation("There is no index to answer from in {Folder}: building it from {Corpus}", index.Folder, corpus);
        try
        {
            var content = index.Read(corpus);
            foreach (var diagnostic in content.AllDiagnostics.Where(d => d.Severity == Severity.Error))
                log.LogError("{Diagnostic}", diagnostic);
            var summary = index.Build(content);
            foreach (var diagnostic in summary.Unknown)
                log.LogWarning("{Diagnostic}", diagnostic);
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
