using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace KnowledgeBase.Search.Analysis;

/// <summary>The words of a text (<see cref="WordTokens"/>) as Lucene asks for them.</summary>
internal sealed class WordStream : TokenStream
{
    private readonly ICharTermAttribute _term;
    private readonly IOffsetAttribute _offset;
    private readonly IPositionIncrementAttribute _increment;
    private readonly FieldTokens _words;
    private IEnumerator<Token>? _next;
    private int _position;

    /// <summary>Cuts a text.</summary>
    public WordStream(string text, WordAnalysis analysis)
    {
        _term = AddAttribute<ICharTermAttribute>();
        _offset = AddAttribute<IOffsetAttribute>();
        _increment = AddAttribute<IPositionIncrementAttribute>();
        _words = WordTokens.Of(text, analysis);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        (_next, _position) = (_words.Tokens.GetEnumerator(), -1);
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        ClearAttributes();
        if (_next?.MoveNext() != true)
            return false;
        var (span, position) = _next.Current;
        _term.SetLength(0);
        _term.Append(_words.Text, span.Start, span.Length);
        _offset.SetOffset(span.Start, span.End);
        _increment.PositionIncrement = position - _position;
        _position = position;
        return true;
    }
}
