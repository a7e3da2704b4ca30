namespace KnowledgeBase.Tests;

/// <summary>What is read of a Word document: what a reader sees when all changes are accepted.</summary>
public sealed class WordTests
{
    [Theory]
    [InlineData("<w:p><w:r><w:t>数据</w:t></w:r><w:del><w:r><w:delText>不</w:delText></w:r></w:del><w:ins><w:r><w:t>应当</w:t></w:r></w:ins><w:r><w:t>共享</w:t></w:r></w:p>", "数据应当共享")]
    [InlineData("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>数据</w:t></w:r></w:p><w:p><w:r><w:t>共享</w:t></w:r></w:p>", "数据共享")]
    [InlineData("<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r></w:p>", "甲\n乙")]
    [InlineData("<w:p><w:r><w:t>甲</w:t><w:br w:type=\"page\"/><w:t>乙</w:t></w:r></w:p>", "甲乙")]
    [InlineData("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t></w:r><w:r><w:t>看见</w:t></w:r></w:p>", "看见")]
    [InlineData("<w:p><w:r><w:rPr><w:rStyle w:val=\"S\"/></w:rPr><w:t>甲</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>乙</w:t></w:r><w:r><w:rPr><w:b w:val=\"0\"/></w:rPr><w:t>丙</w:t></w:r></w:p>", "**甲乙**丙")]
    [InlineData("<w:p><w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>", "链接")]
    [InlineData("<w:p><w:pPr><w:pStyle w:val=\"toc1\"/></w:pPr><w:r><w:t>目录 3</w:t></w:r></w:p><w:p><w:r><w:t>正文</w:t></w:r></w:p>", "正文")]
    [InlineData("<w:p><w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr><w:r><w:t>小节</w:t></w:r></w:p>", "### 小节")]
    [InlineData("<w:p><w:pPr><w:pStyle w:val=\"own\"/></w:pPr><w:r><w:t>小节</w:t></w:r></w:p>", "## 小节")]
    [InlineData("<w:sdt><w:sdtContent><w:p><w:r><w:t>控件里的正文</w:t></w:r></w:p></w:sdtContent></w:sdt>", "控件里的正文")]
    [InlineData("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>框里的正文</w:t></w:r></w:p></w:tc></w:tr></w:tbl>", "框里的正文")]
    [InlineData("<w:p><w:r><w:ruby><w:rt><w:r><w:t>xuē</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>薛</w:t></w:r></w:rubyBase></w:ruby></w:r><w:r><w:t>澜</w:t></w:r></w:p>", "薛澜")]
    public void ItReadsAsItIsPrinted(string body, string expected) => Assert.Equal(expected + "\n", Extraction.Text("a.docx", WordFile.Of(body)));

    // What no list of Word's has: numbers below one or beyond a form's last, levels beyond the ninth.
    [Theory]
    [InlineData(0, -5, "chineseCounting", "-5 数据")]
    [InlineData(0, 0, "ideographTraditional", "0 数据")]
    [InlineData(0, 0, "upperLetter", "0 数据")]
    [InlineData(0, 3999, "upperRoman", "MMMCMXCIX 数据")]
    [InlineData(0, 2147483647, "upperRoman", "2147483647 数据")]
    [InlineData(9, 1, "decimal", "- 数据")]
    [InlineData(-1, 1, "decimal", "- 数据")]
    public void ImpossibleNumbersOfListsAreRead(int level, int start, string format, string expected)
    {
        var numbering = $"<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"{level}\"><w:start w:val=\"{start}\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"%1\"/></w:lvl></w:abstractNum><w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>";
        var item = WordFile.Paragraph("数据", $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"2\"/></w:numPr>");
        Assert.Equal(expected + "\n", Extraction.Text("a.docx", WordFile.Of(item, numbering: numbering)));
    }

    // Word keeps the numbers of lists out of the text; a reader sees them, and the outline lives on them.
    [Fact]
    public void NumbersOfListsAreWordsOfTheText()
    {
        static string Item(string text, int level, string style = "") => WordFile.Paragraph(text, $"{style}<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"2\"/></w:numPr>");
        var body = Item("主论坛", 0, "<w:pStyle w:val=\"1\"/>") + Item("数据", 1) + Item("标准", 1) + Item("分论坛", 0, "<w:pStyle w:val=\"1\"/>") + Item("规则", 1);
        Assert.Equal("# （一）主论坛\n\n1. 数据\n2. 标准\n\n# （二）分论坛\n\n1. 规则\n", Extraction.Text("a.docx", WordFile.Of(body)));
    }
}
