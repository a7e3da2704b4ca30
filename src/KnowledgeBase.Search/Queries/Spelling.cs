using KnowledgeBase.Corpus.Text;
using KnowledgeBase.Search.Analysis;
using Lucene.Net.Index;

namespace KnowledgeBase.Search.Queries;

/// <summary>
/// Finds the known word that a word which occurs nowhere may stand for: homophones (薛兰 → 薛澜), characters that look
/// alike, characters swapped (元宙宇), dropped, doubled or replaced, and English typing errors.
/// </summary>
internal sealed class Spelling
{
    private const int LongestWord = 12;
    private const int ShortestBySound = 4;
    private const int ShortestEnglishTypo = 5;
    private const int LongestEnglishTypo = 20;
    private const int LongEnglishWord = 9;

    // A pasted page is no typing error.
    private const int MostDoubts = 8;
    private const int MostWords = 40;
    private static readonly Dictionary<char, string> Shapes = ShapeGroups();

    // A word under the keys of all that it could be mistaken for: what is left when one character is dropped, and how it sounds.
    private readonly Dictionary<string, List<string>> _byDeletion = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _bySound = new(StringComparer.Ordinal);
    private readonly List<string> _english = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _frequency = new(StringComparer.Ordinal);
    private readonly HashSet<string> _terms = new(StringComparer.Ordinal);
    private readonly WordAnalysis _analysis;
    private readonly Thesaurus _thesaurus;

    /// <summary>Gathers the words that can be meant: those of the thesaurus and those of the texts.</summary>
    public Spelling(Thesaurus thesaurus, WordAnalysis analysis, IndexReader reader)
    {
        _analysis = analysis;
        _thesaurus = thesaurus;
        foreach (var (form, meaning) in thesaurus.Forms)
        {
            if (form.Any(Han.Is))
                AddWithWords(Folding.Key(form));
            else
                _english.AddRange(Thesaurus.EnglishWords(form).Where(word => _known.Add(word)));
            foreach (var part in meaning.Kind == MeaningKind.Speaker ? NameParts.Of(form).Skip(1) : [])
                AddTerm(Folding.Key(part));
        }

        var terms = MultiFields.GetTerms(reader, StatementDocument.TextWords);
        var each = terms?.GetEnumerator();
        while (each?.MoveNext() == true)
        {
            var word = each.Term.Utf8ToString();
            _frequency[word] = each.DocFreq;
            if (word.Any(Han.Is))
                Add(word);
            else if (word.Length > 3 && word.All(char.IsAsciiLetterLower) && _known.Add(word))
                _english.Add(word);
        }
    }

    /// <summary>
    /// The query text with the words corrected that occur nowhere, or null where nothing better is known. What a dictionary,
    /// the glossary or any text knows is no mistake: whoever asks for 上海 is not asking for 伤害.
    /// </summary>
    /// <param name="text">The query text.</param>
    /// <param name="query">How it was read.</param>
    /// <param name="occurs">Whether a word of it finds anything.</param>
    public string? Correct(string text, QueryBuilder query, Func<QueryUnit, bool> occurs)
    {
        var corrected = text;
        foreach (var unit in query.Units.Where(unit => !unit.IsKnown).Take(MostDoubts).Where(unit => !occurs(unit)))
        {
            var better = unit.Text.Any(Han.Is) ? Chinese(unit.Text) : English(unit.Text, text);
            if (better is not null)
                corrected = corrected.Replace(unit.Text, better, StringComparison.OrdinalIgnoreCase);
        }

        return corrected == text ? null : corrected;
    }

    private string? Chinese(string text)
    {
        var folded = Folding.Fold(text);
        foreach (var (window, isUnknown) in Windows(folded))
        {
            if (Best(window.Of(folded), isUnknown) is { } better)
                return text[..window.Start] + better + text[window.End..];
        }

        return null;
    }

    /// <summary>A speaker whose name sounds exactly like a text that found nothing, or null: 苏军 may mean 苏竣.</summary>
    public string? NameLike(string text) => !text.Any(Han.Is) ? null
        : _thesaurus.OfPinyin(Pinyin.Key(text, isName: true)).FirstOrDefault(meaning => meaning.Kind == MeaningKind.Speaker)?.Forms[0] is { } name && name != text ? name : null;

    // The stretches of a text that hold a doubtful word, or that are long enough to be a term that was typed by its sound
    // (人工|职能), longest first; each begins and ends where a word does, and holds no longer word that only asks. Whether it
    // holds no known word, so that more than its sound may be wrong.
    private IEnumerable<(TextSpan Window, bool IsUnknown)> Windows(string folded)
    {
        var words = _analysis.Words(folded).Take(MostWords).ToList();
        var windows = from first in Enumerable.Range(0, words.Count)
                      from last in Enumerable.Range(first, Math.Min(LongestWord, words.Count - first))
                      let inside = words.GetRange(first, last - first + 1)
                      let window = new TextSpan(inside[0].Start, inside[^1].End)
                      where window.Length is >= 2 and <= LongestWord && inside.Sum(word => word.Length) == window.Length
                      where inside.Exists(word => IsDoubtful(word.Of(folded))) || window.Length >= ShortestBySound
                      where !inside.Exists(word => word.Length > 1 && UnitReader.IsStopWord(word.Of(folded)))
                      orderby window.Length descending, window.Start
                      select (window, inside.TrueForAll(word => IsDoubtful(word.Of(folded))));
        return windows.Where(pair => !IsKnown(pair.window.Of(folded)));
    }

    private bool IsDoubtful(string word) => !UnitReader.IsStopWord(word) && (word.Length == 1 || !IsKnown(word));

    private bool IsKnown(string word) => _frequency.ContainsKey(word) || _terms.Contains(word) || (word.Length > 1 && Lexicon.Default.Find(word) != Lexicon.None);

    private string? Best(string typed, bool isUnknown)
    {
        var candidates = SoundAlikes(typed).Concat(NearWords(typed)).Where(word => word != typed).Distinct(StringComparer.Ordinal)
            .Select(word => (word, Cost: CostOf(typed, word, isUnknown))).Where(candidate => candidate.Cost < int.MaxValue);
        return candidates.OrderBy(candidate => candidate.Cost).ThenByDescending(candidate => _frequency.GetValueOrDefault(candidate.word)).ThenBy(candidate => candidate.word, StringComparer.Ordinal)
            .Select(candidate => candidate.word).FirstOrDefault();
    }

    private IEnumerable<string> SoundAlikes(string typed) => _bySound.GetValueOrDefault(Pinyin.FuzzyKey(typed)) ?? [];

    private IEnumerable<string> NearWords(string typed)
    {
        var keys = Deletions(typed).Append(typed);
        return keys.SelectMany(key => (IEnumerable<string>?)_byDeletion.GetValueOrDefault(key) ?? []);
    }

    // What a keyboard or an eye can do to a word: another character of the same sound or shape, two swapped, one doubled, in
    // longer words one left out or replaced. Of two characters, only names and terms are worth a guess.
    private int CostOf(string typed, string word, bool isUnknown)
    {
        var isTerm = _terms.Contains(word);
        if (typed.Length == word.Length)
        {
            var different = Enumerable.Range(0, word.Length).Where(i => typed[i] != word[i]).ToList();
            if (different is [var a, var b] && b == a + 1 && typed[a] == word[b] && typed[b] == word[a])
                return word.Length > 2 ? 1 : isTerm ? 3 : int.MaxValue;
            if (isTerm && word.Length > 2 && Pinyin.Key(typed) == Pinyin.Key(word))
                return different.Count;
            if (!typed.Any(c => IsDoubtful(c.ToString())) || different.Count > Math.Max(1, word.Length / 2))
                return int.MaxValue;
            if (different.TrueForAll(i => AreAlike(typed[i], word[i])))
                return word.Length > 2 || isTerm ? different.Count : int.MaxValue;
            return isUnknown && different.Count == 1 && word.Length >= 4 && isTerm ? 4 : int.MaxValue;
        }

        if (typed.Length == word.Length + 1)
            return Enumerable.Range(1, typed.Length - 1).Any(i => typed[i] == typed[i - 1] && typed.Remove(i, 1) == word) ? 2 : int.MaxValue;
        return isUnknown && typed.Length + 1 == word.Length && word.Length >= 4 && isTerm ? 3 : int.MaxValue;
    }

    private static bool AreAlike(char a, char b) =>
        Shapes.GetValueOrDefault(a)?.Contains(b, StringComparison.Ordinal) == true || Pinyin.FuzzyKey(a.ToString()) == Pinyin.FuzzyKey(b.ToString());

    // Of words equally near, the one that makes a known phrase with its neighbours: digital devide → divide, not decide.
    private string? English(string typed, string text)
    {
        if (typed.Length is < ShortestEnglishTypo or > LongestEnglishTypo || _known.Contains(typed) || IsAcronym(typed, text))
            return null;
        var limit = typed.Length >= LongEnglishWord ? 2 : 1;
        var around = Thesaurus.EnglishWords(text);
        var at = Array.IndexOf(around, typed);
        return _english.Where(known => known.Length > 3 && known[0] == typed[0] && (limit == 1 || known.Length >= LongEnglishWord - 1))
            .Select(known => (known, Distance: EditDistance.Within(typed, known, limit)))
            .Where(pair => pair.Distance >= 0)
            .OrderByDescending(pair => MakesPhrase(around, at, pair.known)).ThenBy(pair => pair.Distance).ThenBy(pair => pair.known, StringComparer.Ordinal)
            .Select(pair => pair.known).FirstOrDefault();
    }

    private bool MakesPhrase(string[] words, int at, string word) =>
        (at > 0 && _thesaurus.Of($"{words[at - 1]} {word}").Count > 0) || (at >= 0 && at + 1 < words.Length && _thesaurus.Of($"{word} {words[at + 1]}").Count > 0);

    private static bool IsAcronym(string typed, string text) =>
        text.IndexOf(typed, StringComparison.OrdinalIgnoreCase) is >= 0 and var at && text.AsSpan(at, typed.Length).IndexOfAnyInRange('a', 'z') < 0;

    // 数字鸿沟 makes 鸿沟 known, too.
    private void AddWithWords(string term)
    {
        AddTerm(term);
        foreach (var word in WordAnalysis.Dictionaries.Words(term))
            AddTerm(word.Of(term));
    }

    private void AddTerm(string term)
    {
        _terms.Add(term);
        Add(term);
    }

    private void Add(string word)
    {
        if (word.Length is < 2 or > LongestWord || !word.All(Han.Is) || !_known.Add(word))
            return;
        Add(_bySound, Pinyin.FuzzyKey(word), word);
        Add(_byDeletion, word, word);
        foreach (var key in Deletions(word))
            Add(_byDeletion, key, word);
    }

    private static IEnumerable<string> Deletions(string word) => word.Length < 2 ? [] : Enumerable.Range(0, word.Length).Select(i => word.Remove(i, 1));

    private static void Add(Dictionary<string, List<string>> index, string key, string word)
    {
        if (!index.TryGetValue(key, out var words))
            index.Add(key, words = []);
        words.Add(word);
    }

    private static Dictionary<char, string> ShapeGroups()
    {
        var shapes = new Dictionary<char, string>();
        foreach (var group in DataRows.Of("Analysis/Data/shapes.tsv").Select(row => row[0]))
        {
            foreach (var c in group)
                shapes[c] = shapes.GetValueOrDefault(c) + group;
        }

        return shapes;
    }
}
