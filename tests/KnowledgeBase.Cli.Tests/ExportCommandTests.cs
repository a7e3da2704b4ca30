using System.Text.Json;
using KnowledgeBase.Corpus;
using KnowledgeBase.Search;

namespace KnowledgeBase.Tests;

/// <summary><c>kb export</c> and <c>kb cite</c>.</summary>
public sealed class ExportCommandTests(ExportCommandTests.BuiltIndex index) : IClassFixture<ExportCommandTests.BuiltIndex>
{
    [Theory]
    [InlineData("jsonl", "{\"id\":\"aicg2021-")]
    [InlineData("csv", "id,kind,")]
    [InlineData("tei", "<?xml version=\"1.0\" encoding=\"utf-8\"?><TEI ")]
    [InlineData("bibtex", "@comment{Exported from KnowledgeBase: 8 statements; query: 可解释; theme: explainability;")]
    [InlineData("ris", "TY  - CHAP\r\nID  - aicg2021-")]
    [InlineData("csl", "[\n{\"id\":\"aicg2021-")]
    public async Task ASearchIsExportedInEachFormat(string format, string beginning)
    {
        var run = await KbProgram.Run("export", "--format", format, "--query", "可解释", "--theme", "explainability", "--index", index.Folder);
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith(beginning, run.Output, StringComparison.Ordinal);
        Assert.Equal("8 statements", run.Errors.Trim());
    }

    [Fact]
    public async Task EverythingIsExportedWithoutAQueryAndTheOrderCanBeChosen()
    {
        var run = await KbProgram.Run("export", "--sort", "-document", "--index", index.Folder);
        var ids = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()).ToList();
        Assert.Equal(CorpusReader.Read(Repository.Corpus).Reports.SelectMany(report => report.Statements).Select(statement => statement.Id).Reverse(), ids);
    }

    [Fact]
    public async Task ACitationMarksReportedSpeechAndTheOthersGoThroughAMistypedId()
    {
        var run = await KbProgram.Run("cite", "aicg2021-nothere", "aicg2021-a7dzvz", "--index", index.Folder, "--public-url", "https://kb.example.org/");
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("张钹. ", run.Output, StringComparison.Ordinal);
        Assert.Contains("（报告转述）", run.Output, StringComparison.Ordinal);
        Assert.Contains("https://kb.example.org/statements/aicg2021-a7dzvz.", run.Output, StringComparison.Ordinal);
        Assert.Contains("no statement or claim \"aicg2021-nothere\"", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("export --format xml", "'xml' not recognized")]
    [InlineData("export --theme nothing", "--theme: no theme has the id or name \"nothing\"")]
    [InlineData("export --sort colour", "--sort: sort cannot be \"colour\"")]
    [InlineData("export --year 21", "--year: year cannot be \"21\"")]
    [InlineData("cite", "Required argument missing")]
    [InlineData("cite x --format apa", "'apa' not recognized")]
    public async Task WrongUsageIsTold(string arguments, string message)
    {
        var run = await KbProgram.Run([.. arguments.Split(' '), "--index", index.Folder]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    public sealed class BuiltIndex : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public BuiltIndex() => new StatementIndex(Folder).Build(CorpusReader.Read(Repository.Corpus));

        public string Folder => _folder.Path;

        public void Dispose() => _folder.Dispose();
    }
}
