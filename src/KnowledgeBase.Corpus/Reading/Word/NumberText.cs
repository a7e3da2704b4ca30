using System.Globalization;
using System.Text;

namespace KnowledgeBase.Corpus.Reading.Word;

/// <summary>Writes numbers in the forms of Office Open XML's lists.</summary>
internal static class NumberText
{
    private const string Digits = "〇一二三四五六七八九";
    private static readonly (int Value, string Text)[] Roman = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];

    /// <summary>A number as a format writes it; in Arabic digits where the format is not known, or does not go so far.</summary>
    public static string Of(int number, string format) => format switch
    {
        _ when number < 1 => number.ToString(CultureInfo.InvariantCulture),
        "chineseCounting" or "chineseCountingThousand" or "japaneseCounting" or "taiwaneseCounting" or "taiwaneseCountingThousand" or "ideographDigital" or "taiwaneseDigital" or "japaneseDigitalTenThousand" => Chinese(number),
        "ideographTraditional" when number <= 10 => "甲乙丙丁戊己庚辛壬癸"[number - 1].ToString(),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" when number <= 20 => ((char)('①' + number - 1)).ToString(),
        "upperRoman" when number < 4000 => RomanOf(number),
        "lowerRoman" when number < 4000 => RomanOf(number).ToLowerInvariant(),
        "upperLetter" when number <= 26 => ((char)('A' + number - 1)).ToString(),
        "lowerLetter" when number <= 26 => ((char)('a' + number - 1)).ToString(),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    // 1 to 99 as lists count: 十, 十二, 二十; beyond that digit by digit.
    private static string Chinese(int number)
    {
        if (number >= 100)
            return string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => Digits[digit - '0']));
        var (tens, ones) = (number / 10, number % 10);
        return (tens > 1 ? Digits[tens].ToString() : "") + (tens > 0 ? "十" : "") + (ones > 0 ? Digits[ones].ToString() : "");
    }

    private static string RomanOf(int number)
    {
        var text = new StringBuilder();
        foreach (var (value, letters) in Roman)
        {
            for (; number >= value; number -= value)
                text.Append(letters);
        }

        return text.ToString();
    }
}
