using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace KnowledgeBase.Fuzz;

/// <summary>PDF files written by hand, uncompressed, so that what is changed in them reaches the reader; and ones that are written to break it.</summary>
internal static class RawPdf
{
    private const string Font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 6 0 R >>";
    private const string CMap = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange <00> <FF> endcodespacerange 2 beginbfchar <41> <4EBA> <42> <D840DC0B> endbfchar 1 beginbfrange <61> <7A> <0061> endbfrange endcmap end end";
    private const string Text = "BT /F1 12 Tf 14 TL 50 700 Td (Report of the forum) Tj T* (Prof. Smith said that data should be shared.) Tj T* [(Al) -20 (gorithms should be open.)] TJ ET\n1 0 0 1 0 0 cm q BT /F1 18 Tf 1 0 0 1 50 500 Tm (A B) Tj ET Q";

    /// <summary>A sound file.</summary>
    public static byte[] Sound { get; } = Of(Text, Font, CMap);

    /// <summary>Hostile files.</summary>
    public static IEnumerable<byte[]> All()
    {
        foreach (var (open, close) in new[] { ("[", "]"), ("<< /A ", " >>"), ("(", ")"), ("{", "}") })
        {
            foreach (var depth in new[] { 100, 1000, 50_000 })
            {
                var nested = HostileText.Repeat(open, depth) + HostileText.Repeat(close, depth);
                yield return Of(nested + Text, Font, CMap);
                yield return Of(Text, Font, nested + CMap);
                yield return Of(Text, Font.Replace("/WinAnsiEncoding", nested, StringComparison.Ordinal), CMap);
                yield return Of(Text, Font, CMap, nested);
                yield return Of(Text, Font, CMap, open + HostileText.Repeat(open, depth));
            }
        }

        foreach (var text in new[] { "q ", "Q ", "BT ", "ET ", "(a) Tj ", "T* (a b) Tj ", "BT /F1 12 Tf 50 700 Td (ABC) Tj ET ", "0 1 Td (a) Tj ", "/F1 0 Tf (a) Tj ", "1e9 0 0 1e9 0 0 cm ", "1 ", "<41> Tj ", "/X Do ", "BI ID EI ", "BMC ", "EMC ", "W n 0 0 1 1 re ", "% ", "(", "<", "[" })
            yield return Of("BT /F1 12 Tf 50 700 Td " + HostileText.Repeat(text, 4000), Font, CMap);
        foreach (var number in new[] { "1e38", "-1e38", "99999999999999999999", "-2147483648", "NaN", "0.00000000001", "--5", "5-5" })
            yield return Of(Text.Replace("700", number, StringComparison.Ordinal).Replace("12 Tf", number + " Tf", StringComparison.Ordinal).Replace("14 TL", number + " TL", StringComparison.Ordinal), Font, CMap);
        yield return Of(Text, Font, CMap.Replace("<D840DC0B>", "<D840>", StringComparison.Ordinal));
        yield return Of(Text, Font, CMap.Replace("1 beginbfrange <61> <7A> <0061>", "1 beginbfrange <00000000> <FFFFFFFF> <0061>", StringComparison.Ordinal));
        yield return Of(Text, Font, CMap.Replace("<0061>", $"<{HostileText.Repeat("0061", 20_000)}>", StringComparison.Ordinal));
        // Pages that are their own parents, forms that draw themselves, a font that is its own descendant.
        yield return Of(Text, Font, CMap, pages: "<< /Type /Pages /Kids [2 0 R] /Count 1 >>");
        yield return Of(Text, Font, CMap, pages: "<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 2147483647 >>");
        yield return Of(Text, Font, CMap, pages: $"<< /Type /Pages /Kids [{HostileText.Repeat("3 0 R ", 3000)}] /Count 3000 >>");
        yield return Of("/X Do " + Text, Font, CMap, "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 7 0 R >> >> /Length 6 >>\nstream\n/X Do \nendstream");
        yield return Of(Text, "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [5 0 R] /ToUnicode 6 0 R >>", CMap);
        yield return Of(Text, "7 0 R", CMap, "7 0 R");
        foreach (var layers in new[] { 1, 2 })
            yield return Of(Text, Font, CMap, content: Bomb(layers));
        yield return Sound[..(Sound.Length / 2)];
        yield return [.. "%PDF-1.7\n"u8, .. Encoding.ASCII.GetBytes(HostileText.Repeat("1 0 obj\n", 30_000))];
        yield return [.. "%PDF-1.7\n"u8, .. Encoding.ASCII.GetBytes(HostileText.Repeat("startxref 9 trailer << /Prev 9 >> xref ", 6000))];
        yield return [.. "%PDF-1.7\n"u8, .. new byte[200_000]];
    }

    /// <summary>A file with what its one page draws, a font, the font's character map and one object more.</summary>
    private static byte[] Of(string text, string font, string map, string more = "null", string pages = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", byte[]? content = null)
    {
        using var file = new MemoryStream();
        var offsets = new List<long>();
        Write("%PDF-1.7\n");
        Add("<< /Type /Catalog /Pages 2 0 R >>");
        Add(pages);
        Add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> /XObject << /X 7 0 R >> >> >>");
        offsets.Add(file.Position);
        Write("4 0 obj\n");
        file.Write(content ?? Encoding.Latin1.GetBytes($"<< /Length {text.Length} >>\nstream\n{text}\nendstream"));
        Write("\nendobj\n");
        Add(font);
        Add($"<< /Length {map.Length} >>\nstream\n{map}\nendstream");
        Add(more);
        var start = file.Position;
        Write($"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n" + string.Concat(offsets.Select(offset => string.Create(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n"))));
        Write(string.Create(CultureInfo.InvariantCulture, $"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"));
        return file.ToArray();

        void Write(string what) => file.Write(Encoding.Latin1.GetBytes(what));
        void Add(string what)
        {
            offsets.Add(file.Position);
            Write(string.Create(CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n{what}\nendobj\n"));
        }
    }

    // 300 MB of blanks in 300 KB; twice packed, in less than one.
    private static byte[] Bomb(int layers)
    {
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var blanks = new byte[1_000_000];
            Array.Fill(blanks, (byte)' ');
            for (var i = 0; i < 300; i++)
                stream.Write(blanks);
        }

        var bytes = packed.ToArray();
        for (var i = 1; i < layers; i++)
        {
            using var again = new MemoryStream();
            using (var stream = new ZLibStream(again, CompressionLevel.SmallestSize, leaveOpen: true))
                stream.Write(bytes);
            bytes = again.ToArray();
        }

        var filters = string.Concat(Enumerable.Repeat("/FlateDecode ", layers));
        return [.. Encoding.ASCII.GetBytes($"<< /Length {bytes.Length} /Filter [{filters}] >>\nstream\n"), .. bytes, .. "\nendstream"u8];
    }
}
