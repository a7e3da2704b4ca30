using KnowledgeBase.Corpus.Registry;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus;

/// <summary>
/// Labels text with themes of the vocabulary. A label is interpretation, so each shows the words it rests on: one cue,
/// two different hints, or one hint three times, outside the phrases that the vocabulary excepts; general words and hints
/// only where the text is of the theme's field.
/// </summary>
public sealed class ThemeTagger
{
    private const int LongestGap = 10;
    private const int LongestWholeWord = 4;
    private const char Gap = '…';
    private readonly IReadOnlyList<Theme> _themes;
    private readonly PhraseMatcher _matcher;

    // What each phrase of the matcher is for.
    private readonly List<Use> _uses = [];

    /// <summary>A tagger of the given vocabulary.</summary>
    public ThemeTagger(IReadOnlyList<Theme> themes)
    {
        _themes = themes;
        var phrases = new List<string>();
        for (var theme = 0; theme < themes.Count; theme++)
        {
            Add(phrases, themes[theme].Cues, theme, Role.Cue);
            Add(phrases, themes[theme].General, theme, Role.General);
            Add(phrases, themes[theme].Hints, theme, Role.Hint);
            Add(phrases, themes[theme].Except, theme, Role.Except);
            Add(phrases, themes[theme].Field, theme, Role.Field);
        }

        _matcher = new PhraseMatcher(phrases);
    }

    /// <summary>
    /// The themes of a text from UTF-16 offset <paramref name="from"/> on, in the order of the vocabulary, each with the
    /// distinct words that show it, as printed, without marks and white space around them.
    /// </summary>
    /// <param name="text">The statement.</param>
    /// <param name="from">Where its content begins; the field may be told before that, by the speaker's office.</param>
    /// <param name="headings">The report's title and the headings above the statement: in a report on artificial intelligence not every sentence names it.</param>
    public IReadOnlyList<ThemeLabel> Tag(string text, int from = 0, IEnumerable<string>? headings = null)
    {
        var fields = Finds(string.Join('\n', headings ?? [])).Where(find => find.Use.Role == Role.Field).Select(find => find.Use.Theme).ToHashSet();
        return Label(text, from, find => find.Use.Role == Role.Field || fields.Contains(find.Use.Theme));
    }

    /// <summary>The themes that a searcher's words name: general words too, for who searches says no more than needed.</summary>
    public IReadOnlyList<string> Named(string words) => [.. Label(words, 0, _ => true).Select(label => label.Id)];

    private List<ThemeLabel> Label(string text, int from, Predicate<Find> tellsField)
    {
        var finds = Finds(text);
        var labels = new List<ThemeLabel>();
        foreach (var ofTheme in finds.GroupBy(find => find.Use.Theme).OrderBy(group => group.Key))
        {
            var isOfField = _themes[ofTheme.Key].Field.Count == 0 || ofTheme.Any(find => tellsField(find));
            var words = ofTheme.Where(find => find.Span.Start >= from && find.Use.Role != Role.Field).ToList();
            var exceptions = words.Where(find => find.Use.Role == Role.Except).ToList();
            var shown = Outermost([.. words.Where(find => Speaks(find, isOfField) && !exceptions.Exists(e => Covers(e.Span, find.Span)))]);
            if (shown.Exists(find => find.Use.Role is Role.Cue or Role.General) || HintsSuffice(shown))
                labels.Add(new ThemeLabel(_themes[ofTheme.Key].Id, [.. shown.Select(find => Word(find.Span.Of(text))).Distinct(StringComparer.Ordinal)]));
        }

        return labels;
    }

    private static bool Speaks(Find find, bool isOfField) => find.Use.Role == Role.Cue || (isOfField && find.Use.Role is (Role.General or Role.Hint));

    // 企业 once is a mention, 企业 and 市场, or 企业 three times, what the statement is about.
    private static bool HintsSuffice(List<Find> hints)
    {
        var phrases = hints.CountBy(find => find.Use.Phrase).ToList();
        return phrases.Count >= 2 || phrases.Exists(phrase => phrase.Value >= 3);
    }

    // 可解释 inside 可解释性 says nothing more, nor does 国际 inside 国际组织; but a cue inside a hint stays a cue.
    private static List<Find> Outermost(List<Find> finds) =>
    [
        .. finds.Where(find => !finds.Exists(other => other.Span.Length > find.Span.Length && Covers(other.Span, find.Span) && other.Use.Role <= find.Use.Role))
            .OrderBy(find => find.Span.Start),
    ];

    // The cues 、可信 and 可信、 keep 可信 out of 可信度; what they show is the word.
    private static string Word(string found)
    {
        var (start, end) = (0, found.Length);
        while (start < end && IsMark(found[start]))
            start++;
        while (start < end && IsMark(found[end - 1]))
            end--;
        return start < end ? found[start..end] : found;
    }

    private static bool IsMark(char c) => char.IsPunctuation(c) || char.IsWhiteSpace(c);

    private static bool Covers(TextSpan outer, TextSpan inner) => outer.Start <= inner.Start && inner.End <= outer.End;

    private List<Find> Finds(string text)
    {
        var finds = new List<Find>();
        var openGaps = new Dictionary<int, int>();
        var folded = Folding.Fold(text);
        _matcher.Find(folded, (number, span) =>
        {
            var use = _uses[number];
            if (!IsWhole(folded, span))
                return;
            if (use.IsGapStart)
                openGaps[use.Phrase] = span.End;
            else if (!use.IsGapEnd)
                finds.Add(new Find(use, span));
            else if (openGaps.TryGetValue(use.Phrase, out var end) && end <= span.Start && span.Start - end <= LongestGap && !EndsSentence(text, end, span.Start))
                finds.Add(new Find(use, new TextSpan(end - use.GapStartLength, span.End)));
        });
        return finds;
    }

    // "ai" is no part of "said", and "explainab" the beginning of "explainability"; short words end where their letters end, or in s.
    private static bool IsWhole(string folded, TextSpan span)
    {
        if (span.Start > 0 && char.IsAsciiLetter(folded[span.Start]) && char.IsAsciiLetter(folded[span.Start - 1]))
            return false;
        var end = span.End < folded.Length && folded[span.End] == 's' ? span.End + 1 : span.End;
        return span.Length > LongestWholeWord || end >= folded.Length || !char.IsAsciiLetter(folded[span.End - 1]) || !char.IsAsciiLetter(folded[end]);
    }

    private static bool EndsSentence(string text, int start, int end) => text.AsSpan(start, end - start).ContainsAny("。；;！？\n");

    private void Add(List<string> phrases, IReadOnlyList<string> words, int theme, Role role)
    {
        foreach (var word in words.Select(Folding.Fold))
        {
            var phrase = phrases.Count;
            var gap = word.IndexOf(Gap, StringComparison.Ordinal);
            if (gap > 0)
            {
                phrases.Add(word[..gap]);
                _uses.Add(new Use(theme, role, phrase, IsGapStart: true));
                phrases.Add(word[(gap + 1)..].TrimStart(Gap));
                _uses.Add(new Use(theme, role, phrase, IsGapEnd: true, GapStartLength: gap));
            }
            else
            {
                phrases.Add(word);
                _uses.Add(new Use(theme, role, phrase));
            }
        }
    }

    private enum Role
    {
        Cue,
        General,
        Hint,
        Except,
        Field,
    }

    private sealed record Use(int Theme, Role Role, int Phrase, bool IsGapStart = false, bool IsGapEnd = false, int GapStartLength = 0);

    private sealed record Find(Use Use, TextSpan Span);
}
