using System.Globalization;
using System.Text;

namespace KnowledgeBase.Tests;

/// <summary>
/// A PDF file of one page, written by hand and not packed, so that what is changed in it reaches the reader. Its objects: 1 the
/// catalog, 2 the pages, 3 the page, 4 what the page draws, 5 its font /F1, 6 the font's map to Unicode, 7 the font's descendant,
/// 8 one object more, named /X as a form and /C as a colour.
/// </summary>
internal sealed record RawPdf
{
    /// <summary>A file in a font that every reader has, whose map is not looked at.</summary>
    public static readonly RawPdf English = new()
    {
        Text = "BT /F1 12 Tf 14 TL 50 700 Td (Report of the forum) Tj T* (Prof. Smith said that data should be shared.) Tj T* [(Al) -20 (gorithms should be open.)] TJ ET\n1 0 0 1 0 0 cm q BT /F1 18 Tf 1 0 0 1 50 500 Tm (A B) Tj ET Q",
        Font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 6 0 R >>",
        Map = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange <00> <FF> endcodespacerange 2 beginbfchar <41> <4EBA> <42> <D840DC0B> endbfchar 1 beginbfrange <61> <7A> <0061> endbfrange endcmap end end",
    };

    /// <summary>A file in a font of Chinese characters, as word processors write them: 人 is code 41, and 甲 to 丙 are 61 to 63.</summary>
    public static readonly RawPdf Chinese = new()
    {
        Text = "BT /F1 12 Tf 50 700 Td <0041004100410041004100410041> Tj ET",
        Font = "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [7 0 R] /ToUnicode 6 0 R >>",
        Map = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfchar <0041> <4EBA> endbfchar 1 beginbfrange <0061> <0063> [<7532> <4E59> <4E19>] endbfrange endcmap end end",
    };

    /// <summary>What the page draws.</summary>
    public required string Text { get; init; }

    /// <summary>The font's dictionary.</summary>
    public required string Font { get; init; }

    /// <summary>The font's map from codes to Unicode.</summary>
    public required string Map { get; init; }

    /// <summary>The widths of the descendant, and what else its dictionary shall hold.</summary>
    public string Widths { get; init; } = "/W [1 100 500 200 [600 600]]";

    /// <summary>Object 8.</summary>
    public string More { get; init; } = "null";

    /// <summary>Objects from 9 on.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>What the catalog shall hold beside the pages.</summary>
    public string Catalog { get; init; } = "";

    /// <summary>The dictionary of the pages.</summary>
    public string Pages { get; init; } = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";

    /// <summary>Object 4 as a whole, in place of <see cref="Text"/>.</summary>
    public byte[]? Content { get; init; }

    /// <summary>What the end of the file shall hold beside the catalog and the number of objects, where a table lists them.</summary>
    public string Trailer { get; init; } = "";

    /// <summary>What the stream that lists the objects says of itself ("/Size 10 /W [1 4 2]"); null for a table at the end of the file.</summary>
    public string? List { get; init; }

    /// <summary>A stream.</summary>
    public static string Stream(string content, string entries = "") => $"<< /Length {content.Length} {entries} >>\nstream\n{content}\nendstream";

    /// <summary>The file.</summary>
    public byte[] ToBytes()
    {
        using var file = new MemoryStream();
        var offsets = new List<long>();
        Write("%PDF-1.7\n");
        Add($"<< /Type /Catalog /Pages 2 0 R {Catalog} >>");
        Add(Pages);
        Add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> /XObject << /X 8 0 R >> /ColorSpace << /C [/Separation /S /DeviceRGB 8 0 R] >> >> >>");
        Add(Content ?? Encoding.Latin1.GetBytes(Stream(Text)));
        Add(Font);
        Add(Stream(Map));
        Add($"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X {Widths} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /X /Flags 4 /FontBBox [0 0 9 9] /ItalicAngle 0 /Ascent 9 /Descent 0 /CapHeight 9 /StemV 1 >> >>");
        Add(More);
        foreach (var other in Others)
            Add(other);
        var start = file.Position;
        if (List is null)
        {
            Write($"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n" + string.Concat(offsets.Select(offset => string.Create(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n"))));
            Write(string.Create(CultureInfo.InvariantCulture, $"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R {Trailer} >>"));
        }
        else
        {
            // One byte for the kind, four for the place, two for the generation.
            var rows = string.Concat(offsets.Append(start).Select(offset => string.Concat("\u0001", new string([.. new[] { 24, 16, 8, 0 }.Select(bits => (char)((offset >> bits) & 0xFF))]), "\0\0")));
            Add(Stream("\0\0\0\0\0\u00FF\u00FF" + rows, $"/Type /XRef /Root 1 0 R {List}"));
        }

        Write(string.Create(CultureInfo.InvariantCulture, $"\nstartxref\n{start}\n%%EOF\n"));
        return file.ToArray();

        void Write(string what) => file.Write(Encoding.Latin1.GetBytes(what));

        void Add(object what)
        {
            offsets.Add(file.Position);
            Write(string.Create(CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n"));
            file.Write(what as byte[] ?? Encoding.Latin1.GetBytes((string)what));
            Write("\nendobj\n");
        }
    }
}
