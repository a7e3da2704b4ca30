using System.Text;
using KnowledgeBase.Corpus;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace KnowledgeBase.Tests;

/// <summary>Each bad report file gets one diagnostic that names the cause and what to do; the other reports go through.</summary>
public sealed class BadReportFileTests : IDisposable
{
    private const string Sound = "## 主论坛\n\n清华大学公共管理学院院长江小涓指出，数字时代的治理需要新的理念。\n";
    private readonly TemporaryFolder _folder = new();

    static BadReportFileTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, byte[], string> Files() => new()
    {
        { "report.pdf", Scanned(), "report.pdf:1:1: error KB014: the PDF holds no text: its 1 pages are pictures, as a scanner makes them; run text recognition (OCR)" },
        { "report.pdf", EncryptedPdf(), "report.pdf:1:1: error KB013: the PDF is protected by a password: open it and save or print it as a PDF without one" },
        { "report.pdf", "%PDF-1.7\nnothing more"u8.ToArray(), "error KB012: the PDF is damaged (" },
        { "report.pdf", WordFile.Of(WordFile.Paragraph("数据")), "error KB012: the file is no PDF: it seems to be a ZIP archive" },
        { "report.docx", Encoding.UTF8.GetBytes(Sound), "error KB012: the file is no Word document (.docx): it seems to be plain text: call it .txt or .md" },
        { "report.docx", "<!DOCTYPE html><html></html>"u8.ToArray(), "error KB012: the file is no Word document (.docx): it seems to be a web page" },
        { "report.docx", Compound("WordDocument"), "it seems to be a file of Office 97–2003 (.doc): save it as .docx" },
        { "report.docx", Compound("EncryptedPackage"), "report.docx:1:1: error KB013: the document is protected by a password: open it in Word and save it without one" },
        { "report.docx", WordFile.Of(WordFile.Paragraph("数据"))[..900], "error KB012: the Word document is damaged (" },
        { "report.docx", Zip(), "error KB012: the file is no Word document (.docx): it seems to be a ZIP archive" },
        { "report.docx", WordFile.Of(""), "error KB003: the Word document holds no text" },
        { "report.html", "<html><head><title>登录</title></head><body><form><p>请登录后，继续阅读。</p><input name=u><input type=password></form></body></html>"u8.ToArray(), "report.html:1:1: error KB010: the page asks for a login and holds no article: log in, open the article, and save that page" },
        { "report.html", "<html><body><nav><a>新闻</a></nav><div id=app></div><script src=app.js></script></body></html>"u8.ToArray(), "error KB010: no article was found in the page (0 characters that are no sentences; its text may come by a script): save the article's own page" },
        { "report.docx", WordFile.Of(WordFile.Paragraph(new string(' ', 11_000_000))), "error KB008: the document unpacks to more than 10 MB, at word/document.xml: if it is so long, split it into several reports" },
        { "report.docx", WordFile.Of(Nested("<w:sdt><w:sdtContent>", 20_000, "</w:sdtContent></w:sdt>")), "error KB012: the Word document is damaged (word/document.xml is nested more than 300 deep at line 1, column " },
        { "report.docx", WordFile.Of("<w:p><w:pPr><w:numPr><w:numId w:val=\"99999999999\"/></w:numPr></w:pPr><w:r><w:t>数据</w:t></w:r></w:p>"), "error KB012: the Word document is damaged (" },
        { "report.html", Encoding.UTF8.GetBytes("<p>数据，算法。\n" + Nested("<pre>", 20_000)), "report.html:2:1: error KB012: the page is no sound HTML: " },
        { "report.html", Encoding.UTF8.GetBytes("<p>数据，算法。\n<!--" + Nested("--!", 60_000)), "report.html:2:1: error KB012: the page is no sound HTML: " },
        { "report.html", Encoding.UTF8.GetBytes("<p>数据，算法。\n" + Nested("<base>\n", 200)), "report.html:102:1: error KB012: the page is no sound HTML: it has more than 100 <base> elements up to here" },
        { "report.html", Encoding.UTF8.GetBytes("<p>数据，算法。</p>" + Nested("<div>\n", 20_000)), "error KB012: the page is no sound HTML: elements are nested thousands deep up to here" },
        { "report.pdf", PackedPdf(11_000_000), $"error KB012: the PDF is damaged (a stream of {Packed(11_000_000).Length} bytes unpacks to more than 100 times as much)" },
        { "report.pdf", (RawPdf.Chinese with { Widths = "/W [1 2000000000 500]" }).ToBytes(), "error KB012: the PDF is damaged (the table /W of a font names more characters than a font can have)" },
        { "report.pdf", (RawPdf.Chinese with { Widths = "/W 8 0 R", More = "[1 [500 500] 3 2000000000 500]" }).ToBytes(), "(the table /W of a font names more characters than a font can have)" },
        { "report.pdf", (RawPdf.Chinese with { Widths = "/W2 [1 2000000000 500 1 1]" }).ToBytes(), "(the table /W2 of a font names more characters than a font can have)" },
        { "report.pdf", (RawPdf.Chinese with { Map = "1 beginbfrange <00000000> <FFFFFFFF> <0061> endbfrange" }).ToBytes(), "(the table /ToUnicode of a font names more characters than a font can have)" },
        { "report.pdf", (RawPdf.Chinese with { Map = "1 beginbfrange <00000041> <5A> <0061> endbfrange" }).ToBytes(), "(the table /ToUnicode of a font names more characters than a font can have)" },
        { "report.pdf", (RawPdf.Chinese with { Map = Repeat("1 beginbfrange <0000> <FFFF> <0061> endbfrange ", 10) }).ToBytes(), "(the table /ToUnicode of a font names more characters than a font can have)" },
        { "report.pdf", (RawPdf.Chinese with { Map = "2000000000 begincodespacerange <0000> <FFFF> endcodespacerange" }).ToBytes(), "(the table /ToUnicode of a font names more characters than a font can have)" },
        { "report.pdf", (RawPdf.English with { Content = Latin(RawPdf.Stream("x", "/Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors 32 /BitsPerComponent 16 /Columns 2000000 >>")) }).ToBytes(), "(a stream has rows of more than 1,000,000 bytes)" },
        { "report.pdf", (RawPdf.English with { Content = Latin(RawPdf.Stream("x", "/Filter /CCITTFaxDecode /DecodeParms << /Columns 60000 /Rows 60000 >>")) }).ToBytes(), "(text is packed as a picture)" },
        { "report.pdf", (RawPdf.English with { Text = "/X Do", More = Form(9), Others = [.. Enumerable.Range(10, 9).Select(Form)] }).ToBytes(), "(page 1 takes more than 5,000,000 steps to draw)" },
        { "report.pdf", (RawPdf.English with { Text = "/X Do", More = Inside(9), Others = [.. Enumerable.Range(10, 60).Select(other => Inside(other))] }).ToBytes(), "(page 1 draws forms in forms, more than 50 deep)" },
        { "report.pdf", (RawPdf.English with { Font = "8 0 R", More = "8 0 R" }).ToBytes(), "(its object 5 is a reference without end)" },
        { "report.pdf", (RawPdf.English with { More = "9 % to nine\n 0 R", Others = ["8 0 R"] }).ToBytes(), "(its object 8 is a reference without end)" },
        { "report.pdf", (RawPdf.English with { Font = "null" }).ToBytes(), "report.pdf:1:1: error KB014: the PDF's fonts are missing or damaged; run text recognition (OCR)" },
        { "report.html", "%PDF-1.7"u8.ToArray(), "error KB012: the file is no web page: it seems to be a PDF file: call it .pdf" },
        { "report.md", [.. "%PDF-1.7"u8, 0, 1, 2], "error KB002: the file is binary (it holds NUL bytes): it seems to be a PDF file: call it .pdf" },
        { "report.md", [0x81, 0xFF, 0x80, 0xFF, 0xFE, 0xC0, 0xC1, 0xFF], "error KB004: the file is not UTF-8 (first bad byte at offset 0, 8 in all), and no other encoding fits: save it as UTF-8" },
        { "report.doc", Compound("WordDocument"), "report.md:1:1: error KB001: the folder has no report file (report with one of .md, .markdown, .txt, .html, .htm, .docx, .pdf); report.doc is of no format that can be read" },
        { "notes.md", Encoding.UTF8.GetBytes(Sound), "error KB001: the folder has no report file" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void ItIsNamedAndTheOthersGoThrough(string file, byte[] bytes, string expected)
    {
        Write("bad/" + file, bytes);
        Write("good/report.md", Encoding.UTF8.GetBytes(Sound));
        var content = CorpusReader.Read(_folder.Path);
        Assert.Contains(expected, Assert.Single(content.Diagnostics).ToString(), StringComparison.Ordinal);
        Assert.Equal("good", Assert.Single(content.Reports).Reference.Id);
    }

    [Fact]
    public void AFileBeyondTheLimitIsNotRead()
    {
        Write("good/report.md", Encoding.UTF8.GetBytes(Sound));
        Write("bad/report.txt", []);
        using (var file = File.OpenWrite(Path.Combine(_folder.Path, "reports", "bad", "report.txt")))
            file.SetLength(201_000_000);
        var content = CorpusReader.Read(_folder.Path);
        Assert.Equal("reports/bad/report.txt:1:1: error KB008: the file has 201 MB, and at most 200 MB are read: split it into several reports", Assert.Single(content.Diagnostics).ToString());
        Assert.Single(content.Reports);
    }

    [Fact]
    public void TwoFilesInOneFolderAreBothNamed()
    {
        Write("x/report.md", Encoding.UTF8.GetBytes(Sound));
        Write("x/report.docx", WordFile.OfMarkdown(Sound));
        var content = CorpusReader.Read(_folder.Path);
        Assert.Equal("reports/x/report.docx:1:1: error KB007: the folder has 2 report files, report.docx and report.md, and none was read: keep the better one here, and move the other out or into a folder of its own", Assert.Single(content.Diagnostics).ToString());
        Assert.Empty(content.Reports);
    }

    [Theory]
    [InlineData("report.md", "")]
    [InlineData("report.txt", "")]
    [InlineData("report.txt", "\r")]
    public void TheSameReportTwiceIsReadOnce(string second, string carriageReturn)
    {
        Write("first/report.md", Encoding.UTF8.GetBytes(Sound));
        Write("second/" + second, Encoding.UTF8.GetBytes(Sound.Replace("\n", carriageReturn + "\n", StringComparison.Ordinal)));
        var content = CorpusReader.Read(_folder.Path);
        Assert.Equal($"reports/second/{second}:1:1: warning KB016: this report is reports/first/report.md once more and was left out: remove one of the two folders", Assert.Single(content.Diagnostics).ToString());
        Assert.Equal("first", Assert.Single(content.Reports).Reference.Id);
    }

    [Theory]
    [InlineData("2021-02-30")]
    [InlineData("2021-13")]
    [InlineData("明年")]
    public void AnImpossibleDateIsNamedAndTheReportGoesThrough(string date)
    {
        Write("x/report.md", Encoding.UTF8.GetBytes(Sound));
        Write("x/report.yaml", Encoding.UTF8.GetBytes($"title: 论坛\ndate: {date}\n"));
        var content = CorpusReader.Read(_folder.Path);
        Assert.Equal($"reports/x/report.yaml:2:7: error KB005: \"{date}\" is no date: write 2021, 2021-12 or 2021-12-04", Assert.Single(content.Diagnostics).ToString());
        Assert.Null(Assert.Single(content.Reports).Reference.Date);
    }

    [Fact]
    public void APageThatIsAPictureAmongPagesOfTextIsNamed()
    {
        var (source, diagnostics) = Extraction.Of("a.pdf", Pages(
            (builder, page) => page.AddText("He stated that data should be shared.", 10, new PdfPoint(50, 700), builder.AddStandard14Font(UglyToad.PdfPig.Fonts.Standard14Fonts.Standard14Font.Helvetica)),
            Picture));
        Assert.StartsWith("a.pdf:1:1: warning KB015: page 2 is a picture without text", Assert.Single(diagnostics).ToString(), StringComparison.Ordinal);
        Assert.Equal([0, source!.Text.Length], source.PageStarts);
    }

    [Theory]
    [InlineData("/F9 12 Tf 50 400 Td (Prof. Lee agreed.) Tj")]
    [InlineData("50 400 Td (Prof. Lee) (agreed.) Tj")]
    [InlineData("50 400 Td TJ")]
    public void TextThatCannotBeReadIsReported(string text)
    {
        var (source, diagnostics) = Extraction.Of("a.pdf", (RawPdf.English with { Text = $"{RawPdf.English.Text} BT {text} ET" }).ToBytes());
        Assert.StartsWith("a.pdf:1:1: warning KB018: text on page 1 is damaged, or set in a font that is damaged or missing, and is left out", Assert.Single(diagnostics).ToString(), StringComparison.Ordinal);
        Assert.Contains("Algorithms should be open.", source!.Text, StringComparison.Ordinal);
    }

    private void Write(string file, byte[] bytes)
    {
        var path = Path.Combine(_folder.Path, "reports", file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }

    private static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);

    // Draws another one, which has a number, ten times.
    private static string Form(int other) => Inside(other, 10);

    private static string Inside(int other, int times = 1) => RawPdf.Stream(Repeat("/X Do ", times), $"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {other} 0 R >> >>");

    private static byte[] Scanned() => Pages(Picture);

    private static void Picture(PdfDocumentBuilder builder, PdfPageBuilder page) =>
        page.AddPng(Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="), new PdfRectangle(0, 0, 500, 700));

    private static byte[] Pages(params Action<PdfDocumentBuilder, PdfPageBuilder>[] pages)
    {
        var builder = new PdfDocumentBuilder();
        foreach (var draw in pages)
            draw(builder, builder.AddPage(PageSize.A4));
        return builder.Build();
    }

    // A password's check values that no password passes, least of all the empty one.
    private static byte[] EncryptedPdf()
    {
        var text = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        var values = string.Concat(Enumerable.Repeat("A7", 32));
        foreach (var item in new[] { "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>", $"<< /Filter /Standard /V 1 /R 2 /P -44 /O <{values}> /U <{values}> >>" })
        {
            offsets.Add(text.Length);
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n{item}\nendobj\n");
        }

        var start = text.Length;
        text.Append("xref\n0 5\n0000000000 65535 f \n").AppendJoin("", offsets.Select(offset => $"{offset:0000000000} 00000 n \n"));
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"trailer\n<< /Size 5 /Root 1 0 R /Encrypt 4 0 R /ID [<01><01>] >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    private static string Nested(string open, int depth, string close = "") => Repeat(open, depth) + "数据" + Repeat(close, depth);

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    // A page that draws nothing but blanks, packed.
    private static byte[] PackedPdf(int blanks) =>
        [
            .. "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>\nendobj\n"u8,
            .. Encoding.ASCII.GetBytes($"4 0 obj\n<< /Filter /FlateDecode /Length {Packed(blanks).Length} >>\nstream\n"), .. Packed(blanks), .. "\nendstream\nendobj\ntrailer\n<< /Size 5 /Root 1 0 R >>\n%%EOF\n"u8,
        ];

    private static byte[] Packed(int blanks)
    {
        using var packed = new MemoryStream();
        using (var stream = new System.IO.Compression.ZLibStream(packed, System.IO.Compression.CompressionLevel.SmallestSize, leaveOpen: true))
            stream.Write(Encoding.ASCII.GetBytes(new string(' ', blanks)));
        return packed.ToArray();
    }

    private static byte[] Compound(string stream) => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504], .. Encoding.Unicode.GetBytes(stream)];

    private static byte[] Zip()
    {
        using var stream = new MemoryStream();
        using (var archive = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Create))
            archive.CreateEntry("notes.txt");
        return stream.ToArray();
    }
}
