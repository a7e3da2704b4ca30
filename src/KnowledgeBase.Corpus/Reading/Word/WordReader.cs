using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace KnowledgeBase.Corpus.Reading.Word;

/// <summary>
/// Reads the body of a Word document (.docx): headings by style or outline level, paragraphs, bold runs, lists with the
/// numbers that Word prints, tables, line breaks, text boxes. Insertions that are tracked are kept and deletions left out,
/// as the document reads when all changes are accepted. Footnotes, endnotes, comments, headers, footers, hidden text and
/// the table of contents are left out.
/// </summary>
internal static class WordReader
{
    /// <summary>The text; null where there is none to read, which an error explains.</summary>
    public static ExtractedText? Read(byte[] bytes, FileProblems problems)
    {
        if (WordArchive.Refusal(bytes) is var (code, message))
        {
            problems.Fail(code, message);
            return null;
        }

        try
        {
            using var document = WordprocessingDocument.Open(new MemoryStream(bytes, writable: false), isEditable: false);
            if (document.MainDocumentPart is not { Document.Body: { } body } part)
            {
                problems.Fail("KB012", "the Word document has no body: open it in Word and save it anew");
                return null;
            }

            var text = new MarkdownText();
            new WordBody(text, new WordStyles(part), new WordNumbers(part)).Write(body);
            if (text.ToString() is { Length: > 0 } written)
                return new ExtractedText(written) { Title = document.PackageProperties.Title is { Length: > 0 } title ? title : null };
            problems.Fail("KB003", "the Word document holds no text: if it shows pictures of pages, run text recognition on them first");
        }
        catch (Exception e) when (e is OpenXmlPackageException or XmlException or IOException or InvalidDataException or InvalidOperationException or FormatException or OverflowException or ArgumentException or NotSupportedException)
        {
            problems.Fail("KB012", $"the Word document is damaged ({e.Message}): open it in Word and save it anew");
        }

        return null;
    }
}
