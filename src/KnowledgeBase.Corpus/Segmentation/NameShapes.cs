using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>
/// Recognises names that nothing but their form tells: a surname and one or two characters (薛澜, 欧阳修), or a
/// transliteration with middle dots (温德尔·瓦拉赫). All text here is folded.
/// </summary>
internal static class NameShapes
{
    private const int LongestPart = 8;
    private const int LongestBySound = 6;
    private static readonly HashSet<char> Transliterating = [.. DataFile.Lines("Segmentation/Data/transliteration.txt").SelectMany(line => line)];

    private static readonly WordList Sounds = WordList.Load("Segmentation/Data/names-by-sound.txt");
    private static readonly WordList JapaneseSurnames = WordList.Load("Segmentation/Data/surnames-ja.txt");

    // Characters that no given name has: they show that a "surname" begins a word (方面, 任何, 时有), or that an adverb follows the name (卓玛|则).
    private const string NeverInGivenNames = "的了是在或及从把被将而且但并也就都很没这那哪此我你他她它们者个些各每怎么吗呢吧啊有面认表指调何则还又却仍";

    // 卫福部, 海委会: offices whose first character is a surname.
    private static readonly WordList OfficeEndings = new(["部", "局", "署", "厅", "委会", "发会", "能会", "传会", "民会", "管会"]);

    private static readonly WordList NeverNames = WordList.Load("Segmentation/Data/never-names.txt");

    /// <summary>The start of the name that ends at <paramref name="end"/>, or -1.</summary>
    public static int StartOf(ReadOnlySpan<char> folded, int end)
    {
        // 艾瑞克·林德曼|则: the adverb is no part of the name.
        var foreign = end > 0 && !Transliterating.Contains(folded[end - 1]) && Cues.IsAdverbBefore(folded, end) ? -1 : TransliterationBefore(folded, end);
        return foreign >= 0 ? foreign : ChineseNameBefore(folded, end);
    }

    /// <summary>Whether a dot between the parts of a name stands at <paramref name="at"/>; a full stop between two characters is one: 艾瑞克．林德曼.</summary>
    public static bool IsDot(ReadOnlySpan<char> folded, int at) =>
        folded[at] == '·' || (folded[at] == '.' && at > 0 && at + 1 < folded.Length && Han.Is(folded[at - 1]) && Han.Is(folded[at + 1]));

    /// <summary>Whether the whole of <paramref name="folded"/> has the form of a person's name.</summary>
    public static bool IsName(ReadOnlySpan<char> folded) =>
        folded.Length is >= 2 and <= 40 && (IsChineseName(folded) || IsTransliteration(folded) || IsLatinName(folded));

    // 副所长|苏珊·阿西: the first part begins where the title ends. Without a title, where the characters stop being
    // those that names are written with: 来自英国的|约翰·史密斯.
    private static int TransliterationBefore(ReadOnlySpan<char> folded, int end)
    {
        var start = end;
        var firstDot = -1;
        while (start > 0 && (Han.Is(folded[start - 1]) || folded[start - 1] == '-' || IsDot(folded, start - 1)) && end - start < 40)
        {
            start--;
            if (IsDot(folded, start))
                firstDot = start;
            else if (firstDot >= 0 && firstDot - start >= LongestPart)
                break;
        }

        // 瑪雅芙·達利|則從部落經驗出發 is longer than a name.
        if (firstDot < 0 || firstDot == end - 1 || end - 1 - folded[..end].LastIndexOf(folded[firstDot]) > LongestPart)
            return -1;

        var byCharacters = -1;
        for (var at = firstDot - 1; at >= start; at--)
        {
            // 阿依努尔·卡德尔|却给出: what stands behind the name is no part of it.
            if (TransliterationAt(folded[..end], at) is > 0 and var written && at + written < end && at + written > firstDot)
                return -1;
            if (Roles.LengthBefore(folded, at) > 0 || (at > 0 && folded[at - 1] is ')' or ' ' or '"'))
                return at;
            if (byCharacters < 0 && !Transliterating.Contains(folded[at]) && folded[at] != '-')
                byCharacters = at + 1;
        }

        return byCharacters > 0 && byCharacters < firstDot ? byCharacters : start == 0 && byCharacters < 0 ? 0 : -1;
    }

    // Only behind a title, for two characters alone prove nothing: 教授|曾毅, 主任|李小明.
    private static int ChineseNameBefore(ReadOnlySpan<char> folded, int end)
    {
        for (var length = 2; length <= LongestBySound && length <= end; length++)
        {
            var start = end - length;
            if (!IsWordAt(folded, start) && Roles.LengthBefore(folded, start) > 0 && IsChineseName(folded[start..end]))
                return start;
        }

        return -1;
    }

    /// <summary>Whether foreign names are written with this character.</summary>
    public static bool IsTransliterating(char c) => Transliterating.Contains(c);

    /// <summary>
    /// The length of the foreign name with dots at <paramref name="at"/>, as far as the characters are those that such names
    /// are written with: 伊格纳西奥·费雷拉|认同; 0 where a part would be shorter than two characters, for then one of them is not on the list.
    /// </summary>
    public static int TransliterationAt(ReadOnlySpan<char> folded, int at)
    {
        var (end, part, dots) = (at, 0, 0);
        for (; end < folded.Length && end - at < 24; end++)
        {
            if (Sounds.LengthAt(folded, end) is > 1 and var sound)
                (part, end) = (part + sound, end + sound - 1);
            else if (Transliterating.Contains(folded[end]) || folded[end] == '-')
                part++;
            else if (end > at && part > 0 && end + 1 < folded.Length && IsDot(folded, end))
                (part, dots) = (0, dots + 1);
            else
                break;
        }

        // 莫妮卡·施特恩|因航班延误
        if (part > 3 && folded[end - 1] is '因' or '于' or '尤')
            end--;
        return dots > 0 && part > 1 ? end - at : 0;
    }

    /// <summary>The length of the name at <paramref name="at"/> that its sound shows, without a surname (扎西顿珠, 巴特尔); 0 where none is.</summary>
    public static int LengthBySound(ReadOnlySpan<char> folded, int at)
    {
        var first = Sounds.LengthAt(folded, at);
        for (var length = first == 0 ? 0 : Math.Min(LongestBySound, folded.Length - at); length > 1; length--)
        {
            if (IsBySound(folded.Slice(at, length)))
                return length;
        }

        return 0;
    }

    // 巴图|其其格, 拉姆|措: at least one part that such names are made of, and characters of foreign names around it.
    private static bool IsBySound(ReadOnlySpan<char> name)
    {
        var (parts, at) = (0, 0);
        while (at < name.Length)
        {
            var part = Sounds.LengthAt(name, at);
            if (part == 0 && (parts == 0 || !Transliterating.Contains(name[at]) && name[at] is not ('措' or '珠' or '吉')))
                return false;
            parts += part > 0 ? 1 : 0;
            at += Math.Max(1, part);
        }

        return parts > 0 && name.Length <= LongestBySound;
    }

    /// <summary>Whether what begins at <paramref name="at"/> is a word and no name, although its first character is a surname: 委员|都同意.</summary>
    public static bool IsWordAt(ReadOnlySpan<char> folded, int at) => NeverNames.LengthAt(folded, at) > 0;

    /// <summary>Whether the whole of <paramref name="name"/> has the form of a Chinese or Japanese name.</summary>
    public static bool IsChineseName(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (!Han.Is(c))
                return false;
        }

        // 佐藤丙午, 铃木一郎: a Japanese surname may be followed by up to three characters.
        if (JapaneseSurnames.LengthAt(name, 0) is > 0 and var japanese && name.Length - japanese is >= 1 and <= 3)
            return !name[japanese..].ContainsAny(NeverInGivenNames);
        var surname = Surnames.LengthIn(name);
        return (surname > 0 && name.Length - surname is 1 or 2 && !name[surname..].ContainsAny(NeverInGivenNames) && (name.Length != 3 || OfficeEndings.LengthBefore(name, 3) == 0)) || IsBySound(name);
    }

    private static bool IsTransliteration(ReadOnlySpan<char> name)
    {
        var dot = name.IndexOf('·') is >= 0 and var middle ? middle : name.IndexOf('.');
        if (dot <= 0 || dot == name.Length - 1 || !IsDot(name, dot))
            return false;
        var part = 0;
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (!Han.Is(c) && c is not ('·' or '-' or '.' or ' ') && !char.IsAsciiLetter(c))
                return false;
            // 日内瓦健康数据信托基金执行主任 伊莎贝尔·莫罗 is a title and a name.
            part = Han.Is(c) ? part + 1 : 0;
            if (part > LongestPart || (c == ' ' && i > 0 && i + 1 < name.Length && Han.Is(name[i - 1]) && Han.Is(name[i + 1])))
                return false;
        }

        return true;
    }

    // Folded Latin has no capitals left, so any two or more words of letters pass: ask only where a name is expected.
    private static bool IsLatinName(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (!char.IsLetter(c) && c is not (' ' or '.' or '-' or '\'') || Han.Is(c))
                return false;
        }

        return name.Contains(' ');
    }
}
