using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Search;

/// <summary>Narrows lists of names: by a part of the name, an alias, the English name or pinyin (xue lan, xuelan, xl).</summary>
public static class NameMatch
{
    /// <summary>Whether a value of a facet fits what was typed.</summary>
    public static bool Fits(string typed, Entity? entity, FacetValue value) =>
        entity is null ? FitsAny(typed, [value.Id, value.Label, value.LabelEn ?? ""]) : Fits(typed, entity);

    /// <summary>Whether an entity fits what was typed; everything fits nothing typed.</summary>
    public static bool Fits(string typed, Entity entity) => FitsAny(typed, [entity.Id, entity.Name, entity.NameEn ?? "", .. entity.Aliases]);

    private static bool FitsAny(string typed, IEnumerable<string> names)
    {
        var key = Folding.Key(typed);
        return key.Length == 0 ? typed.Trim().Length == 0 : names.Any(name => Folding.Key(name).Contains(key, StringComparison.Ordinal) || FitsPinyin(key, name));
    }

    private static bool FitsPinyin(string key, string name)
    {
        if (!key.All(char.IsAsciiLetter) || !name.Any(Han.Is))
            return false;
        var syllables = Slug.OfPerson(name).Split('-');
        return string.Concat(syllables).Contains(key, StringComparison.Ordinal) || (key.Length > 1 && string.Concat(syllables.Where(s => s.Length > 0).Select(s => s[0])).StartsWith(key, StringComparison.Ordinal));
    }
}
