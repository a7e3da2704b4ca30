using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Drafting;

/// <summary>A date as a text prints it.</summary>
/// <param name="Value">2021, 2021-12 or 2021-12-04; of a span of days (12月4-5日) the first.</param>
/// <param name="Length">How many characters it takes.</param>
internal sealed record PrintedDate(string Value, int Length);

/// <summary>Finds dates in folded text: 2021年12月4日, 二〇二一年十二月, 民国110年, 2021.12.04, Dec 4, 2021, 4 December 2021.</summary>
internal static partial class PrintedDates
{
    // Lines are short (EdgeLine); no match comes near this many milliseconds.
    private const int Patience = 10_000;
    private const string Digits = "〇一二三四五六七八九";
    private const string Months = "janfebmaraprmayjunjulaugsepoctnovdec";

    /// <summary>The dates of a line, the most exact readings first where they overlap.</summary>
    public static IEnumerable<PrintedDate> In(string folded)
    {
        foreach (var pattern in (Regex[])[Chinese(), ChineseNumerals(), Numeric(), MonthFirst(), DayFirst(), MonthAndYear()])
        {
            foreach (Match match in pattern.Matches(folded))
            {
                if (ValueOf(match) is { } value)
                    yield return new PrintedDate(value, match.Length);
            }
        }
    }

    private static string? ValueOf(Match match)
    {
        var year = NumberOf(match.Groups["y"].Value) + (match.Groups["roc"].Success ? 1911 : 0);
        var (month, day) = (MonthOf(match.Groups["m"].Value), NumberOf(match.Groups["d"].Value));
        var value = month == 0 ? $"{year}" : day == 0 ? string.Create(CultureInfo.InvariantCulture, $"{year}-{month:00}") : string.Create(CultureInfo.InvariantCulture, $"{year}-{month:00}-{day:00}");
        return year is >= 1900 and <= 2100 && IsoDate.IsValid(value) ? value : null;
    }

    private static int MonthOf(string text) =>
        text.Length >= 3 && Months.IndexOf(text[..3], StringComparison.Ordinal) is >= 0 and var at ? (at / 3) + 1 : NumberOf(text);

    // 12, 十二, 二十, 二十一, 二〇二一; 0 where there is nothing.
    private static int NumberOf(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        var (sum, last) = (0, 0);
        foreach (var c in text)
        {
            if (c == '十')
                (sum, last) = ((last == 0 ? 1 : last) * 10, 0);
            else
                last = (last * 10) + Math.Max(0, Digits.IndexOf(c is '零' or '○' ? '〇' : c, StringComparison.Ordinal));
        }

        return sum + last;
    }

    [GeneratedRegex(@"(?:(?<roc>民国)\s*(?<y>\d{2,3})|(?<!\d)(?<y>\d{4}))\s*年(?:\s*(?<m>\d{1,2})\s*月(?:\s*(?<d>\d{1,2})\s*(?:[-–—~至到]\s*(?:\d{1,2}\s*月\s*)?\d{1,2}\s*)?日)?)?", RegexOptions.None, Patience)]
    private static partial Regex Chinese();

    [GeneratedRegex("(?<y>[〇零○一二三四五六七八九]{4})年(?:(?<m>[一二三四五六七八九十]{1,3})月(?:(?<d>[一二三四五六七八九十]{1,3})日)?)?", RegexOptions.None, Patience)]
    private static partial Regex ChineseNumerals();

    [GeneratedRegex(@"(?<![\d./-])(?<y>\d{4})(?<s>[-./])(?<m>\d{1,2})(?:\k<s>(?<d>\d{1,2}))?(?![\d/-])", RegexOptions.None, Patience)]
    private static partial Regex Numeric();

    [GeneratedRegex(@"\b(?<m>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?<d>\d{1,2})(?:st|nd|rd|th)?(?:\s*[-–—]\s*\d{1,2})?,?\s+(?<y>\d{4})\b", RegexOptions.None, Patience)]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"\b(?<d>\d{1,2})(?:st|nd|rd|th)?(?:\s*[-–—]\s*\d{1,2})?\s+(?<m>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+(?<y>\d{4})\b", RegexOptions.None, Patience)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"\b(?<m>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+(?<y>\d{4})\b", RegexOptions.None, Patience)]
    private static partial Regex MonthAndYear();
}
