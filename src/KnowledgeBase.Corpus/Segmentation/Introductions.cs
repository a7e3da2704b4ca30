using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>
/// Finds the people of a report before anybody speaks: names behind a title, wherever they stand (a list of guests, a
/// caption, narration), and bare names that the report uses again and again as one who speaks (阙海明, of whom nothing else
/// is said than what he does).
/// </summary>
internal sealed class Introductions
{
    private static readonly WordList AfterNames = WordList.Load("Segmentation/Data/after-names.txt");
    private static readonly WordList Address = WordList.Load("Segmentation/Data/address.txt");
    private static readonly WordList Adverbs = WordList.Load("Segmentation/Data/adverbs.txt");
    private static readonly WordList Words = WordList.Load("Segmentation/Data/words-like-names.txt");
    private static readonly WordList Acts = WordList.Load("Segmentation/Data/acts.txt");
    private static readonly WordList Kin = WordList.Load("Segmentation/Data/kin.txt");
    private static readonly WordList Bylines = new(["记者", "编辑", "通讯员", "实习生", "责任编辑"]);
    private const int LongestTerm = 8;
    private readonly NameCounts _counts;
    private readonly Dictionary<string, KnownName> _found = new(StringComparer.Ordinal);

    // 加法就是“归林礼”: what the report sets in quotation marks is a term.
    private readonly HashSet<string> _terms;

    private Introductions(IReadOnlyList<Passage> passages)
    {
        _counts = new NameCounts(passages);
        _terms = [.. passages.SelectMany(passage => Quotations.In(passage.Text.Text).Where(quoted => quoted.Length <= LongestTerm).Select(quoted => passage.Folded[(quoted.Start + 1)..(quoted.End - 1)]))];
    }

    /// <summary>Whether folded text that has the form of a name is a word: 原创, 方面.</summary>
    public static bool IsWord(string folded) => Words.Contains(folded);

    /// <summary>The people whom the passages introduce.</summary>
    public static IReadOnlyCollection<KnownName> In(IReadOnlyList<Passage> passages)
    {
        var introductions = new Introductions(passages);
        foreach (var passage in passages.Where(p => p.Kind is PassageKind.Prose or PassageKind.Roster))
            introductions.Read(passage);
        return introductions._found.Values;
    }

    private void Read(Passage passage)
    {
        var folded = passage.Folded;
        for (var at = 0; at + 2 <= folded.Length; at++)
        {
            var isTitled = (Roles.LengthBefore(folded, at) > 0 && Bylines.LengthBefore(folded, folded.AsSpan(0, at).TrimEnd(' ').Length) == 0) || Trades.IsOneOf(folded, at);
            if (isTitled && TitledName(passage, at) is > 0 and var titled)
                Add(passage, at, titled, Evidence.KnownName);
            else if (NameShapes.IsDot(folded, at) && NameSigns.DottedName(folded, at) is { IsEmpty: false } dotted)
                Add(passage, dotted.Start, dotted.Length, Evidence.NameShape);
            else if (folded[at] == '(' && NameSigns.BesideLatin(passage, at) is > 0 and var beside)
                Add(passage, at - beside, beside, Evidence.KnownName);
            else if (folded[at] == '(' && NameSigns.Nicknamed(folded, at) is > 0 and var nicknamed)
                Add(passage, at - nicknamed, nicknamed, Evidence.NameShape);
            else if (NameSigns.TitleBehind(folded, at) is > 0 and var called)
                Add(passage, at, called, Evidence.KnownName);
            else if ((BeginsClause(folded, at) || NameShapes.LengthBySound(folded, at) > 3) && BareName(passage, at) is > 0 and var bare)
                Add(passage, at, bare, Evidence.NameShape);
            else if (Trades.Before(folded, at) && NameOfTrade(passage, at) is > 0 and var tradesman)
                Add(passage, at, tradesman, Evidence.NameShape);
        }

        if (NameLine(folded) is > 0 and var name)
            Add(passage, 0, name, Evidence.KnownName);
    }

    private void Add(Passage passage, int at, int length, string evidence)
    {
        var name = passage.Text.Text.Substring(at, length);
        var key = Folding.Key(name);
        if (!_found.TryGetValue(key, out var known) || known.Evidence == Evidence.NameShape)
            _found[key] = new KnownName(name, null, evidence);
    }

    private int TitledName(Passage passage, int at)
    {
        var (text, folded) = (passage.Text.Text, passage.Folded);
        if (char.IsAsciiLetterUpper(text[at]))
            return LatinName(text, at);
        if (Transliteration(folded, at) is > 0 and var foreign)
            return foreign;
        // 工人|文化宫 is no worker: a word like a name must be heard.
        var length = ChineseName(folded, at);
        return length > 0 && (Words.LengthAt(folded, at) == 0 || Speaks(passage, at, at + length)) ? length : 0;
    }

    // Erik Solheim-Dahl: two words or more with a capital.
    private static int LatinName(string text, int at)
    {
        var (end, words) = (at, 0);
        while (end < text.Length && char.IsUpper(text[end]))
        {
            var word = end;
            while (word < text.Length && (char.IsLetter(text[word]) && !Han.Is(text[word]) || text[word] is '-' or '\'' or '.'))
                word++;
            (end, words) = (word, words + 1);
            if (word + 1 >= text.Length || text[word] != ' ' || !char.IsUpper(text[word + 1]))
                break;
            end = word + 1;
        }

        return words > 1 ? end - at : 0;
    }

    private static int Transliteration(string folded, int at)
    {
        // 伊格纳西奥·费雷拉|认同: the name ends with the characters that such names are written with.
        if (NameShapes.TransliterationAt(folded, at) is > 0 and var written)
            return written;
        // 环保志愿者|伊琳娜·沃罗诺娃: the name begins behind the trade.
        for (var start = at + 2; start < Math.Min(folded.Length, at + 8) && !NameShapes.IsDot(folded, start); start++)
        {
            if ((Trades.Before(folded, start) || Roles.LengthBefore(folded, start) > 0) && NameShapes.TransliterationAt(folded, start) > 0)
                return 0;
        }

        var end = at;
        var dots = 0;
        while (end < folded.Length && end - at < 24 && (NameShapes.IsDot(folded, end) || folded[end] == '-' || (Han.Is(folded[end]) && folded[end] != '的' && (dots == 0 || !Follows(folded, end)))))
            dots += NameShapes.IsDot(folded, end++) ? 1 : 0;
        return dots > 0 && Han.Is(folded[end - 1]) && folded.IndexOfAny(['·', '.'], at) - at <= 8 ? end - at : 0;
    }

    // The shortest name behind which something can follow, longer where the report always writes it longer.
    private int ChineseName(string folded, int at)
    {
        for (var length = 2; length <= 6 && at + length <= folded.Length && !NameShapes.IsWordAt(folded, at); length++)
        {
            if (!NameShapes.IsChineseName(folded.AsSpan(at, length)) || !Follows(folded, at + length))
                continue;
            // 苗雨|守在泥滩边, where 苗雨 also stands with something else behind it.
            if (length == 3 && Surnames.LengthIn(folded.AsSpan(at, 3)) == 1 && _counts.Of(folded, at, 2) is > 1 and var shorter && shorter > _counts.Of(folded, at, 3))
                return 2;
            var isLonger = _counts.Of(folded, at, length + 1) is > 1 and var longer && longer == _counts.Of(folded, at, length);
            return isLonger && NameShapes.IsChineseName(folded.AsSpan(at, length + 1)) ? length + 1 : length;
        }

        return 0;
    }

    private static bool Follows(string folded, int at) =>
        at >= folded.Length || !Han.Is(folded[at]) || Cues.LengthAt(folded, at) > 0 || Adverbs.LengthAt(folded, at) > 0
        || Address.LengthAt(folded, at) > 0 || AfterNames.LengthAt(folded, at) > 0;

    // 木作师傅|温阿火|说
    private int NameOfTrade(Passage passage, int at)
    {
        var folded = passage.Folded;
        return Surnames.BeginsOne(folded[at]) && Words.LengthAt(folded, at) == 0 && ChineseName(folded, at) is > 0 and var length && Speaks(passage, at, at + length) ? length : 0;
    }

    private int BareName(Passage passage, int at)
    {
        var folded = passage.Folded;
        // 住在漁人部落的|夏曼·馬洛|說
        if (Transliteration(folded, at) is > 0 and var foreign)
            return Speaks(passage, at, at + foreign) ? foreign : 0;
        // 丈夫扎西顿珠话不多。: four characters of two such parts are sure; 七十一岁的|桑杰|老人.
        if (NameShapes.LengthBySound(folded, at) is > 1 and var sound && (sound > 3 || (Follows(folded, at + sound) && Speaks(passage, at, at + sound)) || Kin.LengthAt(folded, at + sound) > 0))
            return sound;
        // 东方烨则谈到: of a surname of two characters the first may be a word.
        if (folded.Length > at + 3 && Surnames.LengthIn(folded.AsSpan(at, 3)) == 2 && NameShapes.IsChineseName(folded.AsSpan(at, 3)) && (Speaks(passage, at, at + 3) || (at == 0 && Follows(folded, 3))))
            return 3;
        if (!Surnames.BeginsOne(folded[at]) || Words.LengthAt(folded, at) > 0 || NameShapes.IsWordAt(folded, at))
            return 0;
        if (_counts.Of(folded, at, 2) < 2)
            return at == 0 && IsHeardOnce(folded) ? 3 : 0;
        var surname = Surnames.LengthIn(folded.AsSpan(at, Math.Min(4, folded.Length - at)));
        if (surname > 0 && Kin.LengthAt(folded, at + surname) is > 0 and var kin)
            return surname + kin;
        if (Address.LengthAt(folded, at + surname) > 0)
            return 0;
        var length = surname + 1;
        while (length < 4 && _counts.Of(folded, at, length) == _counts.Of(folded, at, length + 1))
            length++;
        if (surname == 0 || _counts.Of(folded, at, length) < 2 || !NameShapes.IsChineseName(folded.AsSpan(at, length)))
            return 0;
        // “那不是雾，是鸟。”|柳满仓|压低了声音
        if (length == 3 && (IsNamedOften(folded, at) || (at > 0 && passage.Text.Text[at - 1] is '”' or '」' or '』')))
            return length;
        if (!Follows(folded, at + length))
            return 0;
        return surname == 2 || Speaks(passage, at, at + length) ? length : 0;
    }

    // 易明轩, three times and more, with something else behind it each time: a name, though no verb of saying is near.
    private bool IsNamedOften(string folded, int at) =>
        _counts.Of(folded, at, 3) is > 2 and var often && _counts.Of(folded, at, 2) == often && _counts.Of(folded, at, 4) * 2 <= often && !OrganisationNames.IsBody(folded.AsSpan(at, 3))
        && !_terms.Contains(folded.Substring(at, 3));

    // 何秋生不同意高价。: named once, at the head of a paragraph, with the verb right behind; no ministry, no firm (司法部表示).
    private static bool IsHeardOnce(string folded) =>
        folded.Length > 8 && Surnames.LengthIn(folded.AsSpan(0, 3)) == 1 && NameShapes.IsChineseName(folded.AsSpan(0, 3)) && Cues.LengthAt(folded, 3) > 1 && Address.LengthAt(folded, 1) == 0
        && !OrganisationNames.IsBody(folded.AsSpan(0, 3));

    // 林翘说, or a name right behind a quotation: “…。”阙海明笑了起来。
    private static bool Speaks(Passage passage, int start, int end)
    {
        if (start > 0 && passage.Text.Text[start - 1] is '”' or '」' or '』')
            return true;
        var folded = passage.Folded;
        if (string.CompareOrdinal(folded, end, "的话", 0, 2) == 0 || Acts.LengthAt(folded, end) > 0)
            return true;
        for (var cue = end; cue < folded.Length && cue < end + 12 && folded[cue] is not ('。' or '"' or ','); cue++)
        {
            if (Cues.LengthAt(folded, cue) > 0)
                return Cues.EndsOfName(folded, cue).Contains(end);
        }

        return false;
    }

    /// <summary>Whether a clause begins at <paramref name="at"/>, or what describes somebody ends there: 住在七楼的|侯德顺.</summary>
    public static bool BeginsClause(string folded, int at) => at == 0 || folded[at - 1] is '。' or ',' or ';' or '"' or '!' or '?' or ' ' or '\n' or '在' or '的';

    // "杜若飞　穗安地铁集团运营事业部总经理": a line of a list.
    private static int NameLine(string folded)
    {
        var space = folded.Length <= 60 ? folded.IndexOfAny([' ', ',', ':']) : -1;
        return space is >= 2 and <= 24 && Roles.LengthBefore(folded, folded.Length) > 0 && NameShapes.IsName(folded.AsSpan(0, space)) ? space : 0;
    }
}
