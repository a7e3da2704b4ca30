using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace KnowledgeBase.Tests;

/// <summary>Makes PDF files for tests, in English: their fonts have no other letters.</summary>
internal static class PdfFile
{
    private static readonly Dictionary<PdfPageBuilder, PdfDocumentBuilder.AddedFont> Fonts = [];

    /// <summary>A file of the pages that are drawn.</summary>
    public static byte[] Of(params Action<PdfPageBuilder>[] pages) => Of(null, pages);

    /// <summary>The same, with the title that its properties state.</summary>
    public static byte[] Of(string? title, params Action<PdfPageBuilder>[] pages)
    {
        var builder = new PdfDocumentBuilder();
        builder.DocumentInformation.Title = title;
        Fonts.Clear();
        foreach (var draw in pages)
        {
            var page = builder.AddPage(PageSize.A4);
            Fonts[page] = builder.AddStandard14Font(Standard14Font.Helvetica);
            draw(page);
        }

        return builder.Build();
    }

    /// <summary>The font of a page.</summary>
    public static PdfDocumentBuilder.AddedFont Font(PdfPageBuilder page) => Fonts[page];

    /// <summary>Prints lines below each other, in points from the left and the bottom; an empty one is a gap.</summary>
    public static void Lines(PdfPageBuilder page, string[] lines, double left, double top)
    {
        foreach (var (i, line) in lines.Index().Where(line => line.Item.Length > 0))
            page.AddText(line, 10, new PdfPoint(left, top - (i * 14)), Font(page));
    }
}
