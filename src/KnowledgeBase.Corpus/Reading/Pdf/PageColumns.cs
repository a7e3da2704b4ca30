namespace KnowledgeBase.Corpus.Reading.Pdf;

/// <summary>
/// Puts the stretches of a page in the order in which they are read: from top to bottom, and where a page is set in two
/// columns, the left one before the right one, between any two lines that go across.
/// </summary>
internal static class PageColumns
{
    private const int FewestLines = 5;

    /// <summary>The lines in order.</summary>
    public static IEnumerable<PrintedLine> Order(IReadOnlyList<Fragment> fragments, int page)
    {
        if (Gutter(fragments) is not { } gutter)
            return Rows(fragments, page, 0);
        var lines = new List<PrintedLine>();
        var (left, right) = (new List<Fragment>(), new List<Fragment>());
        foreach (var fragment in fragments)
        {
            if (fragment.Left < gutter && fragment.Right > gutter)
            {
                Flush();
                lines.AddRange(Rows([fragment], page, 0));
            }
            else
            {
                (fragment.Right <= gutter ? left : right).Add(fragment);
            }
        }

        Flush();
        return lines;

        void Flush()
        {
            lines.AddRange(Rows(left, page, 1));
            lines.AddRange(Rows(right, page, 2));
            left.Clear();
            right.Clear();
        }
    }

    private static List<PrintedLine> Rows(IReadOnlyList<Fragment> fragments, int page, int column)
    {
        var rows = new List<PrintedLine>();
        for (var i = 0; i < fragments.Count;)
        {
            var row = new List<Fragment>();
            for (var first = fragments[i]; i < fragments.Count && Math.Abs(first.Y - fragments[i].Y) <= 0.45 * first.Size; i++)
                row.Add(fragments[i]);
            rows.Add(new PrintedLine(page, column, [.. row.OrderBy(fragment => fragment.Left)]));
        }

        return rows;
    }

    // Where few stretches cross a line down the page, and most of them fill the space on their side of it.
    private static double? Gutter(IReadOnlyList<Fragment> fragments)
    {
        if (fragments.Count < 2 * FewestLines)
            return null;
        var (from, to) = (fragments.Min(fragment => fragment.Left), fragments.Max(fragment => fragment.Right));
        var best = Enumerable.Range(0, 41).Select(step => from + ((to - from) * (0.3 + (step * 0.01))))
            .GroupBy(x => fragments.Count(fragment => fragment.Left < x && fragment.Right > x))
            .MinBy(group => group.Key)!;
        var gutter = best.ElementAt(best.Count() / 2);
        var left = fragments.Where(fragment => fragment.Right <= gutter).ToList();
        var right = fragments.Where(fragment => fragment.Left >= gutter).ToList();
        var isSet = left.Count >= FewestLines && right.Count >= FewestLines && best.Key * 3 <= left.Count + right.Count
            && Fill(left, gutter - from) && Fill(right, to - gutter);
        return isSet ? gutter : null;
    }

    // The cells of a table fill their columns seldom; most words of a text stand in lines that do.
    private static bool Fill(List<Fragment> side, double width) =>
        side.Where(fragment => fragment.Right - fragment.Left >= 0.7 * width).Sum(fragment => fragment.Words.Text.Length) * 2 >= side.Sum(fragment => fragment.Words.Text.Length);
}
