using System.Globalization;

namespace KnowledgeBase.Corpus.Text;

/// <summary>Dates as exact as they are known: 2021, 2021-12, 2021-12-04.</summary>
internal static class IsoDate
{
    /// <summary>The end of the sentence that says what is wrong with a date.</summary>
    public const string Expected = "is no date: write 2021, 2021-12 or 2021-12-04";

    private static readonly string[] Forms = ["yyyy", "yyyy-MM", "yyyy-MM-dd"];

    /// <summary>Whether the text is a date of the calendar in one of the three forms.</summary>
    public static bool IsValid(string text) => DateOnly.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
