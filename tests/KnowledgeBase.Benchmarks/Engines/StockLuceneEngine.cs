using KnowledgeBase.Benchmarks.Synthetic;
using Lucene.Net.Analysis.Cjk;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace KnowledgeBase.Benchmarks.Engines;

/// <summary>Lucene.NET as it comes: CJKAnalyzer, its best directory, its top-ten collector beside a collector that counts sorted-set doc values.</summary>
internal sealed class StockLuceneEngine(string folder) : ISearchEngine
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;
    private const string Text = "text";
    private readonly CJKAnalyzer _analyzer = new(Version);
    private readonly QueryBuilder _queries = new(new CJKAnalyzer(Version));
    private FSDirectory? _directory;
    private DirectoryReader? _reader;
    private IndexSearcher? _searcher;
    private Dictionary<string, StockFacet> _facets = [];

    public void Build(string corpus)
    {
        using var directory = FSDirectory.Open(folder);
        using var writer = new IndexWriter(directory, new IndexWriterConfig(Version, _analyzer) { RAMBufferSizeMB = 64 });
        foreach (var statement in SyntheticStatement.Read(corpus))
        {
            var document = new Document { new TextField(Text, statement.Text, Field.Store.YES) };
            foreach (var facet in SyntheticStatement.Facets)
            {
                foreach (var value in statement.ValuesOf(facet))
                {
                    document.Add(new StringField(facet, value, Field.Store.YES));
                    document.Add(new SortedSetDocValuesField(facet, new BytesRef(value)));
                }
            }

            writer.AddDocument(document);
        }

        writer.Commit();
    }

    public void Open()
    {
        _directory = FSDirectory.Open(folder);
        _reader = DirectoryReader.Open(_directory);
        _searcher = new IndexSearcher(_reader);
        _facets = SyntheticStatement.Facets.ToDictionary(facet => facet, facet => new StockFacet(_reader, facet), StringComparer.Ordinal);
    }

    public int Search(SyntheticQuery query)
    {
        var text = new BooleanQuery();
        foreach (var word in query.Words)
            text.Add(_queries.CreatePhraseQuery(Text, word), Occur.MUST);
        var top = TopScoreDocCollector.Create(10, docsScoredInOrder: true);
        var counts = SyntheticStatement.Facets.Where(facet => facet != query.Facet).Select(facet => _facets[facet].NewCounts()).ToArray();
        var filter = query.Facet is null ? null : new QueryWrapperFilter(new TermQuery(new Term(query.Facet, query.Value)));
        _searcher!.Search(text, filter, MultiCollector.Wrap(top, new StockFacetCollector(counts)));
        // The chosen facet's counts ignore the choice: they take a search of their own.
        if (query.Facet is not null)
            _searcher.Search(text, new StockFacetCollector([_facets[query.Facet].NewCounts()]));
        foreach (var hit in top.GetTopDocs().ScoreDocs)
            _ = _searcher.Doc(hit.Doc);
        return top.TotalHits;
    }

    public void Dispose()
    {
        _reader?.Dispose();
        _directory?.Dispose();
        _analyzer.Dispose();
    }
}
