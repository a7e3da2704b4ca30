using System.Text;

namespace KnowledgeBase.Cli;

/// <summary>Lines of cells under each other for a terminal, where a Chinese character is as wide as two letters.</summary>
internal static class TextTable
{
    /// <summary>Writes lines of cells; the first cell begins at the left, the others end at the right of their column.</summary>
    public static void Write(TextWriter output, IReadOnlyList<string[]> lines)
    {
        int[] widths = [.. Enumerable.Range(0, lines.Max(line => line.Length)).Select(column => lines.Max(line => column < line.Length ? WidthOf(line[column]) : 0))];
        foreach (var line in lines)
        {
            var text = new StringBuilder();
            for (var column = 0; column < line.Length; column++)
            {
                var padding = new string(' ', widths[column] - WidthOf(line[column]));
                text.Append("  ").Append(column == 0 ? line[column] + padding : padding + line[column]);
            }

            output.WriteLine(text.ToString().TrimEnd());
        }
    }

    private static int WidthOf(string text) => text.EnumerateRunes().Sum(rune => IsWide(rune.Value) ? 2 : 1);

    // Han, kana, hangul and their punctuation, and the full-width forms (Unicode East Asian Width W and F, by blocks).
    private static bool IsWide(int character) => character
        is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
        or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x20000 and <= 0x3FFFD);
}
