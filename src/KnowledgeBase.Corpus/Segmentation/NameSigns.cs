using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>What shows in running text that a name stands there, though no title is in front of it. Lengths and spans are UTF-16 units.</summary>
internal static class NameSigns
{
    private const int LongestRemark = 40;
    private static readonly WordList Address = WordList.Load("Segmentation/Data/address.txt");

    // 来自汉莎市立档案馆的|莫妮卡·施特恩|因航班延误: a name with a dot is one wherever it stands.
    public static TextSpan DottedName(string folded, int dot)
    {
        var start = dot;
        while (start > 0 && dot - start < 8 && NameShapes.IsTransliterating(folded[start - 1]))
            start--;
        return start < dot && NameShapes.TransliterationAt(folded, start) is > 0 and var length ? new TextSpan(start, start + length) : default;
    }

    // 北岭大学|何守义|教授则对…
    public static int TitleBehind(string folded, int at)
    {
        if (!Surnames.BeginsOne(folded[at]) || !OrganisationNames.EndsIn(folded.AsSpan(Math.Max(0, at - 8), Math.Min(8, at))))
            return 0;
        for (var length = 2; length <= 4 && at + length < folded.Length; length++)
        {
            if (NameShapes.IsChineseName(folded.AsSpan(at, length)) && Address.LengthAt(folded, at + length) > 1)
                return length;
        }

        return 0;
    }

    // 委員會的|夏里遜|（Paul Harrison）
    public static int BesideLatin(Passage passage, int bracket)
    {
        if (Cast.LatinNameAt(passage.Text.Text, bracket + 1) is null)
            return 0;
        var start = bracket;
        while (start > 0 && bracket - start < 8 && NameShapes.IsTransliterating(passage.Folded[start - 1]))
            start--;
        return bracket - start is >= 2 and <= 6 and var length && (start == 0 || !Han.Is(passage.Folded[start - 1]) || passage.Folded[start - 1] is '的' or '由' || Roles.LengthBefore(passage.Folded, start) > 0) ? length : 0;
    }

    // 住在七楼的|侯德顺|(大家都叫他老侯)
    public static int Nicknamed(string folded, int bracket)
    {
        var close = folded.IndexOf(')', bracket, Math.Min(LongestRemark, folded.Length - bracket));
        for (var length = 2; length <= 3 && length <= bracket && close > bracket; length++)
        {
            var name = folded.AsSpan(bracket - length, length);
            if (Surnames.LengthIn(name) == 1 && NameShapes.IsChineseName(name) && (bracket == length || Introductions.BeginsClause(folded, bracket - length) || folded[bracket - length - 1] == '、')
                && folded.AsSpan(bracket, close - bracket) is var inside && (inside.IndexOf("老" + name[0]) >= 0 || inside.IndexOf("小" + name[0]) >= 0))
                return length;
        }

        return 0;
    }
}
