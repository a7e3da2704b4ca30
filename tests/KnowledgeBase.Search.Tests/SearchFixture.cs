using KnowledgeBase.Corpus;
using KnowledgeBase.Search;

[assembly: AssemblyFixture(typeof(KnowledgeBase.Tests.SearchFixture))]

namespace KnowledgeBase.Tests;

/// <summary>A real index of the repository's corpus in a temporary folder.</summary>
public sealed class SearchFixture : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SearchFixture()
    {
        Corpus = CorpusReader.Read(Repository.Corpus);
        var index = new StatementIndex(_folder.Path);
        index.Build(Corpus);
        Generation = index.Open()!;
        Searcher = new StatementSearcher(Generation);
    }

    public CorpusContent Corpus { get; }

    public IReadOnlyList<Statement> Statements => [.. Corpus.Reports.SelectMany(report => report.Statements)];

    public Generation Generation { get; }

    public StatementSearcher Searcher { get; }

    /// <summary>The answer to a query without filters.</summary>
    public SearchResult Search(string text, bool expand = true, int size = 20) => Searcher.Search(new SearchQuery { Text = text, Expand = expand, Size = size });

    public void Dispose()
    {
        Generation.Dispose();
        _folder.Dispose();
    }
}
