using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>A line that holds a name and a title and nothing else: 薛澜　清华大学教授; 清华大学教授 薛澜; 薛澜｜清华大学教授.</summary>
/// <param name="Name">The name, without the space that two-character names carry for alignment (李　萌).</param>
/// <param name="Title">The title as printed; "" where none stands there.</param>
internal sealed record NameLine(string Name, string Title)
{
    private static readonly string[] Separators = ["\t", "　", "｜", "|", "／", " / ", "：", ":", "，", ",", "——", "—", " – ", " - ", "、", " ", "（", "("];

    /// <summary>Whether the title ends in a word for an office.</summary>
    public bool HasRole => Title.Length > 0 && EndsInRole(Title);

    /// <summary>Reads a line with both a name and a title; null where it is none.</summary>
    public static NameLine? Read(string text)
    {
        foreach (var separator in Separators)
        {
            var at = text.IndexOf(separator, StringComparison.Ordinal);
            // 李 萌 清华大学: the first space is inside the name.
            while (at >= 0 && separator is " " or "　" && at == 1)
                at = text.IndexOf(separator, at + 1, StringComparison.Ordinal);
            if (at > 0 && IsName(text[..at]) && Trimmed(text[(at + separator.Length)..]) is { Length: > 0 } title)
                return new NameLine(WithoutAlignment(text[..at]), title);
        }

        return TitleFirst(text);
    }

    /// <summary>
    /// Reads a line whose form alone shows what the name is, though no list has the surname: two to six characters set apart
    /// from a title (拉姆措，雪域医学院公共卫生系副教授; 雪域医学院副教授 拉姆措). Ask only where a signature or a card is expected.
    /// </summary>
    public static NameLine? ReadByForm(string text)
    {
        if (Read(text) is { } line)
            return line;
        foreach (var separator in Separators)
        {
            if (text.IndexOf(separator, StringComparison.Ordinal) is > 1 and var first && CanBeName(text[..first]) && Trimmed(text[(first + separator.Length)..]) is var title && EndsInRole(title))
                return new NameLine(text[..first], title);
            if (text.LastIndexOf(separator, StringComparison.Ordinal) is > 1 and var last && CanBeName(text[(last + separator.Length)..]) && EndsInRole(Trimmed(text[..last])))
                return new NameLine(text[(last + separator.Length)..], Trimmed(text[..last]));
        }

        return null;
    }

    /// <summary>Reads a byline, in which the name stands behind the last space, whatever surname and title are: ——无障碍体验员　完颜旭.</summary>
    public static NameLine? ReadByPlace(string text) =>
        ReadByForm(text) ?? (text.LastIndexOfAny([' ', '　', '\t']) is > 1 and var space && CanBeName(text[(space + 1)..]) ? new NameLine(text[(space + 1)..], Trimmed(text[..space])) : null);

    /// <summary>Reads a title and the name directly behind it, whatever the surname: 北原大学声学研究所副研究员巴图其其格; null where none is.</summary>
    public static NameLine? BehindOffice(string text)
    {
        if (Read(text) is { HasRole: true } line)
            return line;
        var folded = Folding.Fold(text);
        for (var at = text.Length - 2; at > 2; at--)
        {
            if (Roles.LengthBefore(folded, at) > 0)
                return Tail(text, folded, at) ?? (CanBeName(text[at..]) ? new NameLine(text[at..], text[..at]) : null);
        }

        return null;
    }

    /// <summary>Reads a house and the name behind it: 國發會資管處邱俊惟; null where none is.</summary>
    public static NameLine? BehindHouse(string text)
    {
        var folded = Folding.Fold(text);
        return Tail(text, folded, 1) is { } line && OrganisationNames.IsBody(Folding.Fold(line.Title)) ? line : null;
    }

    // 幣寶台灣執行長特助|林本宜: three characters, else two, that are a name by their surname.
    private static NameLine? Tail(string text, string folded, int from)
    {
        foreach (var length in (ReadOnlySpan<int>)[3, 2])
        {
            if (text.Length - length >= from && NameShapes.IsChineseName(folded.AsSpan(text.Length - length)) && !Introductions.IsWord(folded[^length..]))
                return new NameLine(text[^length..], text[..^length]);
        }

        return null;
    }

    private static bool CanBeName(string text) => text.Length is >= 2 and <= 6 && text.All(Han.Is) && !EndsInRole(text) && !OrganisationNames.EndsIn(Folding.Fold(text));

    private static bool EndsInRole(string text) => Roles.LengthBefore(Folding.Fold(text), text.Length) > 0;

    /// <summary>Whether a text is a name and nothing else.</summary>
    public static bool IsName(string text)
    {
        var name = WithoutAlignment(text);
        var folded = Folding.Fold(name);
        return NameShapes.IsName(folded) && !Introductions.IsWord(folded) && (!name.Any(char.IsAsciiLetter) || IsCapitalised(name));
    }

    /// <summary>A text without the marks that part it from others.</summary>
    public static string Trimmed(string text) => text.Trim(' ', '　', '\t', '，', ',', '：', ':', '—', '-', '–', '|', '｜', '／', '（', '）', '(', ')', '【', '】');

    /// <summary>李 萌, 薛　澜: the space aligns the column, it is not part of the name. "R.S. 潘瓦尔" keeps it.</summary>
    public static string WithoutAlignment(string name)
    {
        var trimmed = Trimmed(name);
        return trimmed.All(c => Han.Is(c) || char.IsWhiteSpace(c)) ? string.Concat(trimmed.Where(c => !char.IsWhiteSpace(c))) : trimmed;
    }

    /// <summary>Whether each word of a Latin name begins with a capital, particles aside: Ludwig van Beethoven, not "green finance".</summary>
    public static bool IsCapitalised(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 1 and <= 5 && words.All(word => !char.IsAsciiLetter(word[0]) || char.IsAsciiLetterUpper(word[0]) || word is "van" or "von" or "der" or "den" or "de" or "da" or "di" or "la" or "le" or "del" or "dos" or "bin" or "al")
            && (!char.IsAsciiLetter(words[0][0]) || char.IsAsciiLetterUpper(words[0][0]));
    }

    // 清华大学教授 薛澜, 清华大学教授：薛澜, 临川医科大学附属医院副院长闻人静
    private static NameLine? TitleFirst(string text)
    {
        var last = text.LastIndexOfAny([' ', '　', '\t', '：', ':', '｜', '|', '，', ',', '/', '／']);
        if (last > 0 && IsName(text[(last + 1)..]) && Roles.LengthBefore(Folding.Fold(text), Trimmed(text[..last]).Length + text.IndexOf(Trimmed(text[..last]), StringComparison.Ordinal)) > 0)
            return new NameLine(WithoutAlignment(text[(last + 1)..]), Trimmed(text[..last]));
        // 丹麦奥胡斯声音博物馆策展人 Rasmus Kjeldsen
        var han = text.AsSpan().LastIndexOfAnyInRange('\u4E00', '\u9FFF');
        if (han > 1 && han + 3 < text.Length && IsName(text[(han + 1)..]) && text.IndexOf(' ', han + 2) > 0 && Roles.LengthBefore(Folding.Fold(text), han + 1) > 0)
            return new NameLine(Trimmed(text[(han + 1)..]), Trimmed(text[..(han + 1)]));
        var folded = Folding.Fold(text);
        // 总工|程师 is no name behind an office.
        if (Roles.LengthBefore(folded, folded.Length) > 0)
            return null;
        var start = NameShapes.StartOf(folded, folded.Length);
        return start > 1 && Roles.LengthBefore(folded, start) > 0 && !folded.AsSpan(0, start).ContainsAny(":") ? new NameLine(text[start..], Trimmed(text[..start])) : null;
    }
}
