using System.IO.Compression;
using System.Text;
using KnowledgeBase.Tests;

namespace KnowledgeBase.Fuzz;

/// <summary>PDF files that are written to break a reader.</summary>
internal static class HostilePdf
{
    private static readonly RawPdf English = RawPdf.English, Chinese = RawPdf.Chinese;

    /// <summary>The files.</summary>
    public static IEnumerable<byte[]> All() => [.. Raw().Select(pdf => pdf.ToBytes()), .. Broken()];

    private static IEnumerable<RawPdf> Raw()
    {
        foreach (var (open, close) in new[] { ("[", "]"), ("<< /A ", " >>"), ("(", ")"), ("{", "}") })
        {
            foreach (var depth in new[] { 100, 1000, 50_000 })
            {
                var nested = HostileText.Repeat(open, depth) + HostileText.Repeat(close, depth);
                yield return English with { Text = nested + English.Text };
                yield return Chinese with { Map = nested + Chinese.Map };
                yield return English with { Font = English.Font.Replace("/WinAnsiEncoding", nested, StringComparison.Ordinal) };
                yield return Chinese with { Widths = "/W " + nested };
                yield return English with { More = nested };
                yield return English with { More = open + HostileText.Repeat(open, depth) };
            }
        }

        foreach (var text in new[] { "q ", "Q ", "BT ", "ET ", "(a) Tj ", "T* (a b) Tj ", "BT /F1 12 Tf 50 700 Td (ABC) Tj ET ", "0 1 Td (a) Tj ", "/F1 0 Tf (a) Tj ", "1e9 0 0 1e9 0 0 cm ", "1 ", "<41> Tj ", "/X Do ", "/C cs 1 scn ", "BI ID EI ", "BMC ", "EMC ", "W n 0 0 1 1 re ", "% ", "(", "<", "[" })
            yield return English with { Text = "BT /F1 12 Tf 50 700 Td " + HostileText.Repeat(text, 4000) };
        foreach (var number in new[] { "1e38", "-1e38", "99999999999999999999", "-2147483648", "NaN", "0.00000000001", "--5", "5-5" })
            yield return English with { Text = English.Text.Replace("700", number, StringComparison.Ordinal).Replace("12 Tf", number + " Tf", StringComparison.Ordinal).Replace("14 TL", number + " TL", StringComparison.Ordinal) };

        yield return Chinese with { Map = Chinese.Map.Replace("<4EBA>", "<D840>", StringComparison.Ordinal) };
        yield return Chinese with { Map = Chinese.Map.Replace("<4EBA>", $"<{HostileText.Repeat("4EBA", 20_000)}>", StringComparison.Ordinal) };
        foreach (var map in new[] { "1 beginbfrange <00000000> <FFFFFFFF> <0061> endbfrange ", "1 beginbfrange <00000041> <5A> <0061> endbfrange ", "1 beginbfrange <0000000000000000> <FFFFFFFFFFFFFFFF> <0061> endbfrange ", "2000000000 beginbfrange <0000> <0001> <0061> ", "2000000000 begincodespacerange <0000> <FFFF> ", HostileText.Repeat("1 beginbfrange <0000> <FFFF> <0061> endbfrange ", 3000), $"1 begincodespacerange <00> <{HostileText.Repeat("FF", 100_000)}> endcodespacerange " })
            yield return Chinese with { Map = Chinese.Map.Replace("endcmap", map + "endcmap", StringComparison.Ordinal) };
        foreach (var widths in new[] { "/W [1 2000000000 500]", "/W [-2000000000 2000000000 500]", "/W 8 0 R", "/W2 [1 2000000000 500 1 1]", $"/W [{HostileText.Repeat("0 65535 500 ", 20_000)}]", "/W [1", "/W [1 2]", "/DW 1e300" })
            yield return Chinese with { Widths = widths, More = "[1 2000000000 500]" };
        foreach (var list in new[] { "/Size 2000000000 /W [1 4 2]", "/Size 10 /Index [0 2000000000] /W [1 4 2]", "/Size 10 /W [1 400000000 2]", "/Size -1 /W [1 4 2]", "/Size 10 /W [0 0 0]" })
            yield return Chinese with { List = list };
        foreach (var filter in new[] { "/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 2147483647 >>", "/Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors 32 /BitsPerComponent 16 /Columns 2000000 >>", "/Filter /LZWDecode /DecodeParms << /Predictor 2 /Columns 1900000000 >>", "/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 60000 /Rows 60000 >>", "/Filter /JBIG2Decode", "/Filter /DCTDecode" })
            yield return English with { Content = Encoding.Latin1.GetBytes(RawPdf.Stream("abcdefgh", filter)) };
        // A colour that is mixed by a table of two thousand million rows.
        yield return English with { Text = "/C cs 0.5 scn " + English.Text, More = RawPdf.Stream("abc", "/FunctionType 0 /Domain [0 1] /Range [0 1 0 1 0 1] /Size [2000000000] /BitsPerSample 8") };

        // Pages that are their own parents, forms that draw themselves or ten others that draw ten others, a font that is its own descendant.
        yield return English with { Pages = "<< /Type /Pages /Kids [2 0 R] /Count 1 >>" };
        yield return English with { Pages = "<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 2147483647 >>" };
        yield return English with { Pages = $"<< /Type /Pages /Kids [{HostileText.Repeat("3 0 R ", 3000)}] /Count 3000 >>" };
        yield return English with { Text = "/X Do " + English.Text, More = Form("/X Do", 8) };
        yield return English with { Text = "/X Do " + English.Text, More = Form(HostileText.Repeat("/X Do ", 10), 9), Others = [.. Enumerable.Range(10, 10).Select(next => Form(HostileText.Repeat("/X Do ", 10), next)), Form("BT /F1 9 Tf (a) Tj ET", 3)] };
        yield return Chinese with { Font = Chinese.Font.Replace("7 0 R", "5 0 R", StringComparison.Ordinal) };
        yield return English with { Font = "8 0 R", More = "8 0 R" };
        foreach (var layers in new[] { 1, 2 })
            yield return English with { Content = Bomb(layers) };
    }

    private static IEnumerable<byte[]> Broken()
    {
        var sound = English.ToBytes();
        yield return sound[..(sound.Length / 2)];
        yield return [.. "%PDF-1.7\n"u8, .. Encoding.ASCII.GetBytes(HostileText.Repeat("1 0 obj\n", 30_000))];
        yield return [.. "%PDF-1.7\n"u8, .. Encoding.ASCII.GetBytes(HostileText.Repeat("startxref 9 trailer << /Prev 9 >> xref ", 6000))];
        yield return [.. "%PDF-1.7\n"u8, .. new byte[200_000]];
    }

    // A form that names another one, or itself, as /X.
    private static string Form(string text, int other) => RawPdf.Stream(text, $"/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /Font << /F1 5 0 R >> /XObject << /X {other} 0 R >> >>");

    // 300 MB of blanks in 300 KB; twice packed, in less than one.
    private static byte[] Bomb(int layers)
    {
        var bytes = Packed(Enumerable.Repeat(Encoding.ASCII.GetBytes(new string(' ', 1_000_000)), 300));
        for (var i = 1; i < layers; i++)
            bytes = Packed([bytes]);
        var filters = string.Concat(Enumerable.Repeat("/FlateDecode ", layers));
        return [.. Encoding.ASCII.GetBytes($"<< /Length {bytes.Length} /Filter [{filters}] >>\nstream\n"), .. bytes, .. "\nendstream"u8];
    }

    private static byte[] Packed(IEnumerable<byte[]> parts)
    {
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            foreach (var part in parts)
                stream.Write(part);
        }

        return packed.ToArray();
    }
}
