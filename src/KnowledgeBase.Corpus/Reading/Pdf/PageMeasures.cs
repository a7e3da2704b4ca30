namespace KnowledgeBase.Corpus.Reading.Pdf;

/// <summary>How a document is set: the size of its text, the distance of its lines, the edges of its columns, whether it indents.</summary>
internal sealed class PageMeasures
{
    private const int FewLines = 5;
    private readonly Dictionary<(int Page, int Column), (double Left, double Right)> _edges = [];
    private readonly Dictionary<int, (double Left, double Right)> _usual = [];

    public PageMeasures(IReadOnlyList<PrintedLine> lines)
    {
        BodySize = Usual(lines, line => Math.Round(line.Size * 2) / 2, line => line.Words.Text.Length);
        var body = lines.Where(IsBody).ToList();
        Leading = Closest([.. body.Zip(body.Skip(1)).Where(pair => pair.First.Page == pair.Second.Page && pair.First.Column == pair.Second.Column).Select(pair => pair.First.Y - pair.Second.Y).Where(gap => gap > 0.9 * BodySize && gap < 4 * BodySize)], 1.5 * BodySize);
        foreach (var column in body.GroupBy(line => line.Column))
            _usual[column.Key] = (column.Min(line => line.Left), column.Max(line => line.Right));
        foreach (var column in body.GroupBy(line => (line.Page, line.Column)).Where(column => column.Count() >= FewLines))
            _edges[column.Key] = (column.Min(line => line.Left), column.Max(line => line.Right));
        Indents = body.Count(IsIndented) * 10 >= body.Count;
        IsMostlyBold = lines.Sum(line => Enumerable.Range(0, line.Words.Text.Length).Count(line.Words.IsBold)) * 2 > lines.Sum(line => line.Words.Text.Length);
    }

    /// <summary>The size of most of the text.</summary>
    public double BodySize { get; }

    /// <summary>The usual distance of two lines.</summary>
    public double Leading { get; }

    /// <summary>Whether first lines of paragraphs are indented.</summary>
    public bool Indents { get; }

    /// <summary>Whether most of the text is bold, so that bold type marks nothing.</summary>
    public bool IsMostlyBold { get; }

    /// <summary>Whether a line is of the size of the text.</summary>
    public bool IsBody(PrintedLine line) => Math.Abs(line.Size - BodySize) < 0.1 * BodySize;

    /// <summary>Whether a line begins to the right of its column's edge.</summary>
    public bool IsIndented(PrintedLine line) => line.Left > Edges(line).Left + (0.9 * line.Size);

    /// <summary>Whether a line ended although the next one's first word would have had room on it.</summary>
    public bool IsShort(PrintedLine line, PrintedLine next)
    {
        var text = next.Words.Text;
        var word = RichText.IsChinese(text[0]) ? 2 * line.Size : text.IndexOf(' ') is var space && space > 0 ? 0.6 * line.Size * (space + 1) : next.Right - next.Left;
        return line.Right + word < Edges(line).Right - (0.5 * line.Size);
    }

    private (double Left, double Right) Edges(PrintedLine line) =>
        _edges.TryGetValue((line.Page, line.Column), out var edges) || _usual.TryGetValue(line.Column, out edges) ? edges : (line.Left, line.Right);

    private static double Usual(IReadOnlyList<PrintedLine> lines, Func<PrintedLine, double> key, Func<PrintedLine, int> weight) =>
        lines.GroupBy(key).MaxBy(group => group.Sum(weight))?.Key ?? 0;

    // A page of short paragraphs has as many gaps between them as lines in them.
    private static double Closest(double[] values, double otherwise)
    {
        Array.Sort(values);
        return values.Length == 0 ? otherwise : values[values.Length / 4];
    }
}
