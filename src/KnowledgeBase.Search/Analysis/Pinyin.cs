using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Search.Analysis;

/// <summary>Readings of Chinese words and names in pinyin without tones, and the keys under which they are looked up.</summary>
internal static class Pinyin
{
    private const int LongestWord = 5;
    private static readonly Dictionary<string, string[]> Words =
        DataRows.Of("Analysis/Data/readings.tsv").ToDictionary(row => row[0], row => row[1].Split(' '), StringComparer.Ordinal);

    /// <summary>
    /// The syllables of a text's Han characters, each as <see cref="Normal"/> writes it; other characters have none.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <param name="isName">Whether it is a person's name, whose surname is read as one: 曾毅 zeng yi, 单霁翔 shan ji xiang.</param>
    public static IReadOnlyList<string> Syllables(string text, bool isName = false)
    {
        if (isName)
            return [.. Slug.OfPerson(text).Split('-').Select(Normal)];
        var folded = Folding.Fold(text);
        var syllables = new List<string>(folded.Length);
        for (var at = 0; at < folded.Length;)
        {
            if (WordAt(folded, at) is not (> 0 and var length, { } reading))
            {
                if (Han.Reading(folded[at]) is { Length: > 0 } syllable)
                    syllables.Add(Normal(syllable));
                at++;
                continue;
            }

            syllables.AddRange(reading.Select(Normal));
            at += length;
        }

        return syllables;
    }

    /// <summary>The syllables of a text written together, as people type them: 元宇宙 → yuanyuzhou.</summary>
    public static string Key(string text, bool isName = false) => string.Concat(Syllables(text, isName));

    /// <summary>The first letters of a text's syllables: 薛澜 → xl.</summary>
    public static string Initials(string text, bool isName = false) => string.Concat(Syllables(text, isName).Where(s => s.Length > 0).Select(s => s[0]));

    /// <summary>Pinyin as typed, under one spelling: small letters, ü as v (lü, lyu and lv are one), no tone digits, no marks.</summary>
    public static string Normal(string typed)
    {
        var letters = string.Concat(typed.Select(c => c is 'ü' or 'Ü' ? 'v' : Folding.Fold(c)).Where(c => char.IsAsciiLetterLower(c)));
        return letters is "lyu" or "nyu" ? $"{letters[0]}v" : letters;
    }

    /// <summary>
    /// One key for syllables that many speakers do not tell apart: zh z, ch c, sh s, ang an, eng en, ing in, l n at the
    /// beginning. 洪 and 鸿, 姓 and 性 have one key anyway.
    /// </summary>
    public static string FuzzyKey(string text)
    {
        var syllables = Syllables(text).Select(syllable =>
        {
            var s = syllable.StartsWith("zh", StringComparison.Ordinal) || syllable.StartsWith("ch", StringComparison.Ordinal) || syllable.StartsWith("sh", StringComparison.Ordinal)
                ? syllable[0] + syllable[2..]
                : syllable.StartsWith('l') ? 'n' + syllable[1..] : syllable;
            return s.EndsWith("ng", StringComparison.Ordinal) && s.Length > 2 && s[^3] != 'o' ? s[..^1] : s;
        });
        return string.Join(' ', syllables);
    }

    private static (int Length, string[]? Reading) WordAt(string folded, int at)
    {
        for (var length = Math.Min(LongestWord, folded.Length - at); length > 1; length--)
        {
            if (Words.TryGetValue(folded.Substring(at, length), out var reading))
                return (length, reading);
        }

        return default;
    }
}
