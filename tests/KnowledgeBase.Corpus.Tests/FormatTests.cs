using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using KnowledgeBase.Corpus;

namespace KnowledgeBase.Tests;

/// <summary>One report in every format: the same statements, each provable against the text that was got out of the file.</summary>
public sealed class FormatTests : IDisposable
{
    private static readonly string Markdown = File.ReadAllText(Document("forum.md"));
    private readonly TemporaryFolder _folder = new();

    static FormatTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string, byte[]> Files() => new()
    {
        { "Markdown", "report.markdown", Encoding.UTF8.GetBytes(Markdown) },
        { "plain text with Windows line ends", "report.txt", Encoding.UTF8.GetBytes(Markdown.Replace("\n", "\r\n", StringComparison.Ordinal)) },
        { "GB18030", "report.txt", Encoding.GetEncoding("gb18030").GetBytes(Markdown) },
        { "UTF-16 with its mark", "Report.md", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Markdown)] },
        { "UTF-16 without", "report.md", Encoding.Unicode.GetBytes(Markdown) },
        { "a web page", "report.html", File.ReadAllBytes(Document("forum.html")) },
        { "a web page in GB2312", "report.htm", Encoding.GetEncoding("gb18030").GetBytes(File.ReadAllText(Document("forum.html")).Replace("utf-8", "gb2312", StringComparison.Ordinal)) },
        { "Word", "report.docx", WordFile.OfMarkdown(Markdown) },
        { "PDF", "report.pdf", File.ReadAllBytes(Document("forum.pdf")) },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void AReportSaysTheSameInEveryFormat(string what, string file, byte[] bytes)
    {
        Assert.NotEmpty(what);
        var expected = Read("report.md", Encoding.UTF8.GetBytes(Markdown)).Reports.Single();
        Assert.Equal(6, expected.Statements.Count);
        var content = Read(file, bytes);
        Assert.DoesNotContain(content.Diagnostics, diagnostic => diagnostic.Severity != Severity.Info);

        var report = content.Reports.Single();
        Assert.Equal(expected.Statements.Select(Words), report.Statements.Select(Words));
        Assert.Equal(expected.Panels, report.Panels);
        Assert.Equal(expected.Reference.Title, report.Reference.Title);
        Assert.Equal(expected.Audit.Roster.Select(entry => (entry.Name, entry.Title)), report.Audit.Roster.Select(entry => (entry.Name, entry.Title)));
        Assert.Contains("**她强调，", report.Source.Text, StringComparison.Ordinal);

        Assert.Equal(0, report.Audit.Coverage.Unaccounted);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), report.Source.Sha256);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(report.Source.Text))), report.Source.TextSha256);
        Assert.All(report.Statements, statement =>
        {
            Assert.Null(ProvenanceCheck.FirstDifference(statement, report.Source.Text));
            Assert.Equal(report.Source.TextSha256, statement.Source!.TextSha256 ?? statement.Source.Sha256);
        });
    }

    [Fact]
    public void APdfStatementNamesItsPages()
    {
        var report = Read("report.pdf", File.ReadAllBytes(Document("forum.pdf"))).Reports.Single();
        Assert.Equal([1, 2], report.Statements[0].Source!.Pages);
        Assert.Equal([2, 2], report.Statements[^1].Source!.Pages);
        Assert.DoesNotContain("— 1 —", report.Source.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("海洋治理国际论坛 · 报告", report.Source.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void AnImportBringsPagesAndTheTextsHashBack()
    {
        var lines = Read("report.pdf", File.ReadAllBytes(Document("forum.pdf"))).Reports.Single().Statements.Select(statement => JsonSerializer.Serialize(statement, CorpusJson.Options)).ToList();
        Assert.Contains("\"pages\":[1,2]", lines[0], StringComparison.Ordinal);
        var corpus = Path.Combine(_folder.Path, "imported");
        _folder.Write("imported/statements/forum.jsonl", string.Join('\n', lines));
        var content = CorpusReader.Read(corpus);
        Assert.Empty(content.Diagnostics);
        Assert.Equal(lines, content.Statements.Select(statement => JsonSerializer.Serialize(statement, CorpusJson.Options)));
    }

    [Fact]
    public void AStatementOfMarkdownCarriesNothingNew()
    {
        var statement = Read("report.md", Encoding.UTF8.GetBytes(Markdown)).Statements.First();
        Assert.EndsWith("}]}}", JsonSerializer.Serialize(statement, CorpusJson.Options), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("report.pdf")]
    [InlineData("forum.pdf")]
    public void AFileIsReadWhereverItLies(string name)
    {
        var path = Path.Combine(_folder.Path, name);
        File.Copy(Document("forum.pdf"), path);
        var diagnostics = new List<Diagnostic>();
        Assert.Equal(6, CorpusReader.ReadFile(path, null, FirstReport.Registry, diagnostics)!.Statements.Count);
        Assert.Empty(diagnostics);
    }

    private static (string?, string) Words(Statement statement) =>
        (statement.Speaker?.Name, string.Concat(statement.Text.Where(c => !char.IsWhiteSpace(c))));

    private static string Document(string name) => Path.Combine(AppContext.BaseDirectory, "Documents", name);

    private CorpusContent Read(string file, byte[] bytes)
    {
        var folder = Path.Combine(_folder.Path, "corpus", "reports", "forum");
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, file), bytes);
        return CorpusReader.Read(Path.Combine(_folder.Path, "corpus"));
    }
}
