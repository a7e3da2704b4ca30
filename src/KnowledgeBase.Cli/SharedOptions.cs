using System.CommandLine;
using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Registry;

namespace KnowledgeBase.Cli;

/// <summary>Options and habits that the commands share.</summary>
internal static class SharedOptions
{
    /// <summary>The corpus folder: as given, as KB_CORPUS says, or the repository's.</summary>
    public static Option<DirectoryInfo> Corpus() => new("--corpus")
    {
        Description = "The corpus folder; default: KB_CORPUS, or corpus/ of the repository.",
        DefaultValueFactory = _ => new DirectoryInfo(Folders.Corpus),
    };

    /// <summary>The report files to read.</summary>
    public static Argument<FileInfo[]> Files() => new("FILE")
    {
        Description = "Reports to read.",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>text or json.</summary>
    public static Option<string> Format()
    {
        var option = new Option<string>("--format") { Description = "text or json.", DefaultValueFactory = _ => "text" };
        option.AcceptOnlyFromAmong("text", "json");
        return option;
    }

    /// <summary>Reads each file and hands its report on; returns the exit code. Diagnostics go to standard error.</summary>
    public static int ForEachReport(IEnumerable<FileInfo> files, DirectoryInfo corpus, Action<Report> use)
    {
        var diagnostics = new List<Diagnostic>();
        var registry = CorpusRegistry.Load(corpus.FullName, diagnostics);
        var failed = Print(diagnostics);
        foreach (var file in files)
        {
            diagnostics.Clear();
            if (CorpusReader.ReadFile(file.ToString(), corpus.FullName, registry, diagnostics) is { } report)
            {
                use(report);
                diagnostics.AddRange(report.Audit.Diagnostics);
            }

            failed |= Print(diagnostics);
        }

        return failed ? ExitCodes.ErrorsInInput : ExitCodes.Done;
    }

    /// <summary>Writes diagnostics as compilers do; returns whether an error is among them.</summary>
    public static bool Print(IEnumerable<Diagnostic> diagnostics)
    {
        var failed = false;
        foreach (var diagnostic in diagnostics)
        {
            Console.Error.WriteLine(diagnostic);
            failed |= diagnostic.Severity == Severity.Error;
        }

        return failed;
    }
}
