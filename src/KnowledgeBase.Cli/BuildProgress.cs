using KnowledgeBase.Corpus;
using KnowledgeBase.Search;
using Spectre.Console;

namespace KnowledgeBase.Cli;

/// <summary>Shows a progress bar on standard error while a build runs, on a terminal only.</summary>
internal static class BuildProgress
{
    public static BuildSummary Show(CorpusContent corpus, Func<IProgress<BuildStep>?, BuildSummary> build)
    {
        if (Console.IsErrorRedirected)
            return build(null);

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress().AutoClear(true).Start(context =>
        {
            var task = context.AddTask("indexing", maxValue: Math.Max(1, corpus.StatementCount));
            return build(new Count(task));
        });
    }

    private sealed class Count(ProgressTask task) : IProgress<BuildStep>
    {
        public void Report(BuildStep value)
        {
            task.Value = value.Statements;
            task.Description = value.Phase.ToString().ToLowerInvariant();
        }
    }
}
