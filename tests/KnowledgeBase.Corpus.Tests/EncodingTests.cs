using System.Text;
using CsCheck;
using KnowledgeBase.Corpus.Reading;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Tests;

/// <summary>Encodings are detected and stated, damage is named with its line, and nothing around it is lost.</summary>
public sealed class EncodingTests
{
    private const string Simplified = "清华大学公共管理学院院长江小涓指出，数字时代的治理需要新的理念。\n";
    private const string Traditional = "主持人：我們今天要討論的是人工智慧的治理，請各位發言。\n唐鳳：謝謝。我認為資料的公開是第一步。\n";
    private const string Western = "La présidente a déclaré que les données doivent être partagées par tous les États.\n";

    static EncodingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("gb18030", Simplified, "GB18030 (detected)")]
    [InlineData("gb2312", Simplified, "GB18030 (detected)")]
    [InlineData("big5", Traditional, "Big5 (detected)")]
    [InlineData("utf-16", "\uFEFF" + Simplified, "UTF-16 (by its byte order mark)")]
    [InlineData("utf-16BE", "\uFEFF" + Simplified, "UTF-16BE (by its byte order mark)")]
    [InlineData("utf-32", "\uFEFF" + Simplified, "UTF-32 (by its byte order mark)")]
    [InlineData("utf-16", Simplified + Simplified, "UTF-16 (by its zero bytes)")]
    [InlineData("windows-1252", Western, "WINDOWS-1252 (detected)")]
    public void TheEncodingIsDetectedAndStated(string encoding, string text, string stated)
    {
        var (source, diagnostics) = Extraction.Of("a.txt", Encoding.GetEncoding(encoding).GetBytes(text));
        Assert.Equal($"a.txt:1:1: info KB009: the file was read as {stated}", Assert.Single(diagnostics).ToString());
        Assert.Equal(text.TrimStart('\uFEFF'), source!.Text);
        Assert.NotEqual("utf-8", source.Encoding);
    }

    [Fact]
    public void OneParagraphIsEnoughToDetect()
    {
        foreach (var line in File.ReadAllLines(Repository.FirstReport).Where(line => line.Length > 20))
            Assert.Equal(line, Extraction.Of("a.md", Encoding.GetEncoding("gb18030").GetBytes(line)).Source!.Text);
    }

    [Fact]
    public void AStrayByteIsNamedWithItsLine()
    {
        var (source, diagnostics) = Extraction.Of("a.md", [.. Encoding.UTF8.GetBytes(Simplified), .. Encoding.UTF8.GetBytes("数据"), 0xFF, .. Encoding.UTF8.GetBytes("应当共享。\n")]);
        Assert.Equal($"a.md:2:1: error KB004: invalid UTF-8 at byte {Encoding.UTF8.GetByteCount(Simplified + "数据")}; 1 damaged characters were read as U+FFFD", Assert.Single(diagnostics).ToString());
        Assert.Equal(Simplified + "数据\uFFFD应当共享。\n", source!.Text);
    }

    [Fact]
    public void ADamagedFileOfAnotherEncodingIsNamedWithItsLine()
    {
        var gb = Encoding.GetEncoding("gb18030");
        var (source, diagnostics) = Extraction.Of("a.md", [.. gb.GetBytes(Simplified), .. gb.GetBytes("数据"), 0xFF, .. gb.GetBytes("应当共享。\n")]);
        Assert.Equal(["a.md:2:1: error KB004: invalid GB18030; 1 damaged characters were read as U+FFFD", "a.md:1:1: info KB009: the file was read as GB18030 (detected)"], diagnostics.Select(diagnostic => diagnostic.ToString()));
        Assert.Equal(Simplified + "数据\uFFFD应当共享。\n", source!.Text);
    }

    [Fact]
    public void LinesOfTwoEncodingsAreEachReadByTheirOwn()
    {
        var (source, diagnostics) = Extraction.Of("a.md", [.. Encoding.UTF8.GetBytes(Simplified), .. Encoding.GetEncoding("gb18030").GetBytes(Simplified + Simplified), .. Encoding.UTF8.GetBytes(Simplified)]);
        Assert.StartsWith("a.md:2:1: error KB004: the file mixes encodings: this line and 1 more are not UTF-8 but GB18030", Assert.Single(diagnostics).ToString(), StringComparison.Ordinal);
        Assert.Equal(string.Concat(Enumerable.Repeat(Simplified, 4)), source!.Text);
    }

    [Fact]
    public void APagesDeclarationIsBelieved()
    {
        var page = $"<html><head><meta http-equiv=Content-Type content=\"text/html; charset=big5\"></head><body><p>{Traditional}</p></body></html>";
        Assert.Contains("唐鳳：謝謝。", Extraction.Text("a.html", Encoding.GetEncoding("big5").GetBytes(page)), StringComparison.Ordinal);
    }

    // Whatever words a file holds, they come back as words and not as markup.
    [Fact]
    public void WordsWrittenAsMarkdownAreReadAsTheSameWords() =>
        Samples.Each(
            Gen.OneOf("*", "**", "_", "`", "\\", "<b>", "<", ">", "[a](http://b)", "![", "](", "&nbsp;", "#", "## ", "|", "---", "===", "~~~", "<!--", "-->", " ", "人工智能", "AI", "1. ", "\\*", "(x)", "http://a").Array[1, 12].Select(string.Concat),
            3000,
            words =>
            {
                var rich = new RichText();
                rich.Append("甲");
                rich.Append(words);
                Check(rich);
                rich = new RichText();
                rich.Append(words, bold: true);
                Check(rich);
            });

    private static void Check(RichText rich)
    {
        var output = new MarkdownText();
        output.Paragraph(rich);
        var blocks = MarkdownReader.Read(new SourceText("a.md", output.ToString(), ""));
        Assert.Equal(rich.Text.Trim(), string.Concat(blocks.Select(block => block.Text.Text)));
    }
}
