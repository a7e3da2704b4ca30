using System.Text;

namespace KnowledgeBase.Corpus.Text;

/// <summary>
/// Text that remembers where in the source each of its characters stands. Markup and page breaks are left out by
/// leaving gaps between the pieces, never by changing a character: the pieces sliced from the source are the text.
/// </summary>
public sealed class MappedText
{
    /// <summary>Text of no characters.</summary>
    public static readonly MappedText Empty = new("", []);

    private readonly Piece[] _pieces;

    private MappedText(string text, Piece[] pieces)
    {
        Text = text;
        _pieces = pieces;
    }

    /// <summary>The characters themselves.</summary>
    public string Text { get; }

    /// <summary>Where in the source the text begins, in UTF-16 units; 0 for empty text.</summary>
    public int SourceStart => _pieces.Length == 0 ? 0 : _pieces[0].Source;

    /// <summary>Where in the source the text ends (exclusive), in UTF-16 units; 0 for empty text.</summary>
    public int SourceEnd => _pieces.Length == 0 ? 0 : _pieces[^1].SourceEnd;

    /// <summary>The text made of the given spans of <paramref name="source"/>, in order; touching spans are merged.</summary>
    public static MappedText From(string source, IEnumerable<TextSpan> spans)
    {
        var text = new StringBuilder();
        var pieces = new List<Piece>();
        foreach (var span in spans)
            Add(pieces, text, source.AsSpan(span.Start, span.Length), span.Start);
        return new MappedText(text.ToString(), [.. pieces]);
    }

    /// <summary>The texts one after the other, with nothing between them.</summary>
    public static MappedText Concat(IReadOnlyList<MappedText> parts)
    {
        if (parts.Count == 1)
            return parts[0];

        var text = new StringBuilder();
        var pieces = new List<Piece>();
        foreach (var part in parts)
        {
            foreach (var piece in part._pieces)
                Add(pieces, text, part.Text.AsSpan(piece.Start, piece.Length), piece.Source);
        }

        return new MappedText(text.ToString(), [.. pieces]);
    }

    /// <summary>The part of the text that <paramref name="span"/> (UTF-16 units of <see cref="Text"/>) covers.</summary>
    public MappedText Slice(TextSpan span)
    {
        var pieces = new List<Piece>();
        foreach (var source in ToSource(span))
            pieces.Add(new Piece(pieces.Count == 0 ? 0 : pieces[^1].End, source.Start, source.Length));
        return new MappedText(span.Of(Text), [.. pieces]);
    }

    /// <summary>The source spans, in order and apart from each other, whose characters are those of <paramref name="span"/>.</summary>
    public IEnumerable<TextSpan> ToSource(TextSpan span)
    {
        for (var i = PieceAt(span.Start); i < _pieces.Length && _pieces[i].Start < span.End; i++)
        {
            var piece = _pieces[i];
            var start = Math.Max(span.Start, piece.Start);
            var end = Math.Min(span.End, piece.End);
            if (start < end)
                yield return new TextSpan(start, end).Shift(piece.Source - piece.Start);
        }
    }

    /// <summary>The source offset of the character at <paramref name="unit"/>; at the text's end, the source end.</summary>
    public int ToSource(int unit)
    {
        if (unit >= Text.Length)
            return SourceEnd;
        var piece = _pieces[PieceAt(unit)];
        return unit - piece.Start + piece.Source;
    }

    /// <summary>The text.</summary>
    public override string ToString() => Text;

    private static void Add(List<Piece> pieces, StringBuilder text, ReadOnlySpan<char> characters, int source)
    {
        if (characters.IsEmpty)
            return;

        if (pieces.Count > 0 && pieces[^1].SourceEnd == source)
            pieces[^1] = pieces[^1] with { Length = pieces[^1].Length + characters.Length };
        else
            pieces.Add(new Piece(text.Length, source, characters.Length));
        text.Append(characters);
    }

    // The index of the piece that holds the character at unit.
    private int PieceAt(int unit)
    {
        int low = 0, high = _pieces.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_pieces[middle].Start <= unit)
                low = middle;
            else
                high = middle - 1;
        }

        return low;
    }

    private readonly record struct Piece(int Start, int Source, int Length)
    {
        public int End => Start + Length;

        public int SourceEnd => Source + Length;
    }
}
