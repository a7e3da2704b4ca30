using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>
/// Cuts reported content into claims: its sentences, and inside a sentence the enumerated points (一是…；二是…). The
/// claims together are the content.
/// </summary>
internal static class Claims
{
    private static readonly WordList Enumerators = WordList.Load("Segmentation/Data/enumerators.txt");

    /// <summary>The claims of <paramref name="text"/> from UTF-16 offset <paramref name="contentStart"/> on, in UTF-16 units.</summary>
    public static IReadOnlyList<TextSpan> Of(string text, int contentStart)
    {
        var claims = new List<TextSpan>();
        var content = text[contentStart..];
        foreach (var sentence in Sentences.Of(content))
        {
            foreach (var point in Points(content, sentence))
                Add(claims, content, point, contentStart);
        }

        return claims;
    }

    private static IEnumerable<TextSpan> Points(string content, TextSpan sentence)
    {
        var start = sentence.Start;
        for (var i = sentence.Start + 1; i < sentence.End; i++)
        {
            if (content[i - 1] is not ('；' or ';' or '，' or ',') || !BeginsPoint(content, i, isClause: content[i - 1] is '，' or ','))
                continue;
            yield return new TextSpan(start, i);
            start = i;
        }

        yield return new TextSpan(start, sentence.End);
    }

    // After a semicolon any enumerator begins a point; after a comma only the numbered ones from the second on, for
    // "数据层面，一是要…" leads in to its first point and "首先，…，其次" is one breath.
    private static bool BeginsPoint(string content, int at, bool isClause)
    {
        var numbering = Numbering.Read(content.AsSpan(at, Math.Min(12, content.Length - at)));
        if (numbering.Style is NumberStyle.Ordinal or NumberStyle.ArabicBracketed or NumberStyle.ChineseBracketed or NumberStyle.Circled)
            return !isClause || numbering.Value > 1;
        var length = Enumerators.LengthAt(content, at);
        return length > 0 && (!isClause || (content[at] != '一' && content[at + length - 1] == '是'));
    }

    private static void Add(List<TextSpan> claims, string content, TextSpan point, int offset)
    {
        var (start, end) = (point.Start, point.End);
        while (start < end && char.IsWhiteSpace(content[start]))
            start++;
        while (end > start && char.IsWhiteSpace(content[end - 1]))
            end--;
        if (start < end)
            claims.Add(new TextSpan(start + offset, end + offset));
    }
}
