using System.Collections.Frozen;

namespace KnowledgeBase.Corpus.Text;

/// <summary>
/// Makes text comparable character by character, so that offsets stay true: traditional → simplified, full → half
/// width, capital → small, without accent, one form for each middle dot, dash and quotation mark.
/// </summary>
public static class Folding
{
    private static readonly FrozenDictionary<char, string> Expansions =
        DataFile.Rows("Text/Data/fold.tsv.gz", 2).ToFrozenDictionary(row => row[0][0], row => row[1]);

    private static readonly char[] Folded = Load();

    /// <summary>The folded form of one UTF-16 code unit; surrogates stay as they are.</summary>
    public static char Fold(char c) => Folded[c];

    /// <summary>The folded text, of the same length; the same object where nothing changes.</summary>
    public static string Fold(string text)
    {
        var first = 0;
        while (first < text.Length && Folded[text[first]] == text[first])
            first++;
        if (first == text.Length)
            return text;

        return string.Create(text.Length, text, static (result, text) =>
        {
            for (var i = 0; i < text.Length; i++)
                result[i] = Folded[text[i]];
        });
    }

    /// <summary>
    /// The key under which spellings of one name meet: folded, letters and digits only. 李 萌 = 李萌,
    /// 玛丽亚－弗朗切斯卡·斯帕托利萨诺 = 玛丽亚-弗朗切斯卡•斯帕托利萨诺.
    /// </summary>
    public static string Key(string name)
    {
        var folded = Fold(name);
        return folded.All(char.IsLetterOrDigit) ? folded : string.Concat(folded.Where(char.IsLetterOrDigit));
    }

    /// <summary>What <paramref name="c"/> is in plain letters where one character does not do (ﬁ → fi), or null.</summary>
    internal static string? Expand(char c) => Expansions.GetValueOrDefault(c);

    private static char[] Load()
    {
        var folded = new char[char.MaxValue + 1];
        for (var i = 0; i < folded.Length; i++)
            folded[i] = Han.Simplify((char)i);
        foreach (var (c, expansion) in Expansions)
        {
            if (expansion.Length == 1)
                folded[c] = expansion[0];
        }

        // A name's middle dot is typed in many ways: 温德尔•瓦拉赫, 温德尔・瓦拉赫, 温德尔‧瓦拉赫.
        foreach (var dot in "•‧∙⋅・･")
            folded[dot] = '·';
        foreach (var space in "\u3000\u00A0\u2002\u2003\u2009")
            folded[space] = ' ';
        foreach (var quote in "「」『』«»")
            folded[quote] = '"';
        for (var i = 0; i < folded.Length; i++)
            folded[i] = char.ToLowerInvariant(folded[i]);
        return folded;
    }
}
