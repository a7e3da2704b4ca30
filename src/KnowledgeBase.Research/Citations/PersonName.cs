using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Research.Citations;

/// <summary>An author's name as bibliographies want it.</summary>
/// <param name="Literal">As printed.</param>
/// <param name="Family">The family name of a name in Latin letters; null for one that is not parted: 薛澜, 温德尔·瓦拉赫, 与会专家.</param>
/// <param name="Given">The given names of such a name.</param>
public sealed record PersonName(string Literal, string? Family, string? Given)
{
    /// <summary>A person's name. Stephen Cave is parted, with "van der Aalst" as one family name; Chinese names are not.</summary>
    public static PersonName Of(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2 || name.Any(Han.Is))
            return Whole(name);
        var family = words.Length - 1;
        while (family > 1 && char.IsLower(words[family - 1][0]))
            family--;
        return new PersonName(name, string.Join(' ', words[family..]), string.Join(' ', words[..family]));
    }

    /// <summary>The name of a group or an institution, never parted.</summary>
    public static PersonName Whole(string name) => new(name, null, null);
}
