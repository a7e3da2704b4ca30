namespace KnowledgeBase.Search.Analysis;

/// <summary>
/// Finds numbers, dates and letter strings, which no dictionary lists: 一百二十, 3.5亿, 1998年, 12月, covid-19. Text is
/// folded. The words are those that the pair counts know: "1998年" is a time, "20|年" a number and a measure.
/// </summary>
internal static class Atoms
{
    private const string Digits = "〇零一二三四五六七八九";

    // Zero as a circle: 二○○一年.
    private const char Circle = '○';

    // A few, some, two: numbers only before a multiplier, as in 几十, 数百, 两千.
    private const string Indefinite = "几数两";
    private const string Multipliers = "十百千万亿";
    private static readonly Kind[] Kinds = KindsOfCharacters();

    [Flags]
    private enum Kind : byte
    {
        None = 0,
        Letter = 1,
        Digit = 2,
        Multiplier = 4,
    }

    /// <summary>The longest atom that begins at <paramref name="at"/>: its end and class; end = at where none does.</summary>
    public static (int End, WordClass Class) At(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        if (IsLetterOrDigit(c))
            return LettersAt(text, at);
        if (Indefinite.Contains(c, StringComparison.Ordinal) && at + 1 < text.Length && IsMultiplier(text[at + 1]))
            return (RunOfNumerals(text, at + 1), WordClass.Number);
        if (!IsNumeral(c) && c != '第')
            return (at, WordClass.Other);
        return ChineseAt(text, at);
    }

    /// <summary>Whether a character can be a part of a letter string.</summary>
    public static bool IsLetterOrDigit(char c) => (Kinds[c] & Kind.Letter) != Kind.None;

    /// <summary>Whether a character is a Chinese numeral.</summary>
    public static bool IsNumeral(char c) => (Kinds[c] & (Kind.Digit | Kind.Multiplier)) != Kind.None;

    private static bool IsDigit(char c) => (Kinds[c] & Kind.Digit) != Kind.None;

    private static bool IsMultiplier(char c) => (Kinds[c] & Kind.Multiplier) != Kind.None;

    private static Kind[] KindsOfCharacters()
    {
        var kinds = new Kind[char.MaxValue + 1];
        for (var c = '\0'; c < '\u2E80'; c++)
            kinds[c] = char.IsLetterOrDigit(c) ? Kind.Letter : Kind.None;
        foreach (var c in Digits)
            kinds[c] = Kind.Digit;
        kinds[Circle] = Kind.Digit;
        foreach (var c in Multipliers)
            kinds[c] = Kind.Multiplier;
        return kinds;
    }

    private static (int End, WordClass Class) LettersAt(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        var digits = true;
        while (end < text.Length && (IsLetterOrDigit(text[end]) || JoinsLetters(text, end)))
        {
            digits &= char.IsAsciiDigit(text[end]) || text[end] is '.' or ',';
            end++;
        }

        if (!digits)
            return (end, WordClass.Letters);
        if (end < text.Length && text[end] == '%')
            return (end + 1, WordClass.Number);
        if (TimeUnit(text, at, end) is > 0 and var unit)
            return (end + unit, WordClass.Time);
        while (end < text.Length && IsMultiplier(text[end]))
            end++;
        return (end, WordClass.Number);
    }

    // covid-19, 3.5, 1,000, at&t
    private static bool JoinsLetters(ReadOnlySpan<char> text, int at) =>
        text[at] is '-' or '.' or ',' or '&' or '\'' or '_' && at > 0 && at + 1 < text.Length && IsLetterOrDigit(text[at - 1]) && IsLetterOrDigit(text[at + 1])
        && (text[at] != ',' || (char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1])));

    private static (int End, WordClass Class) ChineseAt(ReadOnlySpan<char> text, int at)
    {
        var start = text[at] == '第' ? at + 1 : at;
        var end = start;
        while (end < text.Length && (IsNumeral(text[end]) || (char.IsAsciiDigit(text[end]) && start > at)))
            end++;
        if (end == start)
            return (at, WordClass.Other);
        // 百分之二十, 三分之一, 三点五
        if (end + 2 < text.Length && text[end] == '分' && text[end + 1] == '之' && (IsNumeral(text[end + 2]) || char.IsAsciiDigit(text[end + 2])))
            return (WithDecimals(text, RunOfNumerals(text, end + 2)), WordClass.Number);
        if (WithDecimals(text, end) is var decimals && decimals > end)
            return (decimals, WordClass.Number);
        if (start == at && TimeUnit(text, at, end) is > 0 and var unit)
            return (end + unit, WordClass.Time);
        return end - at >= 2 ? (end, WordClass.Number) : (at, WordClass.Other);
    }

    // 二十三|点五, but 三|点|五十|分
    private static int WithDecimals(ReadOnlySpan<char> text, int end)
    {
        if (end + 1 >= text.Length || text[end] != '点' || !IsDigit(text[end + 1]))
            return end;
        var decimals = RunOfNumerals(text, end + 1);
        return decimals < text.Length && text[decimals] is '分' or '刻' ? end : decimals;
    }

    private static int RunOfNumerals(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && (IsNumeral(text[at]) || char.IsAsciiDigit(text[at]) || (text[at] == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))))
            at++;
        return at;
    }

    // How many characters behind a number make it a date: 1998|年, 12|月份, 31|日, 8|时. "20年" is a length of time.
    private static int TimeUnit(ReadOnlySpan<char> text, int start, int end)
    {
        if (end >= text.Length)
            return 0;
        var number = text[start..end];
        switch (text[end])
        {
            case '年':
                return IsPlain(number) && (number.Length == 4 || (number.Length == 2 && number[0] is '9' or '九')) && !text[end..].StartsWith("年代") ? 1 : 0;
            case '月':
                return Value(number) is >= 1 and <= 12 ? (text[end..].StartsWith("月份") ? 2 : 1) : 0;
            case '日' or '号':
                return text[end] == '日' && Value(number) is >= 1 and <= 31 ? 1 : 0;
            case '时':
                return char.IsAsciiDigit(number[0]) && Value(number) is >= 0 and <= 24 ? 1 : 0;
            default:
                return 0;
        }
    }

    private static bool IsPlain(ReadOnlySpan<char> number)
    {
        foreach (var c in number)
        {
            if (!char.IsAsciiDigit(c) && !IsDigit(c))
                return false;
        }

        return true;
    }

    // 0 to 99, Arabic or Chinese; -1 for anything else.
    private static int Value(ReadOnlySpan<char> number)
    {
        var value = 0;
        foreach (var c in number)
        {
            var digit = char.IsAsciiDigit(c) ? c - '0' : Digits.IndexOf(c, StringComparison.Ordinal) - 1;
            if (c == '十')
                value = value == 0 ? 10 : value * 10;
            else if (digit < 0 || number.Length > 3)
                return -1;
            else if (char.IsAsciiDigit(c))
                value = (value * 10) + digit;
            else
                value += digit;
        }

        return value > 99 ? -1 : value;
    }
}
