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
    private const int LongestEnglishTypo = 20;
    private static readonly WordAnalysis Dictionaries = new(DomainWords.None);
    private static readonly Dictionary<char, string> Shapes = ShapeGroups();

    // A word under the keys of all that it could be mistaken for: what is left when one character is dropped, and how it sounds.
    private readonly Dictionary<string, List<string>> _byDeletion = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _bySound = new(StringComparer.Ordinal);
    private readonly List<string> _english = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _frequency = new(StringComparer.Ordinal);
    private readonly WordAnalysis _analysis;

    /// <summary>Gathers the words that can be meant: those of the thesaurus and those of the texts.</summary>
    public Spelling(Thesaurus thesaurus, WordAnalysis analysis, IndexReader reader)
    {
        _analysis = analysis;
        foreach (var (form, meaning) in thesaurus.Forms)
        {
            if (form.Any(Han.Is))
                AddWithWords(Folding.Key(form));
            else
                _english.AddRange(Thesaurus.EnglishWords(form).Where(word => _known.Add(word)));
            foreach (var part in meaning.Kind == MeaningKind.Speaker ? NameParts.Of(form).Skip(1) : [])
                Add(Folding.Key(part));
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
    /// The query text with the words corrected that occur nowhere, or null where nothing better is known.
    /// </summary>
    /// <param name="text">The query text.</param>
    /// <param name="query">How it was read.</param>
    /// <param name="occurs">Whether a word of it finds anything.</param>
    public string? Correct(string text, QueryBuilder query, Func<QueryUnit, bool> occurs)
    {
        var corrected = text;
        foreach (var unit in query.Units.Where(unit => !occurs(unit)))
        {
            if (Correct(unit, occurs) is { } better)
                corrected = corrected.Replace(unit.Text, better, StringComparison.OrdinalIgnoreCase);
        }

        return corrected == text ? null : corrected;
    }

    private string? Correct(QueryUnit unit, Func<QueryUnit, bool> occurs)
    {
        var folded = Folding.Fold(unit.Text);
        if (!folded.Any(Han.Is))
            return English(folded);

        // Only what no dictionary word explains is doubtful: 法律|总是|落后 are words, 数字|洪|沟 are not all.
        foreach (var window in Windows(folded))
        {
            var part = window.Of(folded);
            if (Best(part) is { } better && !occurs(new QueryUnit(part, false, [new QueryForm(part, 1, FormSource.Typed, IsWhole: false)], [], [], [], [], [])))
                return unit.Text[..window.Start] + better + unit.Text[window.End..];
        }

        return null;
    }

    // The stretches of a text that hold a doubtful word, longest first; each begins and ends where a word does.
    private IEnumerable<TextSpan> Windows(string folded)
    {
        var words = _analysis.Words(folded).ToList();
        var windows = from first in Enumerable.Range(0, words.Count)
                      from last in Enumerable.Range(first, words.Count - first)
                      let window = new TextSpan(words[first].Start, words[last].End)
                      where window.Length is >= 2 and <= LongestWord && words.Skip(first).Take(last - first + 1).Any(word => IsDoubtful(word.Of(folded)))
                      orderby window.Length descending, window.Start
                      select window;
        return windows;
    }

    private bool IsDoubtful(string word) => !UnitReader.IsStopWord(word) && (word.Length == 1 || !_frequency.ContainsKey(word));

    private string? Best(string typed)
    {
        var candidates = SoundAlikes(typed).Select(word => (word, Cost: 1))
            .Concat(NearWords(typed).Select(word => (word, Cost: CostOf(typed, word))))
            .Where(candidate => candidate.word != typed && candidate.Cost < int.MaxValue);
        return candidates.OrderBy(candidate => candidate.Cost).ThenByDescending(candidate => _frequency.GetValueOrDefault(candidate.word)).ThenBy(candidate => candidate.word, StringComparer.Ordinal)
            .Select(candidate => candidate.word).FirstOrDefault();
    }

    private IEnumerable<string> SoundAlikes(string typed) => _bySound.GetValueOrDefault(Pinyin.FuzzyKey(typed))?.Where(word => word.Length == typed.Length) ?? [];

    private IEnumerable<string> NearWords(string typed)
    {
        if (typed.Length < 2)
            return [];
        var keys = Deletions(typed).Append(typed);
        return keys.SelectMany(key => (IEnumerable<string>?)_byDeletion.GetValueOrDefault(key) ?? []).Distinct(StringComparer.Ordinal);
    }

    // How far apart two words with a common deletion are: look-alikes and swaps are near, another character is far; in a
    // word of two characters another one makes another word.
    private static int CostOf(string typed, string word)
    {
        if (typed.Length != word.Length)
            return word.Length < 3 && typed.Length < 3 ? int.MaxValue : 2;
        var different = Enumerable.Range(0, word.Length).Where(i => typed[i] != word[i]).ToList();
        return different switch
        {
            [var a, var b] when b == a + 1 && typed[a] == word[b] && typed[b] == word[a] => word.Length > 2 ? 1 : 3,
            [var a] when Shapes.GetValueOrDefault(typed[a])?.Contains(word[a], StringComparison.Ordinal) == true => 1,
            [_] when word.Length >= 4 => 4,
            _ => int.MaxValue,
        };
    }

    private string? English(string typed)
    {
        var words = Thesaurus.EnglishWords(typed);
        var better = words.Select(word => word.Length is < 4 or > LongestEnglishTypo || _known.Contains(word)
            ? word
            : _english.Select(known => (known, Distance: Distance(word, known, word.Length < 7 ? 1 : 2))).Where(pair => pair.Distance >= 0)
                .OrderBy(pair => pair.Distance).ThenBy(pair => pair.known, StringComparer.Ordinal).Select(pair => pair.known).FirstOrDefault() ?? word).ToList();
        return better.SequenceEqual(words) ? null : string.Join(' ', better);
    }

    // Optimal string alignment; -1 where it is more than the limit.
    private static int Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit)
            return -1;
        var (before, last, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }

            (before, last, row) = (last, row, before);
        }

        return last[b.Length] <= limit ? last[b.Length] : -1;
    }

    // 数字鸿沟 makes 鸿沟 known, too.
    private void AddWithWords(string term)
    {
        Add(term);
        foreach (var word in Dictionaries.Words(term))
            Add(word.Of(term));
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
