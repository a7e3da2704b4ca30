using AngleSharp.Dom;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Reading.Html;

/// <summary>Takes out of a page what is not its article: by element, by role, by what sites call such parts, and lists of links.</summary>
internal static class PageFurniture
{
    private const string Never = "script, style, noscript, template, iframe, object, svg, canvas, video, audio, nav, footer, aside, dialog, button, select, option, textarea, input, [hidden], [aria-hidden=true], "
        + "[role=navigation], [role=banner], [role=contentinfo], [role=complementary], [role=search], [role=dialog], [role=alertdialog], [role=alert]";

    private static readonly HashSet<string> Names = new(DataFile.Lines("Reading/Data/page-furniture.txt"), StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes it out of the document.</summary>
    public static void Remove(IElement body)
    {
        foreach (var element in body.QuerySelectorAll(Never).ToList())
            element.Remove();
        var most = Length(body) / 2;
        foreach (var header in body.QuerySelectorAll("header").Where(header => header.Closest("article, main") is null).ToList())
            RemoveUnlessMost(header, most);
        foreach (var element in body.QuerySelectorAll("[class], [id], [style]").Where(IsCalledSo).ToList())
            RemoveUnlessMost(element, most);
        foreach (var element in body.QuerySelectorAll("ul, ol, dl, table, div, section, p").Where(new LinkShares(body).IsListOfLinks).ToList())
            RemoveWithHeading(element, most);
    }

    /// <summary>The count of an element's characters, white space not counted.</summary>
    public static int Length(INode element) => element.TextContent.Count(c => !char.IsWhiteSpace(c));

    // <body class="has-sidebar">: a name says nothing of an element that holds most of the page.
    private static void RemoveUnlessMost(IElement element, int most)
    {
        if (Length(element) <= most)
            element.Remove();
    }

    private static bool IsCalledSo(IElement element)
    {
        if (element.GetAttribute("style") is { } style && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase))
            return true;
        return $"{element.ClassName} {element.Id}".Split([' ', '-', '_', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries).Any(Names.Contains);
    }

    // "相关阅读" over the list goes with it.
    private static void RemoveWithHeading(IElement element, int most)
    {
        if (element.Parent is null || Length(element) > most)
            return;
        if (element.PreviousElementSibling is { } before && IsCaption(before))
            before.Remove();
        element.Remove();
    }

    private static bool IsCaption(IElement element) =>
        element.LocalName is "h2" or "h3" or "h4" or "h5" or "h6" || (element.LocalName is "p" or "div" && Length(element) <= 12 && !Article.HasSentence(element.TextContent));
}
