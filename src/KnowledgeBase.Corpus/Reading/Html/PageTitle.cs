using AngleSharp.Html.Dom;

namespace KnowledgeBase.Corpus.Reading.Html;

/// <summary>The title of a web page.</summary>
internal static class PageTitle
{
    /// <summary>
    /// The page's one h1, else what og:title says, else the title element, which often carries the site's name too; null
    /// where there is none.
    /// </summary>
    public static string? Of(IHtmlDocument page)
    {
        var headings = page.QuerySelectorAll("h1").Where(heading => heading.Closest("nav, footer, aside") is null).Select(heading => Squeeze(heading.TextContent)).Where(title => title.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        string?[] candidates = [headings is [var only] ? only : null, page.QuerySelector("meta[property='og:title']")?.GetAttribute("content"), page.Title];
        return candidates.Select(title => Squeeze(title ?? "")).FirstOrDefault(title => title.Length > 0);
    }

    private static string Squeeze(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
