using KnowledgeBase.Corpus.Reading;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>
/// A line that may begin with the label of a turn: 主持人（佟亚楠）：各位下午好, "### 唐鳳：", "Helena Marsh (moderator): Good morning";
/// without a colon 【唐鳳】各位好, 唐鳳（00:12:05） or a line of its own in bold.
/// </summary>
/// <param name="Block">The line.</param>
/// <param name="Base">The label without colon and brackets.</param>
/// <param name="Bracket">What stands in brackets behind it; null where nothing does.</param>
/// <param name="Content">Where in the line's text the words begin; its length where they are below.</param>
internal sealed record LabelLine(Block Block, string Base, string? Bracket, int Content)
{
    private const int LongestHan = 15;
    private const int LongestLatin = 45;
    private const int LongestBracket = 40;
    private const int LongestShortName = 4;
    private static readonly Dictionary<string, HashSet<string>> Words = DataFile.Lines("Segmentation/Data/labels.tsv").Select(line => line.Split('\t'))
        .ToDictionary(cells => cells[0], cells => cells[1..].Select(Folding.Fold).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Same = Words["host"].ToDictionary(word => word, _ => "主持人", StringComparer.Ordinal);
    private static readonly WordList Voices = new(Words["voice"].Where(word => word.Any(Han.Is) && word.Length > 1));
    private static readonly WordList Anonymous = WordList.Load("Segmentation/Data/anonymous.txt");

    /// <summary>The label as the count of labels takes it.</summary>
    public string Key { get; } = Folding.Key(Base);

    /// <summary>The key of a role, the same for the words that mean the same: 主持, 主持人.</summary>
    public string RoleKey => Same.TryGetValue(Unnumbered, out var role) ? role : Unnumbered;

    /// <summary>Whether a colon or a time shows the label; a name in brackets or in bold is one only where it comes back.</summary>
    public bool IsSure { get; init; } = true;

    /// <summary>Whether the label is a word for a voice that may have no name: 主持人, 问, Q3, 发言人 1, 《生命与法》, 消防署代表.</summary>
    public bool IsRole => Words["voice"].Contains(Unnumbered) || IsAnswer || IsPublication(Base) || (Unnumbered != Folded && Words["numbered"].Contains(Unnumbered)) || Offices.IsOne(Folded);

    /// <summary>Whether the label is the answering side of an interview: 答, A.</summary>
    public bool IsAnswer => Words["answer"].Contains(Unnumbered);

    /// <summary>Whether the label has the form of a voice: a role, a name, a surname with what one is called by.</summary>
    public bool IsVoice => IsRole || CalledName.Read(Base) is not null || NameBehindRole is not null || (Base.Length >= 6 && NameLine.BehindOffice(Base) is not null) || (HasHonorific && Base.Length <= 6);

    /// <summary>The name behind a word for a voice: 主持人钱若溪, 记者 孙悦; null where none stands there.</summary>
    public string? NameBehindRole =>
        Voices.LengthAt(Folded, 0) is > 0 and var role && NameLine.IsName(Base[role..]) ? NameLine.WithoutAlignment(Base[role..]) : null;

    /// <summary>Whether the label says what somebody is, not what he or she is called: 另一位民眾, 運輸署助理署長.</summary>
    public bool IsDescription => Base.Any(Han.Is) && (Base.Length > LongestShortName || Anonymous.LengthAt(Folded, 0) > 0 || CalledName.OfficeLengthBefore(Folded, Folded.Length) == Folded.Length);

    /// <summary>Whether all of the label is in bold type, and what follows is not.</summary>
    public bool IsSetApart => Block.Bold is [{ Start: <= 1 } bold, ..] && bold.End >= Base.Length && bold.End <= Content;

    /// <summary>Whether the label is one Latin word with a capital: Mark, or any other word, which only comes once.</summary>
    public bool IsSingleLatinName => Base.Length > 1 && Base.All(c => char.IsLetter(c) || c is '.' or '-' or '\'') && !Base.Any(Han.Is) && NameLine.IsCapitalised(Base);

    /// <summary>Whether the label is a surname alone: 冉, 皇甫.</summary>
    public bool IsSurname => Base.Length <= 2 && Surnames.LengthIn(Folded + "某") == Base.Length;

    /// <summary>Whether it can be no label, whatever the document: 时间：, 来源：.</summary>
    public bool IsNever => Words["never"].Contains(Folded);

    /// <summary>Whether the label calls somebody by surname and honorific: 林先生, 厉所长.</summary>
    public bool HasHonorific => Surnames.LengthIn(Folded) is > 0 and var surname && Honorifics.Contains(Folded.AsSpan(surname));

    /// <summary>
    /// Whether the line shows by itself who says what follows on it, though the name comes once: a title in brackets or in
    /// front (**王建国**（清源大学教授）：更新不是拆，而是修。), or a name set apart in bold type.
    /// </summary>
    public bool IsEntry =>
        !IsNever && !IsAlone && Block.Text.Text.AsSpan(Content).ContainsAny("。！？!?")
        && ((Bracket is { } bracket && Roles.LengthBefore(Folding.Fold(bracket), bracket.Length) > 0 && CalledName.Read(Base) is not null)
            || (Base.Length >= 6 && NameLine.BehindOffice(Base) is not null) || (IsSetApart && CalledName.Read(Base) is not null));

    /// <summary>Whether nothing but the label stands on the line.</summary>
    public bool IsAlone => Content >= Block.Text.Text.Length;

    /// <summary>What somebody is called by behind the surname: 先生, 所长.</summary>
    public static readonly WordList Honorifics = WordList.Load("Segmentation/Data/honorifics.txt");

    private string Folded => Folding.Fold(Base);

    // Q1, 问2, A3
    private string Unnumbered => Folded.TrimEnd([.. "0123456789 "]);

    /// <summary>Reads a line; null where no label can stand at its head.</summary>
    public static LabelLine? Read(Block block) =>
        block.Kind is BlockKind.Line or BlockKind.Heading ? WithColon(block) ?? BareLabel.Read(block) : null;

    private static LabelLine? WithColon(Block block)
    {
        var text = block.Text.Text;
        var colon = text.AsSpan(0, Math.Min(text.Length, LongestLatin + LongestBracket)).IndexOfAny('：', ':');
        if (colon < 1 || (text[colon] == ':' && colon + 1 < text.Length && !char.IsWhiteSpace(text[colon + 1]) && text[colon + 1] < 0x2E80))
            return null;

        // 1. 卫健局局长程向阳：县里不缺楼。
        var number = Numbering.Read(text).Length;
        var label = text[(number < colon ? number : 0)..colon].Trim();
        string? bracket = null;
        if (label is [.., '）' or ')'] && label.LastIndexOfAny(['（', '(']) is > 0 and var open)
            (bracket, label) = (label[(open + 1)..^1].Trim(), label[..open].TrimEnd());
        label = WithoutSpread(label.Trim('【', '】', '[', ']', ' '));
        if (!CanBe(label) || bracket?.Length > LongestBracket)
            return null;
        // **鄒牧之：不是沒人，是沒人留下來** is a heading of what follows, not a turn.
        if (colon + 1 < text.Length && block.Bold is [{ Start: 0 } bold] && bold.End >= text.Length && char.IsLetterOrDigit(text[^1]))
            return null;
        var content = colon + 1;
        while (content < text.Length && char.IsWhiteSpace(text[content]))
            content++;
        var line = new LabelLine(block, label, bracket, content);
        return char.IsAsciiDigit(label[^1]) && !line.IsRole ? null : line;
    }

    /// <summary>Whether words are short and plain enough for a label.</summary>
    public static bool CanBe(string label) =>
        label.Length > 0 && (IsPublication(label) || (char.IsLetterOrDigit(label[0]) && !label.AsSpan().ContainsAny("。！？，；“”「」,;!?《》、：|｜"))) && !IsTooLong(label);

    // A Han character counts for three; a title in front of the name may be longer: 平澜市生态环境局噪声管理科科长贺建勋：
    private static bool IsTooLong(string label) =>
        label.Length + (2 * label.Count(Han.Is)) > LongestLatin && (label.Length > LongestLatin || NameLine.BehindOffice(label) is null);

    // 《生命与法》： asks in the name of the journal.
    private static bool IsPublication(string label) => label is ['《', _, .., '》'] && label.AsSpan(1, label.Length - 2).IndexOfAny('《', '》') < 0;

    // 主　　席
    private static string WithoutSpread(string label) =>
        label.Split([' ', '　'], StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } words && words.All(word => word.Length == 1 && Han.Is(word[0])) ? string.Concat(words) : label;
}
