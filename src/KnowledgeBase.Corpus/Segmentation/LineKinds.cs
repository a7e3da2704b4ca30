using KnowledgeBase.Corpus.Reading;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>Tells headings, contents, roster lines, page furniture and prose apart, line by line.</summary>
internal static class LineKinds
{
    private const string RuleMarks = "-*_=—–－ 　·•～~※◆◇■□●○☆★＊▪▲△（）()【】";
    private const int ShortestRule = 3;

    /// <summary>What a line is by its section and form.</summary>
    public static PassageKind Of(OutlinedBlock line)
    {
        var text = line.Block.Text.Text;
        if (line.IsHeading)
            return PassageKind.Heading;
        if (line.Block.Mark is { } mark)
            return mark.IsAlone ? PassageKind.Label : PassageKind.Prose;
        if (line.Block.Kind == BlockKind.Markup || IsPageNumber(text) || IsRule(text))
            return PassageKind.Furniture;
        if (line.Section?.Role == SectionRole.Contents || IsLineOfContents(text))
            return PassageKind.Contents;
        return line.Section?.Role == SectionRole.Roster ? PassageKind.Roster : PassageKind.Prose;
    }

    /// <summary>Whether a line parts what is above from what is below: ————————, * * *, ※※※, — END —, （全文完）.</summary>
    public static bool IsRule(string text)
    {
        var bare = text.AsSpan().Trim(RuleMarks);
        return bare.IsEmpty ? text.Length >= ShortestRule : bare.Length < text.Length && bare.Trim() is "END" or "End" or "THE END" or "完" or "全文完";
    }

    // "12", "- 12 -", "— 3 —", "第 12 页", "Page 3 of 10"
    private static bool IsPageNumber(string text)
    {
        if (text.Length is 0 or > 20 || !text.Any(char.IsAsciiDigit))
            return false;
        var bare = text.Trim(' ', '-', '—', '－', '·', '|');
        if (bare.All(char.IsAsciiDigit))
            return bare.Length <= 4;
        return (bare.StartsWith('第') && bare.EndsWith('页')) || bare.StartsWith("page ", StringComparison.OrdinalIgnoreCase);
    }

    // "一、论坛介绍→3" with a tab, "（一）开幕式讲话........9" with a leader.
    private static bool IsLineOfContents(string text)
    {
        var end = text.AsSpan().TrimEnd("0123456789");
        if (end.Length == text.Length || end.IsEmpty)
            return false;
        return end[^1] == '\t' || end.EndsWith("....", StringComparison.Ordinal) || end.EndsWith("……", StringComparison.Ordinal)
            || end.EndsWith("··", StringComparison.Ordinal);
    }
}
