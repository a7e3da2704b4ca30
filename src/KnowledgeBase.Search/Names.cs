using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Search;

/// <summary>Finds the entities of a catalogue by identifier, by name and by alias, facet by facet.</summary>
public sealed class Names
{
    private readonly Dictionary<string, Dictionary<string, Entity>> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ILookup<string, string>> _byName = new(StringComparer.Ordinal);

    /// <summary>Indexes the names of a catalogue.</summary>
    public Names(Catalogue catalogue)
    {
        Add("report", catalogue.Reports);
        Add("panel", catalogue.Panels);
        Add("speaker", catalogue.Speakers);
        Add("institution", catalogue.Institutions);
        Add("theme", catalogue.Themes);
        Add("instrument", catalogue.Instruments);
    }

    /// <summary>The entity behind a facet's value, or null where the facet has none (kind, year) or the id is unknown.</summary>
    public Entity? Find(string facet, string id) => _byId.GetValueOrDefault(facet)?.GetValueOrDefault(id);

    /// <summary>Whether the facet's values are entities with names.</summary>
    public bool HasEntities(string facet) => _byId.ContainsKey(facet);

    /// <summary>
    /// The ids that a value can mean: itself where it is one, otherwise those of the entities that are called so. More
    /// than one is ambiguous, none unknown.
    /// </summary>
    public IReadOnlyList<string> Resolve(string facet, string value)
    {
        if (Find(facet, value) is not null)
            return [value];
        // 《中华人民共和国个人信息保护法》 is known even where every report prints 《个人信息保护法》.
        if (facet == "instrument" && InstrumentName.IdOf(value) is var id && Find(facet, id) is not null)
            return [id];
        return _byName.TryGetValue(facet, out var names) ? [.. names[Folding.Key(value)].Distinct(StringComparer.Ordinal)] : [];
    }

    private void Add(string facet, IEnumerable<Entity> entities)
    {
        var all = entities.ToList();
        _byId[facet] = all.DistinctBy(entity => entity.Id, StringComparer.Ordinal).ToDictionary(entity => entity.Id, StringComparer.Ordinal);
        _byName[facet] = all.SelectMany(entity => NamesOf(entity).Select(name => (Key: Folding.Key(name), entity.Id)))
            .Where(pair => pair.Key.Length > 0)
            .ToLookup(pair => pair.Key, pair => pair.Id, StringComparer.Ordinal);
    }

    private static IEnumerable<string> NamesOf(Entity entity) => entity.NameEn is null ? [entity.Name, .. entity.Aliases] : [entity.Name, entity.NameEn, .. entity.Aliases];
}
