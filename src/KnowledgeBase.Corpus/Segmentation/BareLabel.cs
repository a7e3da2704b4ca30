using KnowledgeBase.Corpus.Reading;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>
/// Labels without a colon: 【唐鳳】各位好; a line that holds a name and the time of the recording (唐鳳（00:12:05）, 00:12 唐鳳); a
/// line of its own in bold. Only a name that comes back tells a label from a headline.
/// </summary>
internal static class BareLabel
{
    private const int LongestTime = 8;

    /// <summary>Reads a line; null where it has none of these forms.</summary>
    public static LabelLine? Read(Block block)
    {
        var text = block.Text.Text.TrimEnd();
        if (text is ['【', ..] && text.IndexOf('】', StringComparison.Ordinal) is > 1 and var close)
            return Of(block, text[1..close], ContentAfter(block.Text.Text, close + 1), isSure: false);
        if (WithoutTime(text) is { } name)
            return Of(block, name, block.Text.Text.Length, isSure: true);
        return block is { IsBold: true, FollowsBlank: true } ? Of(block, text, block.Text.Text.Length, isSure: false) : null;
    }

    private static LabelLine? Of(Block block, string label, int content, bool isSure) =>
        LabelLine.CanBe(label) && !char.IsAsciiDigit(label[0]) ? new LabelLine(block, label, null, content) { IsSure = isSure } : null;

    private static int ContentAfter(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }

    // 唐鳳（00:12:05）, 唐鳳 12:05, [00:12:05] 唐鳳
    private static string? WithoutTime(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1)
            return null;
        var (start, end) = (colon, colon);
        while (start > 0 && char.IsAsciiDigit(text[start - 1]))
            start--;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == ':'))
            end++;
        var isTime = start < colon && end - start is >= 4 and <= LongestTime && char.IsAsciiDigit(text[end - 1]);
        var (before, after) = (text[..start].Trim(' ', '　', '\t', '（', '(', '['), text[end..].Trim(' ', '　', '\t', '）', ')', ']', '：', ':'));
        return isTime && before.Length == 0 != (after.Length == 0) ? before + after : null;
    }
}
