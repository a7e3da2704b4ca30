namespace KnowledgeBase.Corpus.Reading.Pdf;

/// <summary>Joins printed lines to paragraphs, over page breaks too: by spacing, indentation, and where a line ends short.</summary>
internal sealed class PdfParagraphs(PageMeasures measures)
{
    private const double LargerThanText = 1.12;
    private const double ParagraphGap = 1.25;
    private const int LongestHeading = 80;

    // Bullets, those of symbol fonts too; many fonts print • with the glyph of ·.
    private const string Bullets = "•●■◆▪·∙\uF06C\uF0B7\uF0D8\uF0FC\uF06E";
    private readonly HashSet<PrintedLine> _rows = new(ReferenceEqualityComparer.Instance);

    /// <summary>Writes the lines as Markdown.</summary>
    public void Write(IReadOnlyList<PrintedLine> lines, MarkdownText output)
    {
        var paragraphs = Gather(lines);
        double[] sizes = [.. paragraphs.Where(IsHeading).Select(SizeOf).Distinct().OrderDescending()];
        foreach (var paragraph in paragraphs)
        {
            if (paragraph[0].Cells.Count > 1 && paragraph.Count == 1 && _rows.Contains(paragraph[0]))
                output.Row([.. paragraph[0].Cells.Select(cell => cell.Words)]);
            else if (IsItem(paragraph[0]))
                output.Item("- ", Join(paragraph).From(1));
            else if (IsHeading(paragraph))
                output.Heading(Array.IndexOf(sizes, SizeOf(paragraph)) + 1, Join(paragraph));
            else
                output.Paragraph(Join(paragraph));
        }
    }

    private List<List<PrintedLine>> Gather(IReadOnlyList<PrintedLine> lines)
    {
        for (var i = 1; i < lines.Count; i++)
        {
            if (AreRows(lines[i - 1], lines[i]))
                _rows.UnionWith([lines[i - 1], lines[i]]);
        }

        var paragraphs = new List<List<PrintedLine>>();
        foreach (var line in lines)
        {
            if (paragraphs.Count > 0 && GoesOn(paragraphs[^1], line))
                paragraphs[^1].Add(line);
            else
                paragraphs.Add([line]);
        }

        return paragraphs;
    }

    // Two lines of several cells, of which the second ones begin below each other.
    private static bool AreRows(PrintedLine above, PrintedLine below) =>
        above.Cells.Count > 1 && above.Cells.Count == below.Cells.Count && Math.Abs(above.Cells[1].Left - below.Cells[1].Left) < above.Size;

    private bool GoesOn(List<PrintedLine> paragraph, PrintedLine line)
    {
        var last = paragraph[^1];
        if (_rows.Contains(last) || _rows.Contains(line) || Math.Abs(last.Size - line.Size) > 0.08 * last.Size || IsItem(line))
            return false;
        if (measures.IsShort(last, line))
            return !measures.IsBody(line) && IsNext(last, line) && !measures.IsShort(line, last);
        var isIndented = measures.IsIndented(line) && measures.IsBody(line);
        if (!IsNext(last, line))
            return last.Page + 1 >= line.Page && (last.Page, last.Column) != (line.Page, line.Column) && !isIndented && measures.IsBody(line) && (measures.Indents || !EndsSentence(last));
        return !isIndented || (measures.IsIndented(last) && paragraph.Count > 1);
    }

    // On the same page and column, at the usual distance.
    private bool IsNext(PrintedLine last, PrintedLine line)
    {
        var leading = measures.Leading * Math.Max(1, line.Size / measures.BodySize);
        return last.Page == line.Page && last.Column == line.Column && last.Y - line.Y > 0 && last.Y - line.Y <= ParagraphGap * leading;
    }

    private static bool IsItem(PrintedLine line) => line.Words.Text is [var first, ..] text && Bullets.Contains(first, StringComparison.Ordinal) && (first != '·' || text is [_, ' ', ..]);

    private bool IsHeading(List<PrintedLine> paragraph) =>
        paragraph[0].Words.Text.Any(char.IsLetter) && paragraph[0].Size >= LargerThanText * measures.BodySize && paragraph.Sum(line => line.Words.Text.Length) <= LongestHeading && !EndsSentence(paragraph[^1]);

    private static double SizeOf(List<PrintedLine> paragraph) => Math.Round(paragraph[0].Size);

    private static bool EndsSentence(PrintedLine line) => line.Words.Text.TrimEnd('”', '’', '」', '"', '）', ')') is [.., '。' or '！' or '？' or '!' or '?' or '.' or '；' or '：'];

    private RichText Join(List<PrintedLine> lines)
    {
        var words = new RichText();
        foreach (var line in lines)
        {
            var next = line.Words;
            if (IsCutWord(words.Text, next.Text))
                words.RemoveLast();
            else if (!words.IsEmpty && !RichText.IsChinese(words.Last) && !RichText.IsChinese(next.Text[0]))
                words.Append(" ", page: words.Page(words.Text.Length - 1));
            words.Append(next);
        }

        return measures.IsMostlyBold ? words.Plain() : words;
    }

    // "govern-" before "ance": the hyphen is the line's, not the word's.
    private static bool IsCutWord(string text, string next) =>
        text is [.., var before, '-' or '\u00AD' or '\u2010'] && char.IsLetter(before) && char.IsLower(next[0]) && !RichText.IsChinese(before);
}
