using KnowledgeBase.Corpus.Reading.Pdf;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

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

    // Whatever a page says of colours, pictures and lines: its text is read.
    [Theory]
    [InlineData("/C cs 0.5 scn")]
    [InlineData("/NoSuchSpace cs 1 2 3 4 5 scn /P scn")]
    [InlineData("0.1 0.2 0.3 rg 1 0 0 0 k 0.5 g /Cs1 CS 1 SC")]
    [InlineData("q 10 10 100 100 re W n 0 0 1 1 re f 5 5 m 9 9 l 1 2 3 4 5 6 c h B* Q")]
    [InlineData("/X Do /Missing Do")]
    [InlineData("BI /W 2000000000 /H 2000000000 /CS /RGB /BPC 8 /F /CCF ID abc\nEI")]
    [InlineData("/NoSuchShading sh /NoSuchState gs")]
    public void WhatIsNoTextIsPassedOver(string drawing)
    {
        var pdf = RawPdf.Chinese with { Text = $"{drawing} {RawPdf.Chinese.Text}", More = RawPdf.Stream("abc", "/FunctionType 0 /Domain [0 1] /Range [0 1 0 1 0 1] /Size [2000000000] /BitsPerSample 8 /Type /XObject /Subtype /Image /Width 2000000000") };
        Assert.Equal("人人人人人人人\n", Extraction.Text("a.pdf", pdf.ToBytes()));
    }

    // The library makes an entry for each object that a list names, and takes a negative number for the size of a stack.
    [Theory]
    [InlineData("/Size 10 /W [1 4 2]", true)]
    [InlineData("/Size 8388607 /W [0 8 0]", true)]
    [InlineData("/Size 10 /Index [0 10 900000000 5] /W [1 4 2]", true)]
    [InlineData("/Size 8388608 /W [1 4 2]", false)]
    [InlineData("/Size 10 /Index [0 5 6 2000000000] /W [1 4 2]", false)]
    [InlineData("/Size 10 /W [1 9 2]", false)]
    [InlineData("/Size 10 /W [1 -4 2]", false)]
    public void AListOfObjectsIsNoLongerThanAFileCanHave(string entries, bool isSound)
    {
        var tokens = new CoreTokenScanner(new MemoryInputBytes(System.Text.Encoding.ASCII.GetBytes($"<< /Type /XRef {entries} >>")), usePdfDocEncoding: false, StackDepthGuard.Infinite);
        Assert.True(tokens.TryReadToken(out DictionaryToken list));
        var thrown = Record.Exception(() => ((IFilterProvider)PdfFilters.Instance).GetFilters(list));
        Assert.Equal(isSound, thrown is null);
        Assert.True(isSound || thrown is InvalidDataException);
    }

    // What a library reads around, it may: a map's dictionary without its end, a map that is cut off, one that is packed in no known way.
    [Theory]
    [InlineData("/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 def 1 beginbfchar <0041> <4EBA> endbfchar", "人人人人人人人\n")]
    [InlineData("1 beginbfchar <0041> <4EBA> endbfchar 1 beginbfrange <0041> <005A>", "")]
    public void ADamagedMapIsNoDamagedFile(string map, string expected)
    {
        var (source, diagnostics) = Extraction.Of("a.pdf", (RawPdf.Chinese with { Map = map }).ToBytes());
        Assert.Equal(expected, source?.Text ?? "");
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Code == "KB012");
    }

    // Anybody may read it, and who knows a password may change it; the library blames the password for whatever is wrong with such a file.
    [Theory]
    [InlineData("/W [1 2 500]", "人人人人人人人\n")]
    [InlineData("/W [1 2000000000 500]", "a.pdf:1:1: error KB012: the PDF is damaged (the table /W of a font names more characters than a font can have): download it anew, or open it and print it as a PDF")]
    public void AFileThatNobodyMayChangeCanBeRead(string widths, string expected)
    {
        var (source, diagnostics) = Extraction.Of("a.pdf", (RawPdf.Chinese with
        {
            Widths = widths,
            Trailer = "/Encrypt 8 0 R /ID [<01><01>]",
            More = $"<< /Filter /Standard /V 4 /R 4 /Length 128 /P -44 /CF << /StdCF << /CFM /V2 /AuthEvent /DocOpen /Length 16 >> >> /StmF /Identity /StrF /Identity /O <{string.Concat(Enumerable.Repeat("A7", 32))}> /U <6F9BF1FE2D7874A4E4CB3A7FB29CB6F000000000000000000000000000000000> >>",
        }).ToBytes());
        Assert.Equal(expected, source?.Text ?? diagnostics[0].ToString());
    }

    // Text that UTF-8 cannot hold would not be what is kept beside the index.
    [Fact]
    public void HalfACharacterIsADamagedOne()
    {
        var pdf = RawPdf.Chinese with { Text = "BT /F1 12 Tf 50 700 Td <00410061004100610041004100410041> Tj ET", Map = RawPdf.Chinese.Map.Replace("<7532>", "<D840>", StringComparison.Ordinal) };
        Assert.StartsWith("人\uFFFD人\uFFFD人人人人", Extraction.Text("a.pdf", pdf.ToBytes()), StringComparison.Ordinal);
    }
}
