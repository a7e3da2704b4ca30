using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace KnowledgeBase.Search.Analysis;

/// <summary>The words of a text as Lucene's own tools ask for them (MoreLikeThis).</summary>
internal sealed class WordAnalyzer(WordAnalysis analysis) : Analyzer
{
    /// <inheritdoc/>
    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader) => new(new WordTokenizer(reader, analysis));

    // A tokenizer reads its text when it is reset: only then is it known.
    private sealed class WordTokenizer : Tokenizer
    {
        private readonly WordAnalysis _analysis;
        private readonly ICharTermAttribute _term;
        private WordStream? _words;

        public WordTokenizer(TextReader reader, WordAnalysis analysis)
            : base(reader)
        {
            _analysis = analysis;
            _term = AddAttribute<ICharTermAttribute>();
        }

        public override void Reset()
        {
            base.Reset();
            _words?.Dispose();
            _words = new WordStream(m_input.ReadToEnd(), _analysis);
            _words.Reset();
        }

        public override bool IncrementToken()
        {
            ClearAttributes();
            if (_words?.IncrementToken() != true)
                return false;
            _term.SetLength(0);
            _term.Append(_words.GetAttribute<ICharTermAttribute>());
            return true;
        }

        protected override void Dispose(bool disposing)
        {
            _words?.Dispose();
            base.Dispose(disposing);
        }
    }
}
