using CsCheck;
using KnowledgeBase.Corpus.Text;
using KnowledgeBase.Search;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Inversion;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Token = KnowledgeBase.Search.Analysis.Token;

namespace KnowledgeBase.Tests;

/// <summary>An index whose tokens are inverted here is the one that Lucene writes when it is given the tokens one by one.</summary>
public sealed class InversionTests
{
    private static readonly string[] Fields = [StatementDocument.TextCharacters, StatementDocument.TextBigrams, StatementDocument.TextWords];

    // Ends of the ranges in which UTF-16 and code points are ordered otherwise, halves of surrogate pairs, and what is no character.
    private static readonly string[] Pieces = ["人", "工", "智能", "人工智能", "。", " ", "AI", "aaaaa", "\U00020BB7", "\U0010FFFF", "\uD800", "\uDFFF", "\uD7FF", "\uE000", "\uFFFD", "\uFFFF", "\0", "a", "z", "é", "\t"];

    [Theory]
    [InlineData("可解释人工智能", "人工智能可解释", "人工智能")]
    [InlineData("", "人", "人人人人", "")]
    [InlineData("𠮷野家𠮷", "\uE000\uFF01\uFFFD𠮷", "\uD842野\uDFB7", "\uD842", "\uFFFD")]
    [InlineData("a\0b", "ab", "a", "a\0", "\0", "\0\0")]
    [InlineData("governance governances govern", "gove", "govern", "GOVERNANCE")]
    public void EveryTermIsWhereLuceneHasIt(params string[] texts) => MustBeEqual(texts);

    [Fact]
    public void AnyTextIsInvertedAsLuceneDoes() =>
        Samples.Each(Gen.OneOf(Pieces).Array[0, 30].Select(string.Concat).Array[1, 30], 100, MustBeEqual);

    [Fact]
    public void SegmentsOfSeveralProcessorsAreOneIndex()
    {
        string[] texts = [.. Enumerable.Range(0, 500).Select(i => $"第{i}条：数据{i % 7}应当共享，算法{i % 11}应当透明。")];
        using var folder = new TemporaryFolder();
        ParallelIndexing.Write(folder.Path, texts.Select((text, id) => Document(text, id, isStock: false)), Fields, processors: 3, TestContext.Current.CancellationToken);
        Assert.Empty(System.IO.Directory.GetDirectories(folder.Path));
        using var directory = FSDirectory.Open(folder.Path);
        Assert.Equal(ContentOf(Stock(texts)), ContentOf(directory));
    }

    [Fact]
    public void WhatStopsOneProcessorStopsAllAndPublishesNothing()
    {
        using var folder = new TemporaryFolder();
        using var stop = new CancellationTokenSource();
        var closed = 0;
        Assert.Throws<InvalidDataException>(() => ParallelIndexing.Write(folder.Path, Documents(() => throw new InvalidDataException()), Fields, processors: 3, CancellationToken.None));
        Assert.Throws<OperationCanceledException>(() => ParallelIndexing.Write(folder.Path, Documents(stop.Cancel), Fields, processors: 3, stop.Token));
        Assert.Equal(2, closed);
        using var directory = FSDirectory.Open(folder.Path);
        Assert.False(DirectoryReader.IndexExists(directory));

        // There is no end to them.
        IEnumerable<Document> Documents(Action atHundred)
        {
            try
            {
                for (var id = 0; ; id++)
                {
                    if (id == 100)
                        atHundred();
                    yield return Document("数据应当共享", id, isStock: false);
                }
            }
            finally
            {
                closed++;
            }
        }
    }

    private static void MustBeEqual(string[] texts)
    {
        MustBeEqual(texts, mostWaiting: long.MaxValue);
        // A segment for each text, of which Lucene makes few through the same codec.
        MustBeEqual(texts, mostWaiting: 1);
    }

    private static void MustBeEqual(string[] texts, long mostWaiting)
    {
        using var own = new RAMDirectory();
        using (var writer = new SegmentsWriter(own, Fields, mostWaiting))
        {
            for (var id = 0; id < texts.Length; id++)
                writer.Add(Document(texts[id], id, isStock: false));
            writer.Finish();
        }

        Assert.True(new CheckIndex(own).DoCheckIndex().Clean);
        var expected = ContentOf(Stock(texts));
        Assert.Equal(expected, ContentOf(own));

        // Merged with other segments, by Lucene's own codec.
        using (var writer = new IndexWriter(own, new IndexWriterConfig(LuceneVersion.LUCENE_48, new WordAnalyzer(WordAnalysis.Dictionaries))))
        {
            writer.AddDocument([]);
            writer.ForceMerge(1);
        }

        Assert.Equal(expected, ContentOf(own));
    }

    private static RAMDirectory Stock(string[] texts)
    {
        var directory = new RAMDirectory();
        using var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new WordAnalyzer(WordAnalysis.Dictionaries)) { Similarity = new Ranking() });
        for (var id = 0; id < texts.Length; id++)
            writer.AddDocument(Document(texts[id], id, isStock: true));
        return directory;
    }

    private static Document Document(string text, int id, bool isStock)
    {
        var squeezed = new SqueezedText(text);
        FieldTokens[] tokens = [CharacterTokens.Of(squeezed, 1), CharacterTokens.Of(squeezed, 2), WordTokens.Of(text, WordAnalysis.Dictionaries)];
        var document = new Document { new NumericDocValuesField("id", id) };
        foreach (var (field, of) in Fields.Zip(tokens))
        {
            var hasPositions = field != StatementDocument.TextCharacters;
            document.Add(isStock ? new Field(field, new TokensOneByOne(of), new FieldType(TextField.TYPE_NOT_STORED) { IndexOptions = hasPositions ? IndexOptions.DOCS_AND_FREQS_AND_POSITIONS : IndexOptions.DOCS_AND_FREQS }) : new TokensField(field, of, hasPositions));
        }

        return document;
    }

    // The figures of each field, and each term in order with the documents and places that have it; the norms of each document.
    private static List<string> ContentOf(Lucene.Net.Store.Directory directory)
    {
        using var reader = DirectoryReader.Open(directory);
        var content = new List<string>();
        foreach (var field in Fields.Where(field => MultiFields.GetTerms(reader, field) is not null))
        {
            var terms = MultiFields.GetTerms(reader, field);
            content.Add($"{field} {terms.SumTotalTermFreq} {terms.SumDocFreq} {terms.DocCount} {terms.HasPositions} {terms.HasFreqs}");
            var ids = MultiDocValues.GetNumericValues(reader, "id");
            var norms = MultiDocValues.GetNormValues(reader, field);
            content.AddRange(Enumerable.Range(0, reader.MaxDoc).Where(doc => norms.Get(doc) != 0).Select(doc => $"{field} {ids.Get(doc)}: {norms.Get(doc)}").Order(StringComparer.Ordinal));
            foreach (var term in terms)
                content.Add($"{Convert.ToHexString(term.Term.Bytes.AsSpan(term.Term.Offset, term.Term.Length))} {term.DocFreq} {term.TotalTermFreq}: {string.Join("; ", Postings(term, ids).Order(StringComparer.Ordinal))}");
        }

        return content;
    }

    private static IEnumerable<string> Postings(TermsEnum term, NumericDocValues ids)
    {
        var positions = term.DocsAndPositions(null, null);
        var docs = positions ?? term.Docs(null, null);
        while (docs.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
            yield return $"{ids.Get(docs.DocID)} {docs.Freq} {(positions is null ? "" : string.Join(',', Enumerable.Range(0, docs.Freq).Select(_ => positions.NextPosition())))}";
    }

    private sealed class TokensOneByOne : TokenStream
    {
        private readonly ICharTermAttribute _term;
        private readonly IPositionIncrementAttribute _increment;
        private readonly FieldTokens _tokens;
        private IEnumerator<Token> _next;
        private int _position = -1;

        public TokensOneByOne(FieldTokens tokens)
        {
            _term = AddAttribute<ICharTermAttribute>();
            _increment = AddAttribute<IPositionIncrementAttribute>();
            _tokens = tokens;
            _next = tokens.Tokens.GetEnumerator();
        }

        public override bool IncrementToken()
        {
            ClearAttributes();
            if (!_next.MoveNext())
                return false;
            var (span, position) = _next.Current;
            _term.SetEmpty().Append(_tokens.Text, span.Start, span.Length);
            _increment.PositionIncrement = position - _position;
            _position = position;
            return true;
        }
    }
}
