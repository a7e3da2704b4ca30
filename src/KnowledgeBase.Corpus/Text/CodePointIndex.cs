namespace KnowledgeBase.Corpus.Text;

/// <summary>
/// Converts between UTF-16 code units and Unicode code points of one string. Text without surrogate pairs, which is
/// nearly all Chinese prose, costs nothing; otherwise every 512th boundary is remembered.
/// </summary>
public sealed class CodePointIndex
{
    private const int Stride = 512;
    private readonly string _text;

    // _codePoints[i]: code points before code unit i * Stride; null where units and points are the same.
    private readonly int[]? _codePoints;

    /// <summary>Prepares the index of <paramref name="text"/>. A lone surrogate counts as one code point.</summary>
    public CodePointIndex(string text)
    {
        _text = text;
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0)
            return;

        _codePoints = new int[(text.Length / Stride) + 1];
        var points = 0;
        for (var unit = 0; unit < text.Length; unit++)
        {
            if (unit % Stride == 0)
                _codePoints[unit / Stride] = points;
            if (!IsSecondHalf(unit))
                points++;
        }

        if (text.Length % Stride == 0)
            _codePoints[^1] = points;
    }

    /// <summary>The number of code points in the text.</summary>
    public int Count => ToCodePoint(_text.Length);

    /// <summary>The code point offset of UTF-16 offset <paramref name="unit"/> (0 to the text's length).</summary>
    public int ToCodePoint(int unit)
    {
        if (_codePoints is null)
            return unit;

        var points = _codePoints[unit / Stride];
        for (var i = unit / Stride * Stride; i < unit; i++)
        {
            if (!IsSecondHalf(i))
                points++;
        }

        return points;
    }

    /// <summary>The UTF-16 offset of code point <paramref name="point"/> (0 to <see cref="Count"/>).</summary>
    public int ToUnit(int point)
    {
        if (_codePoints is null)
            return point;

        var slot = Array.BinarySearch(_codePoints, point);
        var unit = (slot >= 0 ? slot : ~slot - 1) * Stride;
        // A stride may begin on the second half of a pair, whose point was counted before it.
        for (var left = point - _codePoints[unit / Stride]; unit < _text.Length && (left > 0 || IsSecondHalf(unit)); unit++)
        {
            if (!IsSecondHalf(unit))
                left--;
        }

        return unit;
    }

    /// <summary>The range of code points that a span of UTF-16 code units covers.</summary>
    public CodePointRange ToCodePoints(TextSpan span) => new(ToCodePoint(span.Start), ToCodePoint(span.End));

    private bool IsSecondHalf(int unit) =>
        unit > 0 && char.IsLowSurrogate(_text[unit]) && char.IsHighSurrogate(_text[unit - 1]);
}
