using KnowledgeBase.Corpus;
using KnowledgeBase.Search;
using Spectre.Console;

namespace KnowledgeBase.Cli;

/// <summary>Shows a progress bar on standard error while a build runs, on a terminal only.</summary>
internal static class BuildProgress
{
    public static BuildSummary Show(CorpusContent corpus, Func<IProgress<int>?, BuildSummary> build)
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

    private sealed class Count(ProgressTask task) : IProgress<int>
    {
        public void Report(int value) => task.Value = value;
    }
}
