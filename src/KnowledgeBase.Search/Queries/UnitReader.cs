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
/// <param name="occurs">Whether a word of letters stands in any text, as a whole word.</param>
/// <param name="themes">Which themes words show.</param>
/// <param name="expand">Whether other forms than the typed ones are wanted.</param>
internal sealed class UnitReader(WordAnalysis analysis, Thesaurus thesaurus, Func<string, bool> occurs, ThemeTagger themes, bool expand)
{
    private const int LongestTerm = 6;
    private const float SynonymWeight = 0.85f;
    private const float RelatedWeight = 0.3f;
    private static readonly HashSet<string> StopWords = [.. DataRows.Of("Analysis/Data/stopwords.txt").Select(row => Folding.Fold(row[0]))];
    private static readonly char[] Marks = [.. "?!,.;:。、…*~^\"'()？！，．；：（）《》〈〉“”‘’「」『』【】 \u3000"];

    /// <summary>The words of some neighbouring pieces of plain text. Those that only ask (谁, 如何, the) are left out, unless there are no others.</summary>
    public IReadOnlyList<QueryUnit> Read(IReadOnlyList<string> pieces)
    {
        var units = new List<QueryUnit>();
        var english = new List<string>();
        foreach (var piece in pieces.SelectMany(piece => piece.Split('*', StringSplitOptions.RemoveEmptyEntries)))
        {
            if (!piece.Any(Han.Is) && piece.Any(char.IsLetterOrDigit))
            {
                english.Add(piece);
                continue;
            }

            units.AddRange(English(english));
            english.Clear();
            if (Chinese(piece) is { } unit)
                units.Add(unit);
        }

        units.AddRange(English(english));
        var telling = units.Where(unit => !IsStopWord(unit.Text)).ToList();
        return telling.Count > 0 ? telling : units;
    }

    /// <summary>An exact phrase: nothing but what was typed, wherever it stands.</summary>
    public static QueryUnit? Exact(string text) => Bare(text) is { Length: > 0 } bare ? new QueryUnit(bare, [Typed(bare)], [], [], [], []) : null;

    private static bool IsStopWord(string text) => StopWords.Contains(Thesaurus.Key(text));

    private static QueryForm Typed(string text) => new(text, 1, FormSource.Typed, IsWhole: false);

    // "可解释性？" asks for 可解释性, 《民法典》 for 民法典; a mark by itself asks for itself.
    private static string Bare(string text)
    {
        var bare = text.Trim().Trim(Marks);
        return bare.Length > 0 ? bare : text.Trim();
    }

    private QueryUnit? Chinese(string piece)
    {
        var text = Bare(piece);
        if (text.Length == 0)
            return null;
        var meanings = Meanings(text);
        var folded = Folding.Fold(text);
        var words = Terms(folded, [.. analysis.Words(folded)]).Where(word => !IsStopWord(word)).Distinct(StringComparer.Ordinal).ToList();
        var parts = words.Count == 0 || (words.Count == 1 && words[0].Length == folded.Length) ? [] : words.Select(Part).ToList();
        return Unit(text, meanings, FormSource.Synonym, parts);
    }

    private QueryUnit Part(string word) => Unit(word, Meanings(word), FormSource.Synonym, []);

    // Words that together are one term stay together: 人工智能|治理 is in the glossary as a whole.
    private IEnumerable<string> Terms(string folded, List<TextSpan> words)
    {
        for (var first = 0; first < words.Count;)
        {
            var last = Math.Min(words.Count, first + LongestTerm) - 1;
            while (last > first && (!AreNeighbours(words, first, last) || (first == 0 && last == words.Count - 1) || thesaurus.Of(folded[words[first].Start..words[last].End]).Count == 0))
                last--;
            yield return folded[words[first].Start..words[last].End];
            first = last + 1;
        }
    }

    private static bool AreNeighbours(List<TextSpan> words, int first, int last)
    {
        for (var i = first; i < last; i++)
        {
            if (words[i].End != words[i + 1].Start)
                return false;
        }

        return true;
    }

    private IEnumerable<QueryUnit> English(List<string> pieces)
    {
        var words = pieces.SelectMany(Thesaurus.EnglishWords).ToList();
        // What splits into nothing, or looks like no English (3.5%, C++), is asked for as typed.
        if (words.Count == 0)
            return pieces.Select(piece => new QueryUnit(Bare(piece), [Typed(Bare(piece))], [], [], [], []));
        return pieces.Count == 1 && words.Count > 1 && Meanings(pieces[0]) is { Count: > 0 } meanings ? [Unit(pieces[0], meanings, FormSource.Synonym, [])] : EnglishUnits(words);
    }

    private IEnumerable<QueryUnit> EnglishUnits(List<string> words)
    {
        for (var at = 0; at < words.Count;)
        {
            var (length, unit) = Longest(words, at, Meanings, FormSource.Synonym);
            if (unit is null && !occurs(words[at]))
                (length, unit) = Longest(words, at, letters => expand ? thesaurus.OfPinyin(Pinyin.Normal(letters)) : [], FormSource.Pinyin);
            yield return unit ?? Unit(words[at], [], FormSource.Typed, []);
            at += Math.Max(1, length);
        }
    }

    private (int Length, QueryUnit? Unit) Longest(List<string> words, int at, Func<string, IReadOnlyList<Meaning>> meaningsOf, FormSource source)
    {
        for (var length = Math.Min(Thesaurus.LongestEnglish, words.Count - at); length > 0; length--)
        {
            var text = string.Join(' ', words.Skip(at).Take(length));
            if (meaningsOf(text) is { Count: > 0 } meanings)
                return (length, Unit(text, meanings, source, []));
        }

        return default;
    }

    private IReadOnlyList<Meaning> Meanings(string text) => expand ? thesaurus.Of(text) : [];

    private QueryUnit Unit(string text, IReadOnlyList<Meaning> meanings, FormSource source, IReadOnlyList<QueryUnit> parts)
    {
        var forms = new List<QueryForm> { Typed(text) };
        var known = new HashSet<string>(StringComparer.Ordinal) { new SqueezedText(text).Text };
        foreach (var meaning in meanings.Where(meaning => meaning.Kind != MeaningKind.Theme))
        {
            foreach (var form in meaning.Forms.Where(form => known.Add(new SqueezedText(form).Text)))
                forms.Add(new QueryForm(form, SynonymWeight, source, !form.Any(Han.Is)));
        }

        foreach (var word in meanings.SelectMany(meaning => meaning.Related).Where(word => known.Add(new SqueezedText(word).Text)))
            forms.Add(new QueryForm(word, RelatedWeight, FormSource.Related, !word.Any(Han.Is)));
        var entities = meanings.Where(meaning => meaning.Kind is MeaningKind.Speaker or MeaningKind.Institution);
        var named = forms.Where(form => form.Source != FormSource.Related).SelectMany(form => Meanings(form.Text)).Where(meaning => meaning.Kind == MeaningKind.Theme);
        return new QueryUnit(text, forms, [.. entities], [.. ThemesShown(forms)], [.. named.Select(meaning => meaning.Id).Distinct(StringComparer.Ordinal)], parts);
    }

    private IEnumerable<string> ThemesShown(List<QueryForm> forms) => expand
        ? forms.Where(form => form.Source != FormSource.Related).SelectMany(form => themes.Tag(form.Text)).Select(label => label.Id).Distinct(StringComparer.Ordinal)
        : [];
}
