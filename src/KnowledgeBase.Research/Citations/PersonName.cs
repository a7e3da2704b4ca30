using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Research.Citations;

/// <summary>An author's name as bibliographies want it.</summary>
/// <param name="Literal">As printed.</param>
/// <param name="Family">The family name of a name in Latin letters; null for one that is not parted: 薛澜, 温德尔·瓦拉赫, 与会专家.</param>
/// <param name="Given">The given names of such a name.</param>
public sealed record PersonName(string Literal, string? Family, string? Given)
{
    private static readonly string[] Titles = ["Prof.", "Professor", "Dr.", "Dr", "Mr.", "Mr", "Ms.", "Ms", "Mrs.", "Mrs", "Sir", "Dame", "H.E."];
    private static readonly string[] Suffixes = ["Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"];

    /// <summary>
    /// A person's name. Stephen Cave and "Cave, Stephen" are parted, with "van der Aalst" as one family name. Chinese names
    /// are not, nor is what no rule parts well: John Smith Jr., O &amp; N.
    /// </summary>
    public static PersonName Of(string name)
    {
        if (name.Any(c => Han.Is(c) || char.IsDigit(c) || "&()[]/".Contains(c, StringComparison.Ordinal)))
            return Whole(name);
        if (name.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is [var familyFirst, var given] && !Suffixes.Contains(given))
            return new PersonName(name, familyFirst, given);
        List<string> words = [.. name.Split(' ', StringSplitOptions.RemoveEmptyEntries).SkipWhile(Titles.Contains)];
        return words.Count < 2 || name.Contains(',', StringComparison.Ordinal) || Suffixes.Contains(words[^1]) ? Whole(name) : Parted(name, words);
    }

    /// <summary>The name of a group or an institution, never parted.</summary>
    public static PersonName Whole(string name) => new(name, null, null);

    // Words in small letters belong to the family name: van der Aalst.
    private static PersonName Parted(string name, List<string> words)
    {
        var family = words.Count - 1;
        while (family > 1 && char.IsLower(words[family - 1][0]))
            family--;
        return new PersonName(name, string.Join(' ', words[family..]), string.Join(' ', words[..family]));
    }
}
