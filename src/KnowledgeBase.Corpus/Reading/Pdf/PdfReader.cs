using System.Globalization;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace KnowledgeBase.Corpus.Reading.Pdf;

/// <summary>
/// Reads a PDF file's text in reading order, two columns too: running heads and page numbers off, lines joined to
/// paragraphs over line and page breaks, words whole again that a hyphen cuts, headings by the size of their type. Slanted
/// text (watermarks) is left out. A shape that a file names as a radical (⼈) is the character that was meant (人).
/// </summary>
internal static class PdfReader
{
    // Below this share of readable letters the file's fonts do not say which characters they print.
    private const double Readable = 0.7;

    /// <summary>The text; null where there is none to read, which an error explains.</summary>
    public static ExtractedText? Read(byte[] bytes, FileProblems problems)
    {
        if (!FileKind.IsPdf(bytes))
        {
            problems.Fail("KB012", $"the file is no PDF: it seems to be {FileKind.Describe(bytes)}");
            return null;
        }

        if (PdfReferences.Endless(bytes) is { } number)
        {
            problems.Fail("KB012", string.Create(CultureInfo.InvariantCulture, $"the PDF is damaged (its object {number} is a reference without end): download it anew, or open it and print it as a PDF"));
            return null;
        }

        try
        {
            using var document = PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, FilterProvider = PdfFilters.Instance });
            document.AddPageFactory<PrintedPage, PrintedPageFactory>();
            return Extract(document, problems);
        }
        catch (PdfDocumentEncryptedException e) when (e.InnerException is null)
        {
            problems.Fail("KB013", "the PDF is protected by a password: open it and save or print it as a PDF without one");
        }
        catch (Exception e) when (e is not OutOfMemoryException and not PdfDocumentEncryptedException { InnerException: OutOfMemoryException })
        {
            // Damaged files make the parser fail in every way there is; of a file that anybody may read and not everybody change, the
            // library says that it is encrypted, whatever failed.
            var cause = e is PdfDocumentEncryptedException { InnerException: { } inner } ? inner : e;
            problems.Fail("KB012", $"the PDF is damaged ({cause.Message}): download it anew, or open it and print it as a PDF");
        }

        return null;
    }

    private static ExtractedText? Extract(PdfDocument document, FileProblems problems)
    {
        var pages = new List<IReadOnlyList<PrintedLine>>();
        var pictures = new List<int>();
        var unread = new List<int>();
        foreach (var page in document.GetPages<PrintedPage>())
        {
            var lines = PageColumns.Order(PageLines.Of(page), page.Number).ToList();
            pages.Add(lines);
            if (lines.Count == 0 && page.Pictures > 0)
                pictures.Add(page.Number);
            if (page.Unread > 0)
                unread.Add(page.Number);
        }

        if (!HasText(pages, unread.Count > 0, problems))
            return null;
        if (pictures.Count > 0)
            problems.Warn("KB015", $"{(pictures.Count == 1 ? $"page {pictures[0]} is a picture" : $"pages {string.Join(", ", pictures)} are pictures")} without text and left out: run text recognition on them if they hold any");
        if (unread.Count > 0)
            problems.Warn("KB018", $"text on page{(unread.Count == 1 ? "" : "s")} {string.Join(", ", unread)} is damaged, or set in a font that is damaged or missing, and is left out: compare the page, or run text recognition on it");

        PrintedLine[] printed = [.. RunningHeads.Remove(pages).SelectMany(page => page)];
        var text = new MarkdownText();
        new PdfParagraphs(new PageMeasures(printed)).Write(printed, text);
        return new ExtractedText(text.ToString()) { Title = TitleOf(document.Information), PageStarts = Complete(text.PageStarts, pages.Count, text.ToString().Length) };
    }

    private static bool HasText(List<IReadOnlyList<PrintedLine>> pages, bool isUnread, FileProblems problems)
    {
        var words = string.Concat(pages.SelectMany(page => page).Select(line => line.Words.Text));
        if (words.Length == 0 && isUnread)
            problems.Fail("KB014", "the PDF's fonts are missing or damaged; run text recognition (OCR) on it and use the result");
        else if (words.Length == 0)
            problems.Fail("KB014", $"the PDF holds no text: its {pages.Count} pages are pictures, as a scanner makes them; run text recognition (OCR) on it and use the result");
        else if (words.Count(c => !char.IsControl(c) && c is not ('\uFFFD' or (>= '\uE000' and <= '\uF8FF'))) < Readable * words.Length)
            problems.Fail("KB014", "the PDF's fonts do not say which characters they print; run text recognition (OCR) on it and use the result");
        else
            return true;
        return false;
    }

    // Pages without text begin where the next one does.
    private static IReadOnlyList<int> Complete(IReadOnlyList<int> starts, int pages, int end) => [.. starts, .. Enumerable.Repeat(end, pages - starts.Count)];

    private static string? TitleOf(DocumentInformation information) => string.IsNullOrWhiteSpace(information.Title) ? null : information.Title.Trim();
}
