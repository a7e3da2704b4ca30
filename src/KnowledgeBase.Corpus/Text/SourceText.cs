using System.Security.Cryptography;

namespace KnowledgeBase.Corpus.Text;

/// <summary>
/// The text of one source file, decoded or extracted, with line ends normalised to LF: what every provenance range refers to.
/// </summary>
public sealed class SourceText
{
    private readonly int[] _lineStarts;

    /// <summary>Makes the source from decoded text; CR LF and lone CR become LF.</summary>
    /// <param name="file">The name that diagnostics and provenance give the file, with forward slashes.</param>
    /// <param name="text">The decoded text.</param>
    /// <param name="sha256">SHA-256 of the file's bytes, lower-case hexadecimal.</param>
    public SourceText(string file, string text, string sha256)
    {
        File = file;
        Text = text.Contains('\r', StringComparison.Ordinal)
            ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')
            : text;
        Sha256 = sha256;
        CodePoints = new CodePointIndex(Text);
        TextSha256 = Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Text)));
        _lineStarts = LineStarts(Text);
    }

    /// <summary>The name that diagnostics and provenance give the file, with forward slashes.</summary>
    public string File { get; }

    /// <summary>The decoded or extracted text, line ends normalised to LF.</summary>
    public string Text { get; }

    /// <summary>SHA-256 of the file's bytes, lower-case hexadecimal.</summary>
    public string Sha256 { get; }

    /// <summary>
    /// SHA-256 of <see cref="Text"/> in UTF-8, lower-case hexadecimal: what is kept beside an index. It is the file's own
    /// where that is UTF-8 without byte order mark and with LF line ends.
    /// </summary>
    public string TextSha256 { get; }

    /// <summary>How the file's characters were encoded, as IANA names it (gb18030); null where the format settles it (PDF, DOCX).</summary>
    public string? Encoding { get; init; }

    /// <summary>The title that the file states of itself besides its text (a page's title, a document's properties); null where it states none.</summary>
    public string? StatedTitle { get; init; }

    /// <summary>Where each page begins in <see cref="Text"/>, in UTF-16 units; empty where the file has no pages.</summary>
    public IReadOnlyList<int> PageStarts { get; init; } = [];

    /// <summary>Code point offsets of <see cref="Text"/>.</summary>
    public CodePointIndex CodePoints { get; }

    /// <summary>The 1-based line on which UTF-16 offset <paramref name="unit"/> lies.</summary>
    public int LineAt(int unit)
    {
        var found = Array.BinarySearch(_lineStarts, unit);
        return found >= 0 ? found + 1 : ~found;
    }

    /// <summary>How many lines there are; a text that ends with a line end has an empty last line.</summary>
    public int Lines => _lineStarts.Length;

    /// <summary>The 1-based page on which UTF-16 offset <paramref name="unit"/> lies; 0 where the file has no pages.</summary>
    public int PageAt(int unit) => PageStarts.Count(start => start <= unit);

    /// <summary>Where a part of the text stands, as statements say it.</summary>
    /// <param name="part">A text made of slices of <see cref="Text"/>; not empty.</param>
    public Provenance ProvenanceOf(MappedText part)
    {
        var (first, last) = (part.SourceStart, Math.Max(part.SourceStart, part.SourceEnd - 1));
        return new Provenance(File, Sha256, [LineAt(first), LineAt(last)], [.. part.ToSource(new TextSpan(0, part.Text.Length)).Select(CodePoints.ToCodePoints)])
        {
            TextSha256 = TextSha256 == Sha256 ? null : TextSha256,
            Pages = PageStarts.Count == 0 ? null : [PageAt(first), PageAt(last)],
        };
    }

    /// <summary>A line by its 1-based number, without its end.</summary>
    public string Line(int number) => LineSpan(number).Of(Text);

    /// <summary>Where a line lies, by its 1-based number, without its end; UTF-16 offsets.</summary>
    public TextSpan LineSpan(int number) => new(_lineStarts[number - 1], number < _lineStarts.Length ? _lineStarts[number] - 1 : Text.Length);

    /// <summary>The 1-based column, in code points, of UTF-16 offset <paramref name="unit"/>.</summary>
    public int ColumnAt(int unit) =>
        CodePoints.ToCodePoint(unit) - CodePoints.ToCodePoint(_lineStarts[LineAt(unit) - 1]) + 1;

    private static int[] LineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = text.IndexOf('\n', StringComparison.Ordinal); i >= 0; i = text.IndexOf('\n', i + 1))
            starts.Add(i + 1);
        return [.. starts];
    }
}
