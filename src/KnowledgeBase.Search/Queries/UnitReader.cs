using System.Globalization;
using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Text;
using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Search.Queries;

/// <summary>
/// Finds the words of a query's plain text and what they mean: Chinese is cut as the index is, English is looked up
/// phrase by phrase, letters that are neither are tried as pinyin.
/// </summary>
/// <param name="analysis">How the index was cut.</param>
/// <param name="thesaurus">What words mean.</param>
/// <param name="stands">Whether a form finds any statement; what finds none is not searched for.</param>
/// <param name="themes">Which themes words show.</param>
/// <param name="expand">Whether other forms than the typed ones are wanted.</param>
internal sealed class UnitReader(WordAnalysis analysis, Thesaurus thesaurus, Func<QueryForm, bool> stands, ThemeTagger themes, bool expand)
{
    private const int LongestTerm = 6;
    private const int LongestJoin = 4;
    private const int LongestUnchecked = 40;

    // A pasted page is searched for by its first words.
    private const int MostParts = 32;
    private const int MostLeaves = 256;
    private const float SynonymWeight = 0.85f;
    private const float RelatedWeight = 0.3f;

    /// <summary>The words that only ask or link: 谁, 如何, 的, the.</summary>
    public static readonly HashSet<string> StopWords = [.. DataRows.Of("Analysis/Data/stopwords.txt").Select(row => Folding.Fold(row[0]))];
    private static readonly char[] InWords = [.. "中地里上下前后时为以由向从之"];
    private static readonly char[] Marks = [.. "?!,.;:。、…*~^\"'()？！，．；：（）《》〈〉“”‘’「」『』【】 \u3000"];

    /// <summary>What parts two pieces that are no neighbours, for <see cref="Read"/>.</summary>
    public const string Gap = "\n";

    /// <summary>The words of some neighbouring pieces of plain text. Those that only ask (谁, 如何, the) are left out, unless there are no others.</summary>
    public IReadOnlyList<QueryUnit> Read(IReadOnlyList<string> pieces)
    {
        var units = new List<QueryUnit>();
        var english = new List<string>();
        foreach (var parts in Joined([.. pieces.SelectMany(piece => piece.Split('*', StringSplitOptions.RemoveEmptyEntries))]))
        {
            var piece = string.Concat(parts);
            if (!piece.Any(Han.Is) && piece.Any(char.IsLetterOrDigit) && !IsDecimal(piece))
            {
                english.Add(piece);
                continue;
            }

            units.AddRange(English(english));
            english.Clear();
            if (piece == Gap)
                continue;
            if (IsDecimal(piece))
                units.Add(new QueryUnit(Bare(piece), false, [Typed(Bare(piece))], [], [], [], [], []));
            else if (Chinese(piece) is { } unit)
                units.Add(parts.Count == 1 ? unit : unit with { IsJoined = true, Parts = [.. parts.Select(part => Chinese(part, part))] });
        }

        units.AddRange(English(english));
        var telling = units.Where(unit => !IsStopWord(unit.Text)).ToList();
        return Bounded((telling.Count > 0 ? telling : units).DistinctBy(unit => Folding.Fold(unit.Text), StringComparer.Ordinal));
    }

    // Many long compounds: the later ones are asked for whole only.
    private static List<QueryUnit> Bounded(IEnumerable<QueryUnit> units)
    {
        var bounded = new List<QueryUnit>();
        var leaves = 0;
        foreach (var unit in units)
        {
            leaves += unit.Leaves.Count;
            bounded.Add(leaves > MostLeaves ? unit with { Parts = [] } : unit);
        }

        return bounded;
    }

    // 徐 健, as rosters print it: characters that only together are known are one.
    private IEnumerable<List<string>> Joined(List<string> pieces)
    {
        for (var first = 0; first < pieces.Count;)
        {
            var length = Math.Min(LongestJoin, pieces.Count - first);
            while (length > 1 && !(pieces.GetRange(first, length).TrueForAll(piece => piece.Length == 1 && Han.Is(piece[0])) && Meanings(string.Concat(pieces.GetRange(first, length))).Count > 0))
                length--;
            yield return pieces.GetRange(first, length);
            first += length;
        }
    }

    private static bool IsDecimal(string piece) => piece.All(c => char.IsAsciiDigit(c) || c is '.' or ',' or '%') && piece.AsSpan().IndexOfAny('.', ',', '%') > 0 && char.IsAsciiDigit(piece[0]);

    /// <summary>An exact phrase: nothing but what was typed, wherever it stands.</summary>
    public static QueryUnit? Exact(string text) => Bare(text) is { Length: > 0 } bare ? new QueryUnit(bare, false, [Typed(bare)], [], [], [], [], []) : null;

    /// <summary>Whether a word only asks, or only links others: 谁, 如何, 的, the.</summary>
    public static bool IsStopWord(string text) => StopWords.Contains(Thesaurus.Key(text));

    private static QueryForm Typed(string text) => new(text, 1, FormSource.Typed, IsWhole: false);

    // "可解释性？" asks for 可解释性, 《民法典》 for 民法典; a mark by itself asks for itself.
    private static string Bare(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && IsOutside(text, start))
            start++;
        while (end > start && IsOutside(text, end - 1))
            end--;
        return start < end ? string.Concat(text[start..end].Where(c => char.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.Control))) : text.Trim();
    }

    // Marks, invisible characters and emoji: 😀隐私 asks for 隐私.
    private static bool IsOutside(string text, int at) => Marks.Contains(text[at])
        || char.GetUnicodeCategory(text, char.IsLowSurrogate(text[at]) && at > 0 ? at - 1 : at)
            is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.SpaceSeparator or UnicodeCategory.OtherSymbol or UnicodeCategory.Surrogate or UnicodeCategory.ModifierSymbol;

    private QueryUnit? Chinese(string piece)
    {
        var text = Bare(piece);
        return text.Length == 0 ? null : Chinese(text, Folding.Fold(text));
    }

    private QueryUnit Chinese(string text, string folded)
    {
        var meanings = Meanings(text);
        var words = Terms([.. Words(folded, analysis)], folded).Distinct(StringComparer.Ordinal).ToList();
        // 技术中立 is one word of the glossary, and two of the dictionaries.
        if (words.Count == 1 && words[0] == folded && meanings.Any(meaning => meaning.Kind == MeaningKind.Term))
            words = [.. Words(folded, WordAnalysis.Dictionaries).Distinct(StringComparer.Ordinal)];
        // 微塑料, 强人工智能: a character and a word are a longer word, and not that word.
        var isLonger = words.Exists(word => word.Length == 1) && (meanings.Count > 0 || (words.Count == 2 && words.Sum(word => word.Length) == folded.Length));
        if (words.Exists(word => word.Length > 1))
            words.RemoveAll(word => word.Length == 1);
        var isOne = isLonger || words.Count == 0 || (words.Count == 1 && words[0].Length == folded.Length)
            || meanings.Any(meaning => meaning.Kind is MeaningKind.Speaker or MeaningKind.Institution);
        return Unit(text, meanings, FormSource.Synonym, isOne ? [] : [.. words.Take(MostParts).Select(word => Chinese(word, word))]);
    }

    // The telling words. Characters that the dictionaries leave single are a word that they lack: 洪|沟 is asked for as 洪沟,
    // 中|英 as 中英; but most that only ask or link part words: 谁|谈, 的. A single one tells nothing beside longer words.
    private static IEnumerable<string> Words(string folded, WordAnalysis analysis)
    {
        var singles = new TextSpan(0, 0);
        foreach (var word in analysis.Words(folded))
        {
            var isSingle = word.Length == 1 && Han.Is(folded[word.Start]) && (InWords.Contains(folded[word.Start]) || !IsStopWord(word.Of(folded)));
            if (isSingle && singles.End == word.Start && !singles.IsEmpty)
            {
                singles = singles with { End = word.End };
                continue;
            }

            if (!singles.IsEmpty && !IsStopWord(singles.Of(folded)))
                yield return singles.Of(folded);
            singles = isSingle ? word : new TextSpan(0, 0);
            if (!isSingle && !IsStopWord(word.Of(folded)))
                yield return word.Of(folded);
        }

        if (!singles.IsEmpty && !IsStopWord(singles.Of(folded)))
            yield return singles.Of(folded);
    }

    // Words that together are one term stay together, also where a 的 parts them: 算法|的|歧视. The whole text is looked up
    // apart.
    private IEnumerable<string> Terms(List<string> words, string whole)
    {
        for (var first = 0; first < words.Count;)
        {
            var length = Math.Min(words.Count - first, LongestTerm);
            while (length > 1 && (string.Concat(words.Skip(first).Take(length)) == whole || Meanings(string.Concat(words.Skip(first).Take(length))).Count == 0))
                length--;
            yield return string.Concat(words.Skip(first).Take(length));
            first += length;
        }
    }

    private IEnumerable<QueryUnit> English(List<string> pieces)
    {
        var words = pieces.SelectMany(Thesaurus.EnglishWords).ToList();
        // What splits into nothing, or is a number with a point (2.0, 3.5%), is asked for as typed.
        if (words.Count == 0)
            return pieces.Select(piece => new QueryUnit(Bare(piece), false, [Typed(Bare(piece))], [], [], [], [], []));
        return EnglishUnits(words, Thesaurus.LongestEnglish);
    }

    // The longest phrase that is known, with the shorter ones inside it; then pinyin; then the word by itself.
    private IEnumerable<QueryUnit> EnglishUnits(List<string> words, int longest)
    {
        for (var at = 0; at < words.Count;)
        {
            var (length, unit) = Longest(words, at, longest, Meanings, FormSource.Synonym);
            if (unit is null && !stands(Typed(words[at]) with { IsWhole = true }))
                (length, unit) = Longest(words, at, longest, letters => expand ? thesaurus.OfPinyin(Pinyin.Normal(letters)) : [], FormSource.Pinyin);
            yield return unit ?? Unit(words[at], [], FormSource.Typed, []);
            at += Math.Max(1, length);
        }
    }

    private (int Length, QueryUnit? Unit) Longest(List<string> words, int at, int longest, Func<string, IReadOnlyList<Meaning>> meaningsOf, FormSource source)
    {
        for (var length = Math.Min(longest, words.Count - at); length > 0; length--)
        {
            var phrase = words.GetRange(at, length);
            var text = string.Join(' ', phrase);
            if (meaningsOf(text) is not { Count: > 0 } meanings)
                continue;
            var isParted = length > 1 && source == FormSource.Synonym && meanings.All(meaning => meaning.Kind == MeaningKind.Term);
            return (length, Unit(text, meanings, source, isParted ? [.. EnglishUnits(phrase, length - 1).Where(part => !IsStopWord(part.Text))] : []));
        }

        return default;
    }

    private IReadOnlyList<Meaning> Meanings(string text) => expand ? thesaurus.Of(text) : [];

    private QueryUnit Unit(string text, IReadOnlyList<Meaning> meanings, FormSource source, IReadOnlyList<QueryUnit> parts)
    {
        var forms = new List<QueryForm> { Typed(text) };
        var known = new HashSet<string>(StringComparer.Ordinal) { new SqueezedText(text).Text };
        // Names stand anywhere, also in titles. Of terms nobody typed this form: 强人工智能 for AGI must not be found in
        // 加强|人工智能, nor UN in "fund".
        foreach (var meaning in meanings.Where(meaning => meaning.Kind != MeaningKind.Theme).OrderBy(meaning => meaning.Kind == MeaningKind.Term))
        {
            foreach (var form in meaning.Forms.Where(form => known.Add(new SqueezedText(form).Text)))
                forms.Add(new QueryForm(form, SynonymWeight, source, meaning.Kind == MeaningKind.Term || !form.Any(Han.Is)));
        }

        foreach (var word in meanings.SelectMany(meaning => meaning.Related).Where(word => known.Add(new SqueezedText(word).Text)))
            forms.Add(new QueryForm(word, RelatedWeight, FormSource.Related, IsWhole: true));
        // 可解释性 is found, and shown, as 可解释 already.
        var typed = new SqueezedText(text).Text;
        var others = forms.Skip(1).ToLookup(form => new SqueezedText(form.Text).Text.Contains(typed, StringComparison.Ordinal));
        // A pasted page that stands nowhere is not looked for again and again.
        List<QueryForm> searched = [.. forms.Take(text.Length > LongestUnchecked && !stands(forms[0]) ? 0 : 1), .. others[false].Where(stands)];
        var longer = others[true].Where(stands).Select(form => form.Text);
        var entities = meanings.Where(meaning => meaning.Kind is MeaningKind.Speaker or MeaningKind.Institution);
        var named = forms.SelectMany(form => Meanings(form.Text)).Where(meaning => meaning.Kind == MeaningKind.Theme).Select(meaning => meaning.Id);
        return new QueryUnit(text, meanings.Count > 0, searched, [.. longer], [.. entities], [.. ThemesShown(text, meanings)], [.. named.Distinct(StringComparer.Ordinal)], parts);
    }

    private IEnumerable<string> ThemesShown(string text, IReadOnlyList<Meaning> meanings) =>
        !expand ? [] : text.Any(Han.Is) ? themes.Named(text) : meanings.SelectMany(thesaurus.ThemesOf).Distinct(StringComparer.Ordinal);
}
