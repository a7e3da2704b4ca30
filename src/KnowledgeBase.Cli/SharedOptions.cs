using System.CommandLine;
using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Registry;
using KnowledgeBase.Research;
using KnowledgeBase.Research.Citations;
using KnowledgeBase.Search;

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

    /// <summary>The index folder: as given, as KB_INDEX says, or the repository's.</summary>
    public static Option<DirectoryInfo> Index() => new("--index")
    {
        Description = "The index folder; default: KB_INDEX, or index/ of the repository.",
        DefaultValueFactory = _ => new DirectoryInfo(Folders.Index),
    };

    /// <summary>The report files to read.</summary>
    public static Argument<FileInfo[]> Files()
    {
        var files = new Argument<FileInfo[]>("FILE") { Description = "Reports to read: .md, .txt, .html, .docx or .pdf.", Arity = ArgumentArity.OneOrMore };
        // A misspelt option would otherwise be taken for a file.
        files.Validators.Add(given =>
        {
            foreach (var token in given.Tokens.Where(token => token.Value.StartsWith("--", StringComparison.Ordinal)))
                given.AddError($"There is no option {token.Value}.");
        });
        return files;
    }

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
        var failed = Print(diagnostics, corpus.FullName);
        foreach (var file in files)
        {
            diagnostics.Clear();
            if (CorpusReader.ReadFile(file.ToString(), corpus.FullName, registry, diagnostics) is { } report)
            {
                use(report);
                diagnostics.AddRange(report.Audit.Diagnostics);
            }

            failed |= Print(diagnostics, corpus.FullName);
        }

        return failed ? ExitCodes.ErrorsInInput : ExitCodes.Done;
    }

    /// <summary>Opens the published generation and hands it on; returns the exit code.</summary>
    public static int WithIndex(string folder, Func<Generation, int> use)
    {
        try
        {
            using var generation = new StatementIndex(folder).Open(damage => Console.Error.WriteLine($"kb: warning: {damage} Run: kb build"));
            return generation is null ? NoIndex(folder) : use(generation);
        }
        catch (IOException e)
        {
            return CannotRun($"{e.Message} Run: kb build");
        }
    }

    /// <summary>The same for a command that writes as it goes.</summary>
    public static async Task<int> WithIndex(string folder, Func<Generation, Task<int>> use)
    {
        try
        {
            using var generation = new StatementIndex(folder).Open(damage => Console.Error.WriteLine($"kb: warning: {damage} Run: kb build"));
            return generation is null ? NoIndex(folder) : await use(generation);
        }
        catch (IOException e)
        {
            return CannotRun($"{e.Message} Run: kb build");
        }
    }

    /// <summary>The address under which the service is known, for permalinks.</summary>
    public static Option<string> PublicUrl() => new("--public-url")
    {
        Description = "Where the service is, for permalinks; default: KB_PUBLIC_URL, or http://localhost:5080.",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("KB_PUBLIC_URL") is { Length: > 0 } url ? url : "http://localhost:5080",
    };

    /// <summary>What citations say besides the statement.</summary>
    public static CitationContext Citations(Generation generation, string publicUrl) =>
        new(new Permalinks(publicUrl.TrimEnd('/')), generation.Names, generation.Info.CorpusVersion, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));

    /// <summary>1 error, 2 errors.</summary>
    public static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";

    /// <summary>Says that no index is published; returns the exit code.</summary>
    public static int NoIndex(string folder) => CannotRun($"no index is published in {folder}. Run: kb build");

    /// <summary>Says why a command could not run; returns the exit code.</summary>
    public static int CannotRun(string why, int exitCode = ExitCodes.Usage)
    {
        Console.Error.WriteLine($"kb: {why}");
        return exitCode;
    }

    /// <summary>
    /// Writes diagnostics as compilers do, with paths that can be opened from the working folder; returns whether an error
    /// is among them.
    /// </summary>
    public static bool Print(IEnumerable<Diagnostic> diagnostics, string corpus)
    {
        var failed = false;
        foreach (var diagnostic in diagnostics)
        {
            var inCorpus = Path.Combine(corpus, diagnostic.File);
            var path = !Path.IsPathRooted(diagnostic.File) && File.Exists(inCorpus) ? Path.GetRelativePath(Environment.CurrentDirectory, inCorpus) : diagnostic.File;
            Console.Error.WriteLine(diagnostic with { File = path.Replace('\\', '/') });
            failed |= diagnostic.Severity == Severity.Error;
        }

        return failed;
    }
}
