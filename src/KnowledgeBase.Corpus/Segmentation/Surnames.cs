using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>The Chinese surnames, single (曾) and compound (欧阳), with the readings that differ from the usual ones.</summary>
public static class Surnames
{
    private static readonly Dictionary<string, string> Known = Load();
    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Known.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<char> First = [.. Known.Keys.Select(surname => surname[0])];

    /// <summary>Whether a surname begins with <paramref name="c"/> (simplified).</summary>
    public static bool BeginsOne(char c) => First.Contains(c);

    /// <summary>
    /// The length in UTF-16 units of the surname that <paramref name="name"/> (simplified) begins with: 2 for 欧阳修,
    /// 1 for 曾毅, 0 if it begins with none. A surname is no longer than the name less one character.
    /// </summary>
    public static int LengthIn(ReadOnlySpan<char> name)
    {
        for (var length = Math.Min(4, name.Length - 1); length > 0; length--)
        {
            if (Lookup.ContainsKey(name[..length]))
                return length;
        }

        return 0;
    }

    /// <summary>The syllables of a surname where it is read differently from its characters (单: shan), otherwise null.</summary>
    public static string[]? Reading(string surname) =>
        Known.TryGetValue(surname, out var reading) && reading.Length > 0 ? reading.Split(' ') : null;

    private static Dictionary<string, string> Load() =>
        DataFile.Rows("Segmentation/Data/surnames.tsv", 2).ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal);
}
