using KnowledgeBase.Search.Analysis;
using Lucene.Net.Codecs;
using Lucene.Net.Codecs.Lucene41;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace KnowledgeBase.Search.Inversion;

/// <summary>
/// Lucene's postings format, for fields whose documents bring a key instead of their tokens (<see cref="WaitingTokens"/>). Lucene
/// collects tokens one by one in hash tables and chains of bytes, which is half of the time of a build; here those of a whole
/// segment are put in order at once, when it is written (<see cref="Inverter"/>).
/// </summary>
/// <param name="waiting">The tokens.</param>
[PostingsFormatName("Lucene41")]
internal sealed class InvertingPostingsFormat(WaitingTokens waiting) : PostingsFormat
{
    private readonly Lucene41PostingsFormat _stock = new();
    private readonly Inverter _inverter = new();

    /// <inheritdoc/>
    public override FieldsConsumer FieldsConsumer(SegmentWriteState state) => new Fields(_stock.FieldsConsumer(state), waiting, _inverter);

    /// <inheritdoc/>
    public override FieldsProducer FieldsProducer(SegmentReadState state) => _stock.FieldsProducer(state);

    private sealed class Fields(FieldsConsumer stock, WaitingTokens waiting, Inverter inverter) : FieldsConsumer
    {
        public override TermsConsumer AddField(FieldInfo field) => new Keys(stock.AddField(field), field, waiting, inverter);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                stock.Dispose();
        }
    }

    // Takes the keys of the documents, and writes the terms of their tokens. Where segments are merged, they have terms already.
    private sealed class Keys(TermsConsumer stock, FieldInfo field, WaitingTokens waiting, Inverter inverter) : TermsConsumer
    {
        private readonly List<(int Doc, FieldTokens Tokens)> _documents = [];
        private readonly KeyPostings _postings = new();

        public override IComparer<BytesRef> Comparer => stock.Comparer;

        public override PostingsConsumer StartTerm(BytesRef text) => _postings;

        public override void FinishTerm(BytesRef text, TermStats stats) => _documents.Add((_postings.Doc, waiting.Take(text)));

        public override void Finish(long sumTotalTermFreq, long sumDocFreq, int docCount)
        {
            _documents.Sort((a, b) => a.Doc.CompareTo(b.Doc));
            inverter.Write(_documents, stock, field.IndexOptions >= IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        }

        public override void Merge(MergeState mergeState, IndexOptions indexOptions, TermsEnum termsEnum) => stock.Merge(mergeState, indexOptions, termsEnum);
    }

    private sealed class KeyPostings : PostingsConsumer
    {
        public int Doc { get; private set; }

        public override void StartDoc(int docId, int freq) => Doc = docId;

        public override void AddPosition(int position, BytesRef payload, int startOffset, int endOffset)
        {
        }

        public override void FinishDoc()
        {
        }
    }
}
