using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>One office of a title: 清华大学|文科资深教授.</summary>
/// <param name="Printed">As printed.</param>
/// <param name="Text">The same without 前, 原, a term (十三届) and remarks in brackets.</param>
/// <param name="OrganisationLength">How much of it names the organisation and its part.</param>
/// <param name="Kind">What its last word says.</param>
/// <param name="IsFormer">Whether the office is a former one: 前, 原, 退役.</param>
/// <param name="Country">The country that a remark in brackets names: 智库主席（斯里兰卡）.</param>
internal sealed record TitlePiece(string Printed, string Text, int OrganisationLength, RoleKind Kind, bool IsFormer, string? Country)
{
    /// <summary>What the person is there.</summary>
    public string Role => Text[OrganisationLength..].Trim();
}

/// <summary>Cuts a title into its offices.</summary>
internal static class TitlePieces
{
    private static readonly string[] FormerWords = ["前任", "前", "原"];
    private static readonly string[] FormerRemarks = ["退役", "已退休", "退休", "离任", "前任", "former", "retired"];

    /// <summary>The offices of a title in order.</summary>
    public static IEnumerable<TitlePiece> Of(string title)
    {
        var folded = Folding.Fold(title);
        foreach (var span in Cuts(folded))
        {
            if (!span.IsEmpty)
                yield return PieceOf(span.Of(title));
        }
    }

    // At 、 and commas outside brackets, where the piece before ends in a role: "科学、技术和创新主管" stays whole; and
    // at 兼 between two roles: 联合创始人|兼总裁.
    private static IEnumerable<TextSpan> Cuts(string folded)
    {
        var start = 0;
        var depth = 0;
        for (var i = 0; i < folded.Length; i++)
        {
            depth += folded[i] is '(' or '《' ? 1 : folded[i] is ')' or '》' ? -1 : 0;
            var isCut = folded[i] is '、' or ',' or '/' or ';' or '；' or '兼' or '暨' or ' ';
            if (depth > 0 || !isCut || i == start || Roles.LengthBefore(folded, i) == 0 || !RoleMayEnd(folded, start, i))
                continue;
            yield return Trim(folded, start, i);
            start = i + 1;
        }

        yield return Trim(folded, start, folded.Length);
    }

    // "首席科学家 CEO": a space parts two offices only where both sides are ones.
    private static bool RoleMayEnd(string folded, int start, int at) =>
        folded[at] != ' ' || (Roles.LengthBefore(folded, folded.Length) > 0 && at - start > 2 && !IsLatinWord(folded, at + 1));

    private static bool IsLatinWord(string folded, int at) => at < folded.Length && char.IsAsciiLetter(folded[at]);

    private static TextSpan Trim(string folded, int start, int end)
    {
        while (start < end && folded[start] is ' ' or '、' or ',' or '兼' or '"')
            start++;
        while (end > start && folded[end - 1] is ' ' or ',' or '"')
            end--;
        return new TextSpan(start, end);
    }

    private static TitlePiece PieceOf(string printed)
    {
        var (text, remark) = WithoutRemark(printed);
        var isFormer = FormerRemarks.Any(word => Folding.Fold(remark).Contains(word, StringComparison.Ordinal));
        foreach (var word in FormerWords.Where(word => text.StartsWith(word, StringComparison.Ordinal)))
        {
            (text, isFormer) = (text[word.Length..], true);
            break;
        }

        text = WithoutTerm(text);
        var folded = Folding.Fold(text);
        var roleStart = folded.Length - Roles.LengthWithModifiersBefore(folded, folded.Length);
        var organisation = OrganisationNames.LengthIn(folded[..roleStart]);
        (text, var wasFormer) = WithoutFormer(text, organisation);
        var country = remark.Length > 0 ? OrganisationNames.CountryOf(Folding.Fold(remark)) : null;
        return new TitlePiece(printed, text, organisation, KindOf(folded, roleStart), isFormer || wasFormer, country);
    }

    // 首席科学家 is an office, 科学家 a trade.
    private static RoleKind KindOf(string folded, int roleStart) =>
        folded.AsSpan(roleStart).StartsWith("首席", StringComparison.Ordinal) ? RoleKind.Post : Roles.Of(folded).Kind;

    // 十三届|全国政协副主席
    private static string WithoutTerm(string text)
    {
        var from = text.StartsWith('第') ? 1 : 0;
        var digits = Numbering.ReadNumeral(text.AsSpan(from)).Length;
        return digits > 0 && text.AsSpan(from + digits).StartsWith("届", StringComparison.Ordinal) ? text[(from + digits + 1)..] : text;
    }

    // 国际人工智能协会|前主席, 联合国秘书长办公室|前 AI 主任
    private static (string Text, bool IsFormer) WithoutFormer(string text, int organisation)
    {
        var role = text[organisation..].TrimStart();
        foreach (var word in FormerWords)
        {
            if (role.StartsWith(word, StringComparison.Ordinal))
                return (text[..organisation] + role[word.Length..].TrimStart(), true);
        }

        return (text, false);
    }

    // "…第 57 任中校（退役）" → the remark 退役. 微软（中国）CTO keeps its brackets: they stand inside.
    private static (string Text, string Remark) WithoutRemark(string text)
    {
        var folded = Folding.Fold(text);
        var open = folded.LastIndexOf('(');
        return open > 0 && folded.EndsWith(')') ? (text[..open].TrimEnd(), text[(open + 1)..^1]) : (text, "");
    }
}
