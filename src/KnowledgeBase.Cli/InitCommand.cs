using System.CommandLine;
using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Drafting;
using KnowledgeBase.Corpus.Reading;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Cli;

/// <summary><c>kb init FILE</c>: puts a report into the corpus, with a draft of its description from its own words.</summary>
internal static class InitCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The report." };
        var corpus = SharedOptions.Corpus();
        var id = new Option<string?>("--id") { Description = "The report's id: small letters, digits and hyphens; default: as the file is called." };
        var command = new Command("init", "Puts a report into the corpus, with a draft of report.yaml from what the report itself says.") { file, corpus, id };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(file), parsed.GetRequiredValue(corpus).FullName, parsed.GetValue(id)));
        return command;
    }

    private static int Run(FileInfo file, string corpus, string? given)
    {
        var reports = Path.Combine(corpus, "reports");
        // A file that lies in its folder already only gets its description.
        var isInPlace = Path.GetFileNameWithoutExtension(file.Name) == "report" && Path.GetDirectoryName(file.DirectoryName) == Path.GetFullPath(reports);
        var id = given ?? Slug.Of(isInPlace ? file.Directory!.Name : Path.GetFileNameWithoutExtension(file.Name));
        if (id != Slug.Of(id))
            return SharedOptions.CannotRun($"\"{id}\" cannot be an id: it takes small letters, digits and hyphens, for example {Slug.Of(id)}");
        var folder = Path.Combine(reports, id);
        var description = Path.Combine(folder, "report.yaml");
        if (isInPlace && file.DirectoryName != Path.GetFullPath(folder))
            return SharedOptions.CannotRun($"{file} lies in the folder of another id than {id}");
        if (isInPlace ? File.Exists(description) : Directory.Exists(folder))
            return SharedOptions.CannotRun($"{(isInPlace ? description : folder)} is there already, and nothing is overwritten{(isInPlace ? "" : "; give the report another id with --id")}");

        var diagnostics = new List<Diagnostic>();
        var source = SourceReader.Read(file.FullName, file.ToString(), diagnostics);
        var failed = SharedOptions.Print(diagnostics, corpus);
        return source is null ? ExitCodes.ErrorsInInput : Write(file, isInPlace ? null : folder, description, DescriptionDraft.Of(source)) ?? (failed ? ExitCodes.ErrorsInInput : ExitCodes.Done);
    }

    private static int? Write(FileInfo file, string? folder, string description, DescriptionDraft draft)
    {
        try
        {
            if (folder is not null)
            {
                Directory.CreateDirectory(folder);
                file.CopyTo(Path.Combine(folder, CorpusReader.ReportFileName(file.Name)));
            }

            using var yaml = new StreamWriter(new FileStream(description, FileMode.CreateNew));
            yaml.Write(DraftYaml.Of(draft));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return SharedOptions.CannotRun(e.Message);
        }

        Console.WriteLine(Path.GetRelativePath(Environment.CurrentDirectory, description));
        Console.WriteLine("Check what it says, then: kb build");
        return null;
    }
}
