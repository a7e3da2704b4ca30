using UglyToad.PdfPig.Core;

namespace KnowledgeBase.Tests;

/// <summary>How printed pages become paragraphs.</summary>
public sealed class PdfTests
{
    [Fact]
    public void TwoColumnsAreReadOneAfterTheOther()
    {
        string[] left = ["Ocean data is a public good, and every state", "should be able to use it on equal terms, for", "without common standards nobody can com-", "pare what the others measure in their seas.", "Trust is what makes a standard work at last,", "so the first step has to be to build some trust"];
        string[] right = ["among those who measure and those who use.", "The second step is to train people on the spot", "in the countries that have no stations so far,", "and the third one is to share what they find", "with all who depend on the same waters, now", "and in the years that are to come after this."];
        var text = Extraction.Text("a.pdf", PdfFile.Of(page =>
        {
            PdfFile.Lines(page, left, 50, 700);
            PdfFile.Lines(page, right, 310, 700);
        }));
        Assert.Equal(string.Join(' ', left.Concat(right)).Replace("com- pare", "compare", StringComparison.Ordinal) + "\n", text);
    }

    [Fact]
    public void RunningHeadsAndPageNumbersAreTakenOffAndParagraphsGoOnOverPages()
    {
        var (source, diagnostics) = Extraction.Of("a.pdf", PdfFile.Of(
            page => PdfFile.Lines(page, ["Report of the forum", "", "Ocean data is a public good, and every state should", "be able to use it on equal terms. Without common", "- 1 -"], 50, 760),
            page => PdfFile.Lines(page, ["Report of the forum", "", "standards nobody can compare what others measure.", "- 2 -"], 50, 760),
            page => PdfFile.Lines(page, ["Report of the forum", "", "Trust is what makes a standard work at long last.", "- 3 -"], 50, 760)));
        Assert.Empty(diagnostics);
        var paragraph = "Ocean data is a public good, and every state should be able to use it on equal terms. Without common standards nobody can compare what others measure.";
        Assert.Equal($"{paragraph}\n\nTrust is what makes a standard work at long last.\n", source!.Text);
        Assert.Equal([0, paragraph.IndexOf("standards", StringComparison.Ordinal), paragraph.Length + 2], source.PageStarts);
    }

    [Fact]
    public void LargerTypeIsAHeadingAndAGapBeginsAParagraph()
    {
        var text = Extraction.Text("a.pdf", PdfFile.Of(page =>
        {
            page.AddText("The Forum", 20, new PdfPoint(50, 760), PdfFile.Font(page));
            page.AddText("First Panel", 14, new PdfPoint(50, 730), PdfFile.Font(page));
            PdfFile.Lines(page, ["He stated that data should be shared by all states.", "", "She added that standards are to be agreed on first."], 50, 705);
            PdfFile.Lines(page, ["• one item of a list that somebody made", "• another item of that list, a longer one"], 50, 640);
        }));
        Assert.Equal("# The Forum\n\n## First Panel\n\nHe stated that data should be shared by all states.\n\nShe added that standards are to be agreed on first.\n\n- one item of a list that somebody made\n- another item of that list, a longer one\n", text);
    }

    [Fact]
    public void CellsBelowEachOtherAreRowsOfATable()
    {
        var text = Extraction.Text("a.pdf", PdfFile.Of(page =>
        {
            foreach (var (i, row) in new[] { ("Chen Haizhou", "Director"), ("Lin Ruoxi", "Professor"), ("Zhou Mingyuan", "Fellow") }.Index())
            {
                PdfFile.Lines(page, [row.Item1], 50, 700 - (i * 16));
                PdfFile.Lines(page, [row.Item2], 200, 700 - (i * 16));
            }
        }));
        Assert.Equal("| Chen Haizhou | Director |\n| Lin Ruoxi | Professor |\n| Zhou Mingyuan | Fellow |\n", text);
    }

    // Text that UTF-8 cannot hold would not be what is kept beside the index.
    [Fact]
    public void HalfACharacterIsADamagedOne()
    {
        const string Map = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange <0000> <FFFF> endcodespacerange 2 beginbfchar <0041> <D840> <0042> <4EBA> endbfchar endcmap end end";
        const string Page = "BT /F1 12 Tf 50 700 Td <004200410042004200420042004200420042> Tj ET";
        var file = $"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
            + "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>\nendobj\n"
            + $"4 0 obj\n<< /Length {Page.Length} >>\nstream\n{Page}\nendstream\nendobj\n"
            + "5 0 obj\n<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [7 0 R] /ToUnicode 6 0 R >>\nendobj\n"
            + "7 0 obj\n<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /X /Flags 4 /FontBBox [0 0 9 9] /ItalicAngle 0 /Ascent 9 /Descent 0 /CapHeight 9 /StemV 1 >> >>\nendobj\n"
            + $"6 0 obj\n<< /Length {Map.Length} >>\nstream\n{Map}\nendstream\nendobj\ntrailer\n<< /Size 8 /Root 1 0 R >>\n%%EOF\n";
        Assert.StartsWith("人\uFFFD人", Extraction.Text("a.pdf", System.Text.Encoding.ASCII.GetBytes(file)), StringComparison.Ordinal);
    }
}
