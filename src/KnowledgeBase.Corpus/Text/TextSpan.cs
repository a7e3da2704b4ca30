namespace KnowledgeBase.Corpus.Text;

/// <summary>A half-open range of UTF-16 code units: the unit in which .NET indexes strings, used inside the program only.</summary>
/// <param name="Start">First code unit, 0-based.</param>
/// <param name="End">One past the last code unit.</param>
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>How many UTF-16 code units the span covers.</summary>
    public int Length => End - Start;

    /// <summary>Whether the span covers nothing.</summary>
    public bool IsEmpty => End <= Start;

    /// <summary>The span moved by <paramref name="offset"/> code units.</summary>
    public TextSpan Shift(int offset) => new(Start + offset, End + offset);

    /// <summary>The characters of <paramref name="text"/> that the span covers.</summary>
    public string Of(string text) => text[Start..End];
}
