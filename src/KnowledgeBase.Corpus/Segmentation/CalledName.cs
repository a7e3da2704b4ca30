using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>
/// A name together with what its bearer is called by: 蔡明哲處長, 伍兆棠先生, Rebecca HALLIDAY議員, and with the office between
/// surname and given name, as minutes print it: 蔡處長文欽, 張委員三元.
/// </summary>
/// <param name="Name">The name alone.</param>
/// <param name="Office">What stands with it; "" where nothing does.</param>
internal sealed record CalledName(string Name, string Office)
{
    private const int LongestOffice = 6;

    /// <summary>Reads a printed name; null where it is none.</summary>
    public static CalledName? Read(string printed)
    {
        var text = NameLine.Trimmed(printed);
        var folded = Folding.Fold(text);
        if (Behind(text, folded) is { } called)
            return called;
        // 王校长 has the form of a name and is none.
        var isSurnameOnly = Surnames.LengthIn(folded) is > 0 and var surname && OfficeLengthBefore(folded, folded.Length) == folded.Length - surname;
        return NameLine.IsName(printed) && !isSurnameOnly ? new CalledName(NameLine.WithoutAlignment(printed), "") : Between(text, folded);
    }

    /// <summary>The length of what one is called by at the end: 處長, 先生, 常務副院長; 0 where nothing is.</summary>
    public static int OfficeLengthBefore(string folded, int end) =>
        Math.Max(LabelLine.Honorifics.LengthBefore(folded, end), Roles.LengthWithModifiersBefore(folded, end));

    private static CalledName? Behind(string text, string folded)
    {
        // 高级副总裁 of 蓝诗雨高级副总裁 is one office; the shorter one may leave a name too (副总裁 | 蓝诗雨高级).
        for (var length = OfficeLengthBefore(folded, folded.Length); length > 0; length--)
        {
            if (OfficeLengthBefore(folded[^length..], length) == length && NameLine.IsName(text[..^length]))
                return new CalledName(NameLine.WithoutAlignment(text[..^length]), text[^length..]);
        }

        return null;
    }

    private static CalledName? Between(string text, string folded)
    {
        var surname = Surnames.LengthIn(folded);
        if (surname == 0 || OfficeLengthBefore(folded, folded.Length) > 0)
            return null;
        for (var length = Math.Min(LongestOffice, folded.Length - surname - 1); length > 1; length--)
        {
            var given = surname + length;
            // 鍾先生來訪 tells of a visit.
            if (Roles.LengthWithModifiersBefore(folded.AsSpan(surname, length), length) == length && NameLine.IsName(text[..surname] + text[given..]))
                return new CalledName(text[..surname] + text[given..], text[surname..given]);
        }

        return null;
    }
}
