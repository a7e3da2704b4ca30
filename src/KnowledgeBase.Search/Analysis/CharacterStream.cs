using KnowledgeBase.Corpus.Text;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace KnowledgeBase.Search.Analysis;

/// <summary>
/// The characters of a squeezed text as tokens: one by one, or each with its neighbour. Every character counts, Latin
/// letters and punctuation too, so that any substring can be found; a surrogate pair is one character.
/// </summary>
internal sealed class CharacterStream : TokenStream
{
    private readonly ICharTermAttribute _term;
    private readonly string _text;
    private readonly int _size;
    private int _at;

    private CharacterStream(SqueezedText text, int size)
    {
        _term = AddAttribute<ICharTermAttribute>();
        _text = text.Text;
        _size = size;
    }

    /// <summary>Single characters.</summary>
    public static CharacterStream Characters(SqueezedText text) => new(text, 1);

    /// <summary>Overlapping pairs, and the last character by itself: 可解释 → 可解, 解释, 释. So every character begins a token.</summary>
    public static CharacterStream Bigrams(SqueezedText text) => new(text, 2);

    /// <summary>The spans of the tokens of <paramref name="size"/> characters.</summary>
    public static IEnumerable<TextSpan> Spans(string squeezed, int size)
    {
        for (var at = 0; at < squeezed.Length; at += LengthAt(squeezed, at))
            yield return new TextSpan(at, EndOf(squeezed, at, size));
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _at = 0;
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        ClearAttributes();
        if (_at >= _text.Length)
            return false;
        _term.SetLength(0);
        _term.Append(_text, _at, EndOf(_text, _at, _size) - _at);
        _at += LengthAt(_text, _at);
        return true;
    }

    private static int EndOf(string text, int at, int size)
    {
        for (var i = 0; i < size && at < text.Length; i++)
            at += LengthAt(text, at);
        return at;
    }

    /// <summary>The UTF-16 units of the character that begins at <paramref name="at"/>: 1, or 2 for a surrogate pair.</summary>
    public static int LengthAt(ReadOnlySpan<char> text, int at) =>
        char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
}
