using KnowledgeBase.Corpus.Reading;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>Who the labels of a dialogue are: 主持人 and 答 as its introduction says, 厉所长 by the one name with that surname.</summary>
internal sealed class LabelledPeople
{
    // 专访厉声远, 对话薛澜, an interview with Ngozi Adeyemi-Clarke: in front of the name of who is interviewed.
    private static readonly string[] Interviews = ["专访", "对话", "访谈", "采访", "访", "interview with ", "Interview with ", "conversation with ", "Conversation with ", "Q&A with "];
    private readonly Dictionary<string, string> _roles = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly string? _interviewee;

    /// <summary>Gathers what the document says of its voices.</summary>
    /// <param name="blocks">All lines.</param>
    /// <param name="turns">The labelled ones.</param>
    /// <param name="introductions">Those of them that say who a role is: 主持人：佟亚楠，….</param>
    public LabelledPeople(IReadOnlyList<Block> blocks, IReadOnlyList<LabelLine> turns, IReadOnlyList<LabelLine> introductions)
    {
        foreach (var line in introductions)
            Introduce(line, line.Block.Text.Text[line.Content..]);
        foreach (var turn in turns)
        {
            if (turn is { IsRole: true, Bracket: { } bracket } && NameLine.IsName(bracket))
                _roles.TryAdd(turn.Key, bracket);
            else if (!turn.IsRole && !turn.HasHonorific && NameLine.IsName(turn.Base))
                _names.Add(turn.Base);
        }

        var first = turns.Except(introductions).FirstOrDefault()?.Block;
        foreach (var block in blocks.TakeWhile(block => block != first))
            Introduce(block.Text.Text);
        _names.UnionWith(_roles.Values);
        _interviewee = turns.Any(turn => turn.IsAnswer) ? Interviewee(blocks) : null;
    }

    /// <summary>The mark of a labelled line.</summary>
    public SpeakerMark MarkOf(LabelLine line)
    {
        var text = line.Block.Text.Text;
        var (name, title) = Split(line);
        return new SpeakerMark(MarkKind.Label, line.Base, PersonOf(line, name), title, new TextSpan(Math.Min(line.Content, text.Length), text.Length));
    }

    private string? PersonOf(LabelLine line, string name)
    {
        if (line.IsRole)
            return _roles.GetValueOrDefault(line.Key) ?? (line.IsAnswer ? _interviewee : null);
        if (line.Bracket is { } bracket && !NameLine.IsName(name) && NameLine.IsName(bracket) && bracket.Any(Han.Is) == name.Any(Han.Is))
            return bracket;
        // 雷, 皇甫, Au-Yeung: surnames alone, which the introduction completes.
        var isWhole = NameLine.IsName(name) && !line.HasHonorific;
        return isWhole && (name.Length > 2 || _names.Contains(name)) ? name : BySurname(name) ?? name;
    }

    // 厉, 厉所长, 王老师: the one person of that name; two of them leave the label as it is.
    private string? BySurname(string label)
    {
        var fits = _names.Where(name => name.Length > 1 && Surnames.LengthIn(Folding.Fold(name)) is > 0 and var surname
            && label.StartsWith(name[..surname], StringComparison.Ordinal) && (label.Length == surname || (label.Length < name.Length && label.Length > surname && IsHonorific(label[surname..])))).ToList();
        return fits is [var only] ? only : _names.FirstOrDefault(name => name.EndsWith(label, StringComparison.Ordinal) || name.Split(' ').Contains(label, StringComparer.Ordinal));
    }

    private static bool IsHonorific(string text) => LabelLine.Honorifics.Contains(Folding.Fold(text));

    // 张三（清华大学教授）：, 清华大学教授张三：
    private static (string Name, string? Title) Split(LabelLine line)
    {
        if (line.Bracket is { } bracket && Roles.LengthBefore(Folding.Fold(bracket), bracket.Length) > 0)
            return (line.Base, bracket);
        return !NameLine.IsName(line.Base) && NameLine.Read(line.Base) is { HasRole: true } both && line.Base.Length > 6 ? (both.Name, both.Title) : (line.Base, null);
    }

    private void Introduce(LabelLine line, string text)
    {
        var name = NameLine.IsName(text) ? NameLine.WithoutAlignment(text) : NameLine.Read(text)!.Name;
        _roles.TryAdd(line.Key, name);
    }

    // "- 纪昀辉，岭南人工智能研究院首席科学家" above the first turn.
    private void Introduce(string text)
    {
        // 讲者：雷文彬（退休裁判官）、Rebecca Au-Yeung（执业大律师）
        foreach (var piece in text.Split('，', ',', '：', ':', '、', '；', '　', '\t', '）', ')'))
        {
            var name = piece.Split('（', '(')[0].Trim();
            if (name.Length is > 1 and <= 40 && NameLine.IsName(name))
                _names.Add(NameLine.WithoutAlignment(name));
        }
    }

    private string? Interviewee(IReadOnlyList<Block> blocks)
    {
        foreach (var text in blocks.Take(10).Select(block => block.Text.Text))
        {
            foreach (var word in Interviews)
            {
                var at = text.IndexOf(word, StringComparison.Ordinal);
                if (at >= 0 && _names.FirstOrDefault(name => text.IndexOf(name, at, StringComparison.Ordinal) >= 0) is { } named)
                    return named;
                if (at >= 0 && NameAt(text, at + word.Length) is { } name)
                    return name;
            }
        }

        return _names.Except(_roles.Values).ToList() is [var only] ? only : null;
    }

    // 专访厉声远：…, 专访清华大学教授薛澜：…
    private static string? NameAt(string text, int from)
    {
        var end = text.AsSpan(from).IndexOfAny("：:，,。—|｜ ") is > 0 and var mark ? from + mark : text.Length;
        var part = text[from..end];
        return NameLine.IsName(part) ? part : NameLine.Read(part)?.Name;
    }
}
