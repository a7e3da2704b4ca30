using KnowledgeBase.Corpus;
using KnowledgeBase.Research;
using KnowledgeBase.Research.Citations;
using KnowledgeBase.Research.Exports;
using KnowledgeBase.Search;

[assembly: AssemblyFixture(typeof(KnowledgeBase.Tests.ResearchFixture))]

namespace KnowledgeBase.Tests;

/// <summary>Real indexes in temporary folders: the repository's corpus, statements that no format likes, and a PDF.</summary>
public sealed class ResearchFixture : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ResearchFixture()
    {
        First = Build(Repository.Corpus, "first");
        var corpus = Path.Combine(_folder.Path, "corpus");
        Directory.CreateDirectory(Path.Combine(corpus, "statements"));
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Data", "hostile.jsonl"), Path.Combine(corpus, "statements", "hostile.jsonl"));
        Hostile = Build(corpus, "hostile");
        Paged = Build(PdfCorpus(), "paged");
    }

    /// <summary>The repository's corpus.</summary>
    public Generation First { get; }

    /// <summary>Statements with the marks of every format in them, and with what some formats cannot hold.</summary>
    public Generation Hostile { get; }

    /// <summary>A report that is a PDF of two pages, and an imported statement with pages whose source is not here.</summary>
    public Generation Paged { get; }

    /// <summary>What every citation in these tests says besides its statement.</summary>
    public static CitationContext Context(Generation generation) =>
        new(new Permalinks("https://kb.example.org"), generation.Names, generation.Info.CorpusVersion, new DateOnly(2026, 11, 24));

    /// <summary>All statements of a generation in their order.</summary>
    public static IReadOnlyList<Statement> Statements(Generation generation) =>
        [.. new StatementSearcher(generation).All(new SearchQuery()).Statements().Select(stored => stored.Read())];

    /// <summary>A search, exported.</summary>
    public static byte[] Export(Generation generation, string format, SearchQuery? query = null)
    {
        query ??= new SearchQuery();
        using var output = new MemoryStream();
        Research.Exports.Export.Write(new ExportSubject(new StatementSearcher(generation).All(query), query, Context(generation)), ExportFormat.Find(format)!, output);
        return output.ToArray();
    }

    public void Dispose()
    {
        First.Dispose();
        Hostile.Dispose();
        Paged.Dispose();
        _folder.Dispose();
    }

    private string PdfCorpus()
    {
        _folder.Write("pdf/reports/ocean/report.yaml", "date: 2023-11-18\npublisher: 中国海洋大学\nplace: 青岛\n");
        File.Copy(Path.Combine(Repository.Root, "tests", "KnowledgeBase.Corpus.Tests", "Documents", "forum.pdf"), Path.Combine(_folder.Path, "pdf/reports/ocean/report.pdf"));
        var source = $$"""{"file": "talks.pdf", "sha256": "{{new string('0', 64)}}", "lines": [7, 9], "pages": [3, 4], "ranges": [{"start": 0, "end": 21}]}""";
        _folder.Write("pdf/statements/talks.jsonl", $$"""{"text": "Standards come first.", "speaker": "Stephen Cave", "report": "Talks", "date": "2020", "source": {{source}}}""");
        return Path.Combine(_folder.Path, "pdf");
    }

    private Generation Build(string corpus, string name)
    {
        var index = new StatementIndex(Path.Combine(_folder.Path, name));
        var content = CorpusReader.Read(corpus);
        Assert.DoesNotContain(content.AllDiagnostics, diagnostic => diagnostic.Severity == Severity.Error);
        index.Build(content);
        return index.Open()!;
    }
}
