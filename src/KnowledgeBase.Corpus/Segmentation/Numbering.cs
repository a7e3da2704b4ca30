namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>How a heading or point is numbered; headings numbered alike under one heading are of one rank.</summary>
internal enum NumberStyle
{
    /// <summary>Not numbered.</summary>
    None,

    /// <summary>第一章, 第二部分.</summary>
    Chapter,

    /// <summary>第一节.</summary>
    ChapterSection,

    /// <summary>一、.</summary>
    Chinese,

    /// <summary>（一）.</summary>
    ChineseBracketed,

    /// <summary>1. or 1、.</summary>
    Arabic,

    /// <summary>（1） or 1）.</summary>
    ArabicBracketed,

    /// <summary>1.1, 1.2.3.</summary>
    Decimal,

    /// <summary>①.</summary>
    Circled,

    /// <summary>Ⅱ. or II.</summary>
    Roman,

    /// <summary>第一，  第一是.</summary>
    Ordinal,
}

/// <summary>The number that a heading or point begins with.</summary>
/// <param name="Style">How it is written.</param>
/// <param name="Value">Its value; of 1.2.3 the last part.</param>
/// <param name="Length">UTF-16 units up to the first character of the text proper.</param>
internal readonly record struct Numbering(NumberStyle Style, int Value, int Length)
{
    private const string ChineseDigits = "零一二三四五六七八九";

    /// <summary>Reads the number at the beginning of <paramref name="text"/>; style None where there is none.</summary>
    public static Numbering Read(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return default;

        return text[0] switch
        {
            '第' => ReadOrdinal(text),
            '(' or '（' => ReadBracketed(text),
            >= '①' and <= '⑳' => new Numbering(NumberStyle.Circled, text[0] - '①' + 1, SkipBlank(text, 1)),
            >= 'Ⅰ' and <= 'Ⅻ' => ReadRoman(text),
            'I' or 'V' or 'X' => ReadRoman(text),
            >= '0' and <= '9' => ReadArabic(text),
            _ => ReadChinese(text),
        };
    }

    /// <summary>The value of a Chinese (二十一), Arabic (21) or Roman (Ⅲ, III) numeral at the beginning, and its length; length 0 where there is none.</summary>
    public static (int Value, int Length) ReadNumeral(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return default;
        if (char.IsAsciiDigit(text[0]))
            return Digits(text);
        if (text[0] is >= 'Ⅰ' and <= 'Ⅻ')
            return (text[0] - 'Ⅰ' + 1, 1);
        return text[0] is 'I' or 'V' or 'X' ? RomanLetters(text) : ChineseNumeral(text);
    }

    private static Numbering ReadOrdinal(ReadOnlySpan<char> text)
    {
        var (value, digits) = ReadNumeral(text[1..]);
        var next = 1 + digits;
        if (digits == 0 || next >= text.Length)
            return default;
        return text[next] switch
        {
            '章' or '篇' or '编' => new Numbering(NumberStyle.Chapter, value, SkipBlank(text, next + 1)),
            '部' when next + 1 < text.Length && text[next + 1] == '分' => new Numbering(NumberStyle.Chapter, value, SkipBlank(text, next + 2)),
            '节' => new Numbering(NumberStyle.ChapterSection, value, SkipBlank(text, next + 1)),
            '，' or ',' or '、' or '：' or ':' or '是' => new Numbering(NumberStyle.Ordinal, value, next + 1),
            _ => default,
        };
    }

    private static Numbering ReadBracketed(ReadOnlySpan<char> text)
    {
        var (value, digits) = ReadNumeral(text[1..]);
        if (digits == 0 || digits + 1 >= text.Length || text[digits + 1] is not (')' or '）'))
            return default;
        var style = char.IsAsciiDigit(text[1]) ? NumberStyle.ArabicBracketed : NumberStyle.ChineseBracketed;
        return new Numbering(style, value, SkipBlank(text, digits + 2));
    }

    private static Numbering ReadChinese(ReadOnlySpan<char> text)
    {
        var (value, digits) = ChineseNumeral(text);
        return digits > 0 && digits < text.Length && text[digits] is '、' or '．'
            ? new Numbering(NumberStyle.Chinese, value, SkipBlank(text, digits + 1))
            : default;
    }

    private static Numbering ReadArabic(ReadOnlySpan<char> text)
    {
        var (value, at) = Digits(text);
        if (at > 3 || at >= text.Length)
            return default;
        if (text[at] is ')' or '）')
            return new Numbering(NumberStyle.ArabicBracketed, value, SkipBlank(text, at + 1));
        if (text[at] is not ('.' or '、' or '．'))
            return default;

        var style = NumberStyle.Arabic;
        at++;
        while (at < text.Length && Digits(text[at..]) is { Length: > 0 and <= 2 } part)
        {
            (value, style) = (part.Value, NumberStyle.Decimal);
            at += part.Length;
            if (at < text.Length && text[at] == '.')
                at++;
        }

        // "0.5%" and "2.0 时代" are numbers of the text, "1.1 背景" is a heading's.
        return style == NumberStyle.Decimal && (at >= text.Length || text[at] is not (' ' or '\t' or '　') || text[0] == '0')
            ? default
            : new Numbering(style, value, SkipBlank(text, at));
    }

    private static Numbering ReadRoman(ReadOnlySpan<char> text)
    {
        var (value, digits) = ReadNumeral(text);
        return digits > 0 && digits < text.Length && text[digits] is '.' or '、' or '．'
            ? new Numbering(NumberStyle.Roman, value, SkipBlank(text, digits + 1))
            : default;
    }

    private static (int Value, int Length) Digits(ReadOnlySpan<char> text)
    {
        int value = 0, length = 0;
        while (length < text.Length && length < 6 && char.IsAsciiDigit(text[length]))
            value = (value * 10) + text[length++] - '0';
        return (value, length);
    }

    private static (int Value, int Length) RomanLetters(ReadOnlySpan<char> text)
    {
        int value = 0, length = 0, previous = 0;
        for (; length < text.Length && text[length] is 'I' or 'V' or 'X'; length++)
        {
            var digit = text[length] switch { 'I' => 1, 'V' => 5, _ => 10 };
            value += digit > previous && previous > 0 ? digit - (2 * previous) : digit;
            previous = digit;
        }

        // "IT 行业" and "VR" are words, not numbers.
        return length < text.Length && char.IsLetterOrDigit(text[length]) && text[length] < 0x2E80 ? default : (value, length);
    }

    // 一 … 九十九: forums do not have a hundred sections.
    private static (int Value, int Length) ChineseNumeral(ReadOnlySpan<char> text)
    {
        int value = 0, length = 0;
        for (; length < text.Length && length < 3; length++)
        {
            var digit = ChineseDigits.IndexOf(text[length], StringComparison.Ordinal);
            if (text[length] == '十')
                value = value == 0 ? 10 : value * 10;
            else if (digit > 0 && (length == 0 || value % 10 == 0))
                value += digit;
            else
                break;
        }

        return (value, length);
    }

    private static int SkipBlank(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }
}
