using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Importing;

/// <summary>
/// Gives names identifiers: one name always the same, and two names that read alike (张薇, 张伟) two, of which the later
/// carries a hash.
/// </summary>
internal sealed class NameIds
{
    private readonly Dictionary<string, string> _byKey = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    /// <summary>Makes known which id a name has; the first that says so stays right.</summary>
    public void Add(string key, string id)
    {
        _ids.Add(id);
        _byKey.TryAdd(key, id);
    }

    /// <summary>Keeps an id from being given to a name.</summary>
    public void Reserve(string id) => _ids.Add(id);

    /// <summary>The id of the name with a key; where it has none, <paramref name="make"/>, unless that is another's.</summary>
    public string Of(string key, Func<string> make)
    {
        if (_byKey.TryGetValue(key, out var known))
            return known;
        var id = make();
        if (_ids.Contains(id))
            id = $"{id}-{ContentHash.Of(key, 4)}";
        Add(key, id);
        return id;
    }
}
