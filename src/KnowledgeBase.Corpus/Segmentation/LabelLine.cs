using KnowledgeBase.Corpus.Reading;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>
/// A line that may begin with the label of a turn: 主持人（佟亚楠）：各位下午好, "### 唐鳳：", "Helena Marsh (moderator): Good morning".
/// </summary>
/// <param name="Block">The line.</param>
/// <param name="Base">The label without colon and brackets.</param>
/// <param name="Bracket">What stands in brackets behind it; null where nothing does.</param>
/// <param name="Content">Where in the line's text the words begin; its length where they are below.</param>
internal sealed record LabelLine(Block Block, string Base, string? Bracket, int Content)
{
    private const int LongestHan = 16;
    private const int LongestLatin = 45;
    private const int LongestBracket = 40;
    private static readonly Dictionary<string, HashSet<string>> Words = DataFile.Lines("Segmentation/Data/labels.tsv").Select(line => line.Split('\t'))
        .ToDictionary(cells => cells[0], cells => cells[1..].Select(Folding.Fold).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>The label as the count of labels takes it.</summary>
    public string Key { get; } = Folding.Key(Base);

    /// <summary>Whether the label is a word for a voice that may have no name: 主持人, 问, Q.</summary>
    public bool IsRole => Words["voice"].Contains(Folded) || IsAnswer || (Folded is ['q' or 'a', .. var number] && number.All(char.IsAsciiDigit));

    /// <summary>Whether the label is the answering side of an interview: 答, A.</summary>
    public bool IsAnswer => Words["answer"].Contains(Folded);

    /// <summary>Whether the label has the form of a voice: a role, a name, a surname with what one is called by.</summary>
    public bool IsVoice => IsRole || NameLine.IsName(Base) || (HasHonorific && Base.Length <= 6);

    /// <summary>Whether the label is one Latin word with a capital: Mark, or any other word, which only comes once.</summary>
    public bool IsSingleLatinName => Base.Length > 1 && Base.All(c => char.IsLetter(c) || c is '.' or '-' or '\'') && !Base.Any(Han.Is) && NameLine.IsCapitalised(Base);

    /// <summary>Whether the label is a surname alone: 冉, 皇甫.</summary>
    public bool IsSurname => Base.Length <= 2 && Surnames.LengthIn(Folded + "某") == Base.Length;

    /// <summary>Whether it can be no label, whatever the document: 时间：, 来源：.</summary>
    public bool IsNever => Words["never"].Contains(Folded);

    /// <summary>Whether the label calls somebody by surname and honorific: 林先生, 厉所长.</summary>
    public bool HasHonorific => Surnames.LengthIn(Folded) is > 0 and var surname && Honorifics.Contains(Folded.AsSpan(surname));

    /// <summary>Whether nothing but the label stands on the line.</summary>
    public bool IsAlone => Content >= Block.Text.Text.Length;

    /// <summary>What somebody is called by behind the surname: 先生, 所长.</summary>
    public static readonly WordList Honorifics = WordList.Load("Segmentation/Data/honorifics.txt");

    private string Folded => Folding.Fold(Base);

    /// <summary>Reads a line; null where no label can stand at its head.</summary>
    public static LabelLine? Read(Block block)
    {
        if (block.Kind is not (BlockKind.Line or BlockKind.Heading))
            return null;
        var text = block.Text.Text;
        var colon = text.AsSpan(0, Math.Min(text.Length, LongestLatin + LongestBracket)).IndexOfAny('：', ':');
        if (colon < 1 || (text[colon] == ':' && colon + 1 < text.Length && !char.IsWhiteSpace(text[colon + 1]) && text[colon + 1] < 0x2E80))
            return null;

        var label = text[..colon].TrimEnd();
        string? bracket = null;
        if (label is [.., '）' or ')'] && label.LastIndexOfAny(['（', '(']) is > 0 and var open)
            (bracket, label) = (label[(open + 1)..^1].Trim(), label[..open].TrimEnd());
        label = label.Trim('【', '】', '[', ']', ' ');
        var longest = label.Any(Han.Is) ? LongestHan : LongestLatin;
        if (label.Length == 0 || label.Length > longest || bracket?.Length > LongestBracket || label.AsSpan().ContainsAny("。！？，；“”「」,;!?《》、") || char.IsAsciiDigit(label[^1]))
            return null;
        // **鄒牧之：不是沒人，是沒人留下來** is a heading of what follows, not a turn.
        if (colon + 1 < text.Length && block.Bold is [{ Start: 0 } bold] && bold.End >= text.Length && char.IsLetterOrDigit(text[^1]))
            return null;
        var content = colon + 1;
        while (content < text.Length && char.IsWhiteSpace(text[content]))
            content++;
        return new LabelLine(block, label, bracket, content);
    }
}
