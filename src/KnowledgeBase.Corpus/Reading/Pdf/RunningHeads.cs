using System.Globalization;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Corpus.Reading.Pdf;

/// <summary>Takes off what is printed at the top or bottom of most pages: running heads and page numbers.</summary>
internal static partial class RunningHeads
{
    private const int EdgeLines = 2;

    /// <summary>The lines of each page without them.</summary>
    public static IReadOnlyList<IReadOnlyList<PrintedLine>> Remove(IReadOnlyList<IReadOnlyList<PrintedLine>> pages)
    {
        var full = pages.Where(page => page.Count > 0).ToList();
        if (full.Count < 2)
            return pages;
        var counts = full.SelectMany(page => Edges(page).Select(KeyOf).Distinct(StringComparer.Ordinal)).GroupBy(key => key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        // Left and right pages may have heads of their own: each is on every other page.
        var enough = Math.Max(2, full.Count * 2 / 5);
        return [.. pages.Select(page => Strip(page, line => counts.GetValueOrDefault(KeyOf(line)) >= enough))];
    }

    private static IReadOnlyList<PrintedLine> Strip(IReadOnlyList<PrintedLine> page, Func<PrintedLine, bool> isHead)
    {
        var heads = Edges(page).Where(isHead).ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. page.Where(line => !heads.Contains(line))];
    }

    // The two highest and the two lowest lines, wherever they stand in the order of reading.
    private static IEnumerable<PrintedLine> Edges(IReadOnlyList<PrintedLine> page)
    {
        var byHeight = page.OrderByDescending(line => line.Y).ToList();
        return byHeight.Take(EdgeLines).Concat(byHeight.Skip(Math.Max(EdgeLines, byHeight.Count - EdgeLines)));
    }

    // "第 3 页 共 12 页", "- 3 -", "iv": the same on every page but for the number. A title is larger than the head that
    // repeats it.
    private static string KeyOf(PrintedLine line)
    {
        var words = string.Concat(line.Words.Text.Where(c => !char.IsWhiteSpace(c)));
        return string.Create(CultureInfo.InvariantCulture, $"{Number().Replace(words, "#")} {line.Size:0}");
    }

    [GeneratedRegex("[0-9]+|^[ivxlc]+$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
