using KnowledgeBase.Corpus.Text;
using UglyToad.PdfPig.Content;

namespace KnowledgeBase.Corpus.Reading.Pdf;

/// <summary>Gathers the letters of a page into stretches: by base line, and from left to right as far as no wide gap comes.</summary>
internal static class PageLines
{
    private const double SameLine = 0.45;
    private const double WideGap = 1.6;
    private const double WordGap = 0.18;
    private static readonly Dictionary<string, string> Glyphs = DataFile.Rows("Reading/Data/glyphs.tsv", 2).ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal);
    private static readonly string[] BoldNames = ["Bold", "Black", "Heavy", "SimHei", "STHeiti", "黑体"];

    /// <summary>The stretches of a page, from top to bottom.</summary>
    public static IReadOnlyList<Fragment> Of(PrintedPage page)
    {
        var fragments = new List<Fragment>();
        // Slanted letters are watermarks and labels of figures.
        var letters = page.Letters.Where(letter => letter.TextOrientation == TextOrientation.Horizontal && letter.PointSize > 1).OrderByDescending(letter => letter.StartBaseLine.Y).ToList();
        for (var i = 0; i < letters.Count;)
        {
            var row = new List<Letter>();
            for (var y = letters[i].StartBaseLine.Y; i < letters.Count && y - letters[i].StartBaseLine.Y <= SameLine * letters[i].PointSize; i++)
                row.Add(letters[i]);
            Split([.. row.OrderBy(letter => letter.StartBaseLine.X)], page.Number, fragments);
        }

        return fragments;
    }

    private static void Split(IReadOnlyList<Letter> row, int page, List<Fragment> fragments)
    {
        var run = new List<Letter>();
        foreach (var letter in row.Where(letter => !string.IsNullOrWhiteSpace(letter.Value)))
        {
            if (run.Count > 0 && IsPrintedTwice(run[^1], letter))
                continue;
            if (run.Count > 0 && Gap(run[^1], letter) > WideGap * Math.Max(letter.PointSize, run[^1].PointSize))
            {
                fragments.Add(Make(run, row, page));
                run = [];
            }

            run.Add(letter);
        }

        if (run.Count > 0)
            fragments.Add(Make(run, row, page));
    }

    // Bold type is sometimes made by printing a letter over itself.
    private static bool IsPrintedTwice(Letter last, Letter next) =>
        last.Value == next.Value && Math.Abs(last.StartBaseLine.X - next.StartBaseLine.X) < 0.2 * next.PointSize && Math.Abs(last.StartBaseLine.Y - next.StartBaseLine.Y) < 0.2 * next.PointSize;

    private static double Gap(Letter last, Letter next) => next.StartBaseLine.X - last.EndBaseLine.X;

    private static Fragment Make(List<Letter> run, IReadOnlyList<Letter> row, int page)
    {
        var words = new RichText();
        Letter? last = null;
        var blanks = row.Where(letter => string.IsNullOrWhiteSpace(letter.Value)).Select(letter => letter.StartBaseLine.X).ToArray();
        foreach (var letter in run)
        {
            if (last is not null && IsApart(last, letter, blanks))
                words.Append(" ", page: page);
            words.Append(Glyphs.GetValueOrDefault(letter.Value, letter.Value), IsBold(letter), page);
            last = letter;
        }

        var sizes = run.GroupBy(letter => Math.Round(letter.PointSize, 1)).MaxBy(group => group.Count())!;
        return new Fragment { Words = words, Left = run[0].StartBaseLine.X, Right = run[^1].EndBaseLine.X, Y = sizes.First().StartBaseLine.Y, Size = sizes.Key };
    }

    // Chinese next to Latin has a small gap that is no space; a space that is printed counts where it is seen.
    private static bool IsApart(Letter last, Letter next, double[] blanks)
    {
        var gap = Gap(last, next);
        var size = Math.Min(last.PointSize, next.PointSize);
        if (gap > WordGap * size && blanks.Any(x => x >= last.StartBaseLine.X + (0.1 * size) && x < next.StartBaseLine.X))
            return true;
        return gap > (RichText.IsChinese(last.Value[^1]) || RichText.IsChinese(next.Value[0]) ? 0.7 : WordGap) * size;
    }

    private static bool IsBold(Letter letter) => letter.FontDetails.IsBold || BoldNames.Any(name => letter.FontName?.Contains(name, StringComparison.OrdinalIgnoreCase) == true);
}
