using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace KnowledgeBase.Tests;

/// <summary>Makes Word documents for tests, with the styles and lists that Word's own have.</summary>
internal static class WordFile
{
    private const string Styles =
        """
        <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
          <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
          <w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/><w:basedOn w:val="a"/></w:style>
          <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
          <w:style w:type="paragraph" w:styleId="2"><w:name w:val="标题 2"/><w:basedOn w:val="a"/></w:style>
          <w:style w:type="paragraph" w:styleId="own"><w:name w:val="论坛小节"/><w:basedOn w:val="2"/></w:style>
          <w:style w:type="paragraph" w:styleId="toc1"><w:name w:val="toc 1"/></w:style>
          <w:style w:type="character" w:styleId="S"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
        </w:styles>
        """;

    private const string Numbering =
        """
        <w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
          <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl></w:abstractNum>
          <w:abstractNum w:abstractNumId="1">
            <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="（%1）"/></w:lvl>
            <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
          </w:abstractNum>
          <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
          <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
        </w:numbering>
        """;

    /// <summary>A document with a body in WordprocessingML, the title that its properties state, and lists of its own.</summary>
    public static byte[] Of(string body, string? title = null, string? numbering = null)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.Document = new Document($"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>");
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(Styles);
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(numbering ?? Numbering);
            document.PackageProperties.Title = title;
        }

        return stream.ToArray();
    }

    /// <summary>The document of a report in plain Markdown.</summary>
    public static byte[] OfMarkdown(string markdown)
    {
        var body = string.Concat(markdown.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Block))
            .Replace("</w:tbl><w:tbl>", "", StringComparison.Ordinal);
        return Of(body);
    }

    /// <summary>A paragraph; bold words stand between **.</summary>
    public static string Paragraph(string text, string properties = "") =>
        $"<w:p><w:pPr>{properties}</w:pPr>{string.Concat(text.Split("**").Select((part, i) => Run(part, i % 2 == 1 ? "<w:b/>" : "")))}</w:p>";

    /// <summary>A run.</summary>
    public static string Run(string text, string properties = "") => $"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    private static string Block(string line)
    {
        if (line.StartsWith("# ", StringComparison.Ordinal))
            return Paragraph(line[2..], "<w:pStyle w:val=\"T\"/>");
        if (line.StartsWith("## ", StringComparison.Ordinal))
            return Paragraph(line[3..], "<w:pStyle w:val=\"1\"/>");
        if (line.StartsWith("### ", StringComparison.Ordinal))
            return Paragraph(line[4..], "<w:pStyle w:val=\"own\"/>");
        if (line.StartsWith("- ", StringComparison.Ordinal))
            return Paragraph(line[2..], "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>");
        return line.StartsWith('|')
            ? $"<w:tbl><w:tr>{string.Concat(line.Trim('|').Split('|').Select(cell => $"<w:tc>{Paragraph(cell.Trim())}</w:tc>"))}</w:tr></w:tbl>"
            : Paragraph(line);
    }
}
