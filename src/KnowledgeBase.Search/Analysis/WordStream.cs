using KnowledgeBase.Corpus.Text;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace KnowledgeBase.Search.Analysis;

/// <summary>The words of a text as tokens, folded, without punctuation.</summary>
internal sealed class WordStream : TokenStream
{
    private readonly ICharTermAttribute _term;
    private readonly IOffsetAttribute _offset;
    private readonly string _folded;
    private readonly List<TextSpan> _words;
    private int _next;

    /// <summary>Cuts a text.</summary>
    public WordStream(string text, WordAnalysis analysis)
    {
        _term = AddAttribute<ICharTermAttribute>();
        _offset = AddAttribute<IOffsetAttribute>();
        _folded = Folding.Fold(text);
        _words = [.. analysis.Words(_folded)];
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _next = 0;
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        ClearAttributes();
        if (_next == _words.Count)
            return false;
        var word = _words[_next++];
        _term.SetLength(0);
        _term.Append(_folded, word.Start, word.Length);
        _offset.SetOffset(word.Start, word.End);
        return true;
    }
}
