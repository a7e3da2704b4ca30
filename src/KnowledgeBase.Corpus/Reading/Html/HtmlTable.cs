using AngleSharp.Dom;

namespace KnowledgeBase.Corpus.Reading.Html;

/// <summary>Tells tables of data from tables that only lay a page out.</summary>
internal static class HtmlTable
{
    /// <summary>The cells of each row; null where the table lays out: it has one column, holds tables, or cells of several paragraphs.</summary>
    public static IReadOnlyList<IReadOnlyList<IElement>>? RowsOf(IElement table)
    {
        if (table.QuerySelector("table, h1, h2, h3, h4") is not null)
            return null;
        List<IReadOnlyList<IElement>> rows = [.. table.QuerySelectorAll("tr").Select(row => row.Children.Where(cell => cell.LocalName is "td" or "th").ToList())];
        var isLayout = rows.All(row => row.Count <= 1) || rows.SelectMany(row => row).Any(cell => cell.QuerySelectorAll("p").Count(p => Article.HasSentence(p.TextContent)) > 1);
        return isLayout ? null : rows;
    }
}
