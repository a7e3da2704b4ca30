using KnowledgeBase.Corpus.Text;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace KnowledgeBase.Search.Analysis;

/// <summary>The words of a text as tokens, folded; punctuation is none, but parts its neighbours by a position.</summary>
internal sealed class WordStream : TokenStream
{
    private readonly ICharTermAttribute _term;
    private readonly IOffsetAttribute _offset;
    private readonly IPositionIncrementAttribute _position;
    private readonly string _folded;
    private readonly IReadOnlyList<TextSpan> _pieces;
    private int _next;

    /// <summary>Cuts a text.</summary>
    public WordStream(string text, WordAnalysis analysis)
    {
        _term = AddAttribute<ICharTermAttribute>();
        _offset = AddAttribute<IOffsetAttribute>();
        _position = AddAttribute<IPositionIncrementAttribute>();
        _folded = Folding.Fold(text);
        _pieces = analysis.Cut(_folded);
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
        var increment = 1;
        while (_next < _pieces.Count && !WordAnalysis.IsWord(_folded, _pieces[_next]))
        {
            increment = 2;
            _next++;
        }

        if (_next == _pieces.Count)
            return false;
        var word = _pieces[_next++];
        _term.SetLength(0);
        _term.Append(_folded, word.Start, word.Length);
        _offset.SetOffset(word.Start, word.End);
        _position.PositionIncrement = increment;
        return true;
    }
}
