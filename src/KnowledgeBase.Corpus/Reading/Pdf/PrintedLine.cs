namespace KnowledgeBase.Corpus.Reading.Pdf;

/// <summary>A stretch of letters on one line of a page without a wide gap in it. Lengths are points; y grows upwards.</summary>
internal sealed record Fragment
{
    public required RichText Words { get; init; }

    public required double Left { get; init; }

    public required double Right { get; init; }

    /// <summary>The base line.</summary>
    public required double Y { get; init; }

    /// <summary>The size of most of its letters.</summary>
    public required double Size { get; init; }
}

/// <summary>A line of a column, or a row of a table's cells.</summary>
/// <param name="Page">The page, from 1.</param>
/// <param name="Column">0 for what goes across a page, 1 and 2 for its columns.</param>
/// <param name="Cells">The stretches on it, from left to right.</param>
internal sealed record PrintedLine(int Page, int Column, IReadOnlyList<Fragment> Cells)
{
    public double Left => Cells[0].Left;

    public double Right => Cells[^1].Right;

    public double Y => Cells[0].Y;

    public double Size => Cells.Max(cell => cell.Size);

    /// <summary>The words of all cells.</summary>
    public RichText Words
    {
        get
        {
            var words = new RichText();
            foreach (var cell in Cells)
            {
                if (!words.IsEmpty)
                    words.Append(" ", page: Page);
                words.Append(cell.Words);
            }

            return words;
        }
    }
}
