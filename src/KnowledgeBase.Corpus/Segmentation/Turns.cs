using KnowledgeBase.Corpus.Reading;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>
/// Goes through the passages of a report whose speakers stand apart from their words, and says to whom each belongs: a label
/// or a name line begins a turn, the paragraphs below go on with it, up to the next one, a heading or a rule.
/// </summary>
internal sealed class Turns
{
    private static readonly WordList Editorial = WordList.Load("Segmentation/Data/editorial.txt");
    private static readonly WordList Biography = WordList.Load("Segmentation/Data/biography.txt");
    private static readonly WordList Scenes = WordList.Load("Segmentation/Data/scenes.txt");
    private static readonly WordList SceneTimes = WordList.Load("Segmentation/Data/scene-times.txt");
    private static readonly WordList Closing = WordList.Load("Segmentation/Data/closing.txt");
    private const int HeadOfScene = 12;
    private const int LongestSubtitle = 40;
    private const string Ornaments = "▍▎▌■□◆◇●○▶►★☆※▷❖✦#|";
    private const string Thanks = "感谢";
    private readonly SourceText _source;
    private readonly NameBook _names;
    private readonly SpeakerMark? _last;
    private SpeakerMark? _mark;
    private int _level;
    private bool _isFirst;
    private bool _hasBegun;
    private bool _isTold;
    private bool _areHeadings;

    /// <summary>Makes the named people known, so that their bare names are understood.</summary>
    public Turns(SourceText source, IReadOnlyList<Passage> passages, NameBook names)
    {
        (_source, _names) = (source, names);
        _last = passages.LastOrDefault(passage => passage.Mark is { Kind: not MarkKind.Title })?.Mark;
        foreach (var person in passages.Select(passage => passage.Mark?.Person).OfType<string>())
            names.Introduce(person);
    }

    /// <summary>Takes note of a passage: a mark begins a turn, a heading or a rule ends one.</summary>
    public void Pass(Passage passage)
    {
        if (passage.Mark is { Kind: MarkKind.Title, IsWhole: true })
            _mark = null;
        else if (passage.Mark is { Kind: not MarkKind.Title } mark)
            (_mark, _level, _isFirst, _hasBegun, _isTold) = (mark, passage.Blocks[0].Level, true, false, false);
        else if (passage.Kind == PassageKind.Heading && (_level == 0 || passage.Blocks[0].Level == 0 || passage.Blocks[0].Level <= _level))
            _mark = null;
        else if (passage.Kind == PassageKind.Furniture && LineKinds.IsRule(passage.Blocks[0].Span.Of(_source.Text)))
            _mark = null;
        else if (_mark?.Kind == MarkKind.NameLine && passage is { Kind: PassageKind.Prose, Blocks: [{ Mark: null } line] } && IsSubtitle(line, passage.Folded))
            _mark = null;
    }

    /// <summary>What becomes of a passage of prose: part of a turn, or narration inside one; null where no turn runs.</summary>
    public Part? Take(Passage passage, IReadOnlyList<Opening> openings)
    {
        if (_mark is not { } mark)
            return null;
        if (IsHeading(passage, openings, mark))
        {
            _mark = null;
            return null;
        }

        var isFirst = _isFirst;
        _isFirst = false;
        if (passage.Mark is null && (IsNobodys(passage, mark, isFirst) || IsScene(passage, openings, mark)))
            return new Part(passage, null, GoesOn: false);
        if (passage.Mark is null && IsSomebodyElse(openings, mark))
        {
            _mark = null;
            return null;
        }

        if (_hasBegun)
            return new Part(passage, null, GoesOn: true);
        _hasBegun = true;
        var content = passage.Mark is null ? new TextSpan(0, passage.Text.Text.Length) : new TextSpan(mark.Content.Start, mark.IsWhole ? mark.Content.End : passage.Text.Text.Length);
        var utterance = new Utterance
        {
            Kind = mark.Person is null ? StatementKind.Collective : StatementKind.Individual,
            Mark = mark,
            // What only the mark itself made known is no evidence besides it.
            Known = mark.Person is not null && _names.Find(mark.Person) is { } known && known.Evidence != Evidence.KnownName ? known : null,
            Text = passage.Text.Slice(content),
            Section = passage.Section,
            PageBreaks = passage.PageBreaks.Count,
        };
        if (mark.IsWhole)
            _mark = null;
        return new Part(passage, utterance, GoesOn: false);
    }

    // **会后**, ▍关于算法: a line without a sentence, in bold type or behind an ornament.
    private static bool IsSubtitle(Block line, string folded) =>
        (line.IsBold || Ornaments.Contains(folded[0], StringComparison.Ordinal)) && folded.Length <= LongestSubtitle && !folded.AsSpan().ContainsAny("。!?;,");

    // （现场沉默）, [A recorded message was shown.], 编者按：…, and below a name what its bearer is: 闻人静长期从事重症医学，….
    private bool IsNobodys(Passage passage, SpeakerMark mark, bool isFirst)
    {
        var folded = passage.Folded;
        if (IsBracketed(folded))
            return true;
        if (IsItalic(passage) || (Editorial.LengthAt(folded, 0) > 0 && !IsSpokenThanks(folded, mark)))
            return true;
        if (!isFirst || mark is not { Kind: MarkKind.NameLine, Person: { } person } || !passage.Text.Text.StartsWith(person, StringComparison.Ordinal))
            return false;
        var end = Sentences.Of(folded).First().End;
        for (var at = person.Length; at < end; at++)
        {
            if (Biography.LengthAt(folded, at) > 0)
                return true;
        }

        // 王建国是华北电力规划院总工程师。
        return end >= folded.TrimEnd().Length && folded.AsSpan(person.Length).StartsWith("是") && Roles.LengthBefore(folded, folded.TrimEnd(' ', '。').Length) > 0;
    }

    // （现场沉默）, 【打印本页】【关闭窗口】
    private static bool IsBracketed(string folded)
    {
        var depth = 0;
        foreach (var c in folded)
        {
            if (depth == 0 && !char.IsWhiteSpace(c) && c is not ('(' or '[' or '【' or '〔'))
                return false;
            depth += c is '(' or '[' or '【' or '〔' ? 1 : c is ')' or ']' or '】' or '〕' ? -1 : 0;
        }

        return true;
    }

    // *At this point a passing tram made the recording inaudible.*
    private bool IsItalic(Passage passage) =>
        passage.Blocks is [var line] && line.Span.Of(_source.Text).Trim() is ['*' or '_', not ('*' or '_'), .., not ('*' or '_'), '*' or '_'] printed && printed.AsSpan(1, printed.Length - 2).IndexOfAny('*', '_') < 0;

    // 感谢，下一位。 is said in a turn; behind the last one, 感谢…提供场地。 is the editors'.
    private bool IsSpokenThanks(string folded, SpeakerMark mark) =>
        folded.StartsWith(Thanks, StringComparison.Ordinal) && !(_hasBegun && ReferenceEquals(mark, _last));

    // 茶歇期间，主办方播放了短片。 / 短片由…拍摄。: what is told goes on until the person is heard or named again.
    private bool IsScene(Passage passage, IReadOnlyList<Opening> openings, SpeakerMark mark)
    {
        var text = passage.Text.Text;
        if (openings is [{ IsGroup: false }, ..])
            return _isTold = false;
        if (text.Contains('我', StringComparison.Ordinal) || text[0] is '“' or '「' or '"' || text.Contains("I ", StringComparison.Ordinal) || text.Contains("we ", StringComparison.OrdinalIgnoreCase))
            return _isTold = false;
        if (Scenes.LengthAt(passage.Folded, 0) > 0 || Has(SceneTimes, passage.Folded, HeadOfScene) || IsOfDocument(passage.Folded))
            return _isTold = true;
        if (_hasBegun && ReferenceEquals(mark, _last) && Has(Closing, passage.Folded, passage.Folded.Length))
            return _isTold = true;
        var isNamed = text[0] is '他' or '她' || (mark.Person is { } person && text.Contains(person, StringComparison.Ordinal));
        return _isTold &= !isNamed;
    }

    // **鄒牧之：不是沒人，是沒人留下來** above 蘭潭大學高齡社會研究所所長鄒牧之表示，…: the news puts headlines over what it reports.
    private bool IsHeading(Passage passage, IReadOnlyList<Opening> openings, SpeakerMark mark)
    {
        if (mark is not { Kind: MarkKind.NameLine, Title: null })
            return false;
        _areHeadings |= _isFirst && passage.Mark is null && openings is [{ Start: 0, IsGroup: false, Title: not null }, ..];
        return _areHeadings;
    }

    // 《法庭使用生成式人工智能指引》订明，…: a document speaks, not the person.
    private static bool IsOfDocument(string folded) =>
        folded[0] == '《' && folded.IndexOf('》', StringComparison.Ordinal) is > 0 and var close && close < 60 && folded.IndexOf(',', close) is var comma && (comma < 0 || comma - close < 25)
        && folded.AsSpan(close, Math.Min(25, folded.Length - close)).ContainsAny("规订指显收载称发施");

    private static bool Has(WordList words, string folded, int until)
    {
        for (var at = 0; at < Math.Min(until, folded.Length); at++)
        {
            if (words.LengthAt(folded, at) > 0)
                return true;
        }

        return false;
    }

    // Under a name line somebody else may be introduced with title and verb: the chair, who closes. In a dialogue all who
    // speak have labels, and what a turn quotes is the turn's.
    private static bool IsSomebodyElse(IReadOnlyList<Opening> openings, SpeakerMark mark) =>
        mark.Kind == MarkKind.NameLine && openings is [{ Start: 0, IsGroup: false, Title: not null, Known: var known }, ..] && known?.Name != mark.Person;

    /// <summary>What becomes of a passage: it begins an utterance, goes on with the one before, or is nobody's.</summary>
    /// <param name="Passage">The passage.</param>
    /// <param name="Utterance">The utterance that it begins; null otherwise.</param>
    /// <param name="GoesOn">Whether it goes on with the utterance before.</param>
    internal sealed record Part(Passage Passage, Utterance? Utterance, bool GoesOn);
}
