using System.Collections.Frozen;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>A verb of saying.</summary>
/// <param name="First">The index of its first token.</param>
/// <param name="End">One past its last token.</param>
internal readonly record struct EnglishCue(int First, int End);

/// <summary>Finds English verbs of saying behind or in front of their subject.</summary>
internal static class EnglishCues
{
    private const int LongestPhrase = 5;
    private const int MostBetween = 6;
    private static readonly string[][] Rows = [.. DataFile.Rows("Segmentation/Data/english-cues.tsv", 5)];
    private static readonly FrozenSet<string> Finite = Set(Rows.SelectMany(row => row[1..3]).Concat(Rows.Where(row => row[4] == "say").Select(row => row[0])));
    private static readonly FrozenSet<string> Infinite = Set(Rows.SelectMany(row => new[] { row[0], row[3] }));
    private static readonly FrozenSet<string> Participles = Set(Rows.Where(row => row[4] == "say").Select(row => row[3]));
    private static readonly FrozenSet<string> BeforeSubject = Set(Rows.Where(row => row[4] == "say").SelectMany(row => row[1..3]));

    /// <summary>
    /// The verb of saying that follows a subject: said; has also noted; went on to say; bluntly told. None where the
    /// subject is told or asked itself (was told, has been asked).
    /// </summary>
    public static EnglishCue? Behind(EnglishToken[] tokens, int at, int end)
    {
        var words = Finite;
        var hasPrefix = false;
        for (var i = at; i < end && i - at <= MostBetween && tokens[i].IsWord; i++)
        {
            if (LengthAt(tokens, i, end, words) is > 0 and var length)
                return new EnglishCue(i, i + length);
            if (EnglishWords.Is("prefix", tokens[i]) || (hasPrefix && EnglishWords.Is("prefix-rest", tokens[i])))
                (words, hasPrefix) = (Infinite, true);
            else if (!IsAdverb(tokens[i]))
                return null;
        }

        return null;
    }

    /// <summary>The verb that may stand in front of its subject: “…,” said Ms X.</summary>
    public static EnglishCue? InFront(EnglishToken[] tokens, int at, int end) =>
        LengthAt(tokens, at, end, BeforeSubject) is > 0 and var length ? new EnglishCue(at, at + length) : null;

    /// <summary>The participle that tells what its subject says: …, warning that depots would need cables.</summary>
    public static EnglishCue? Participle(EnglishToken[] tokens, int at, int end) =>
        LengthAt(tokens, at, end, Participles) is > 0 and var length ? new EnglishCue(at, at + length) : null;

    /// <summary>Whether a verb of saying begins at a token.</summary>
    public static bool IsAt(EnglishToken[] tokens, int at, int end) => LengthAt(tokens, at, end, Finite) > 0;

    private static bool IsAdverb(EnglishToken token) =>
        EnglishWords.Is("auxiliary", token) || (token.Text.Length > 4 && token.Text.EndsWith("ly", StringComparison.Ordinal) && !token.IsCapital);

    private static int LengthAt(EnglishToken[] tokens, int at, int end, FrozenSet<string> words)
    {
        if (at >= end || !tokens[at].IsWord || !char.IsLower(tokens[at].Text[0]))
            return 0;
        var longest = words.Contains(tokens[at].Text) ? 1 : 0;
        var phrase = tokens[at].Text;
        for (var i = at + 1; i < end && i - at < LongestPhrase && tokens[i].IsWord; i++)
        {
            phrase += " " + tokens[i].Text;
            if (words.Contains(phrase))
                longest = i + 1 - at;
        }

        return longest;
    }

    private static FrozenSet<string> Set(IEnumerable<string> words) => words.ToFrozenSet(StringComparer.Ordinal);
}
