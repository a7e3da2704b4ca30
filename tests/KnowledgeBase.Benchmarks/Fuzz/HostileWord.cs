using System.Text;
using KnowledgeBase.Fuzz.Targets;
using KnowledgeBase.Tests;

namespace KnowledgeBase.Fuzz;

/// <summary>Word documents that are written to break a reader: bombs, deep nesting, lists and styles without end.</summary>
internal static class HostileWord
{
    private const string Main = "word/document.xml";
    private const string Namespace = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    /// <summary>Documents made of the parts of a sound one.</summary>
    public static IEnumerable<byte[]> All((string Name, byte[] Bytes)[] parts)
    {
        var entities = string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY e{i} \"{HostileText.Repeat($"&e{i - 1};", 10)}\">"));
        var paragraph = WordFile.Paragraph("数据应当共享，算法应当透明。");
        yield return With(Main, $"<!DOCTYPE w:document [<!ENTITY e0 \"字\">{entities}]><w:document {Namespace}><w:body><w:p><w:r><w:t>&e9;</w:t></w:r></w:p></w:body></w:document>");
        yield return With(Main, $"<!DOCTYPE w:document SYSTEM \"file:///etc/passwd\"><w:document {Namespace}><w:body/></w:document>");
        // What is small as a file and 300 MB when it is unpacked, in each of the parts.
        yield return Bomb(Main, $"<w:document {Namespace}><w:body>", HostileText.Repeat(paragraph, 1000), 2500, "</w:body></w:document>");
        yield return Bomb(Main, $"<w:document {Namespace}><w:body><w:p><w:r><w:t>", HostileText.Repeat(" ", 1_000_000), 300, "</w:t></w:r></w:p></w:body></w:document>");
        foreach (var part in parts.Where(part => part.Name != Main))
            yield return Bomb(part.Name, Encoding.UTF8.GetString(part.Bytes).TrimEnd(), HostileText.Repeat(" ", 1_000_000), 300, "");
        foreach (var (open, close) in new[] { ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"), ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"), ("<w:p><w:r>", "</w:r></w:p>"), ("<w:ins w:id=\"1\">", "</w:ins>"), ("<w:customXml>", "</w:customXml>"), ("<x>", "</x>") })
        {
            foreach (var depth in new[] { 100, 1000, 20_000 })
                yield return With(Main, Document(HostileText.Repeat(open, depth) + paragraph + HostileText.Repeat(close, depth)));
        }

        yield return With(Main, Document(HostileText.Repeat("<w:tbl><w:tr><w:tc><w:p/>", 60) + HostileText.Repeat(paragraph, 500) + HostileText.Repeat("</w:tc></w:tr></w:tbl>", 60)));
        yield return With(Main, Document("<w:tbl>" + HostileText.Repeat($"<w:tr><w:tc>{paragraph}</w:tc><w:tc>{paragraph}</w:tc></w:tr>", 800) + "</w:tbl>"));
        yield return With(Main, Document("<w:p>" + HostileText.Repeat(WordFile.Run("字"), 4000) + "</w:p>"));
        yield return With(Main, Document(HostileText.Repeat(paragraph.Replace("<w:pPr></w:pPr>", "<w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>", StringComparison.Ordinal), 1500)));
        foreach (var text in HostileText.All().Where(text => text.Length is > 0 and < 250_000 && !text.Any(c => c < ' ' || char.IsSurrogate(c) || c == '\uFFFF')))
            yield return With(Main, Document($"<w:p><w:r><w:t xml:space=\"preserve\">{System.Security.SecurityElement.Escape(text)}</w:t></w:r></w:p>"));
        foreach (var (start, format, text) in new[] { ("2147483647", "upperRoman", "%1"), ("-5", "chineseCounting", "%1"), ("0", "ideographTraditional", "%1"), ("0", "upperLetter", "%1"), ("2147483647", "decimal", "%1") })
            yield return With("word/numbering.xml", List(0, start, format, text));
        foreach (var level in new[] { "-1", "9", "100" })
            yield return WithBoth(List(int.Parse(level, System.Globalization.CultureInfo.InvariantCulture), "1", "decimal", "%1"), Document(WordFile.Paragraph("数据", $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"2\"/></w:numPr>")));

        byte[] Bomb(string name, string start, string block, int times, string end) =>
            WordTarget.ArchiveOf(parts.Select(part => part.Name == name ? (name, Encoding.UTF8.GetBytes(start)) : part), (name, Encoding.UTF8.GetBytes(block), times, Encoding.UTF8.GetBytes(end)));
        byte[] With(string name, string text) => WordTarget.ArchiveOf(parts.Select(part => part.Name == name ? (name, Encoding.UTF8.GetBytes(text)) : part));
        byte[] WithBoth(string numbering, string document) =>
            WordTarget.ArchiveOf(parts.Select(part => part.Name == Main ? (Main, Encoding.UTF8.GetBytes(document)) : part.Name == "word/numbering.xml" ? (part.Name, Encoding.UTF8.GetBytes(numbering)) : part));
    }

    private static string Document(string body) => $"<w:document {Namespace}><w:body>{body}</w:body></w:document>";

    private static string List(int level, string start, string format, string text) =>
        $"<w:numbering {Namespace}><w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"{level}\"><w:start w:val=\"{start}\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/></w:lvl></w:abstractNum><w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>";
}
