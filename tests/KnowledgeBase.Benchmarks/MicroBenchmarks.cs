using BenchmarkDotNet.Attributes;
using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Registry;
using KnowledgeBase.Corpus.Text;
using KnowledgeBase.Search;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Queries;
using KnowledgeBase.Tests;

namespace KnowledgeBase.Benchmarks;

/// <summary>What <c>micro</c> measures, on the first report.</summary>
[MemoryDiagnoser]
public class MicroBenchmarks
{
    private const string Query = "数据共享 城市";
    private readonly string _folder = Directory.CreateTempSubdirectory("kb-measure-").FullName;
    private readonly WordSegmenter _segmenter = new();
    private readonly List<TextSpan> _words = [];
    private readonly string _text = Folding.Fold(File.ReadAllText(Repository.FirstReport));
    private readonly SourceText _source = new("report.md", File.ReadAllText(Repository.FirstReport), "");
    private readonly CorpusRegistry _registry = CorpusRegistry.Load(Repository.Corpus, []);
    private Generation _generation = null!;
    private StatementSearcher _searcher = null!;
    private Highlighter _highlighter = null!;
    private OpenedStatement[] _hits = [];

    [GlobalSetup]
    public void Open()
    {
        var index = new StatementIndex(_folder);
        index.Build(CorpusReader.Read(Repository.Corpus));
        _generation = index.Open()!;
        _searcher = new StatementSearcher(_generation);
        var reader = new QueryReader(_generation);
        _highlighter = new Highlighter(reader.Read(Query, expand: true).Searched, reader.RarityOf);
        _hits = [.. _searcher.Search(new SearchQuery { Text = Query, Size = 10 }).Items.Select(hit => _generation.Opened(_generation.DocOf(hit.Statement.Id)))];
    }

    [GlobalCleanup]
    public void Close()
    {
        _generation.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Benchmark(Description = "words of the first report (24,788 characters)")]
    public int Words()
    {
        _words.Clear();
        _segmenter.Segment(_text, _words);
        return _words.Count;
    }

    [Benchmark(Description = "statements of the first report")]
    public int Statements() => ReportParser.Parse(_source, new ReportDescription { Id = "first" }, _registry).Statements.Count;

    [Benchmark(Description = "a query of two words, ten hits, no facets")]
    public int TwoWords() => _searcher.Search(new SearchQuery { Text = Query, Size = 10 }).Total;

    [Benchmark(Description = "four facets of all statements, no hits")]
    public int FacetCount() => _searcher.Search(new SearchQuery { Size = 0, Facets = ["theme", "speaker", "institution", "panel"] }).Total;

    [Benchmark(Description = "highlights and snippets of ten hits")]
    public int Highlights() => _hits.Sum(statement => _highlighter.Mark(statement).Highlights.Count);
}
