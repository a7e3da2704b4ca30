using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>A name that the report or the registry makes known.</summary>
/// <param name="Name">The canonical name.</param>
/// <param name="Entry">The roster entry; null where the registry or the report's text made the name known.</param>
/// <param name="Evidence">Which of them it was, as <see cref="Corpus.Evidence"/> names it.</param>
internal sealed record KnownName(string Name, RosterEntry? Entry, string Evidence);

/// <summary>The names known while a report is read: its roster's, the registry's, and those it introduced itself.</summary>
internal sealed class NameBook
{
    private const int LongestKey = 40;
    private readonly Dictionary<string, KnownName> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KnownName>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly HashSet<char> _lastCharacters = [];

    /// <summary>A book of the roster's names and, behind them, the registry's.</summary>
    public NameBook(IEnumerable<RosterEntry> roster, IEnumerable<(string Name, string Canonical)> registry)
    {
        _lookup = _names.GetAlternateLookup<ReadOnlySpan<char>>();
        Roster = [.. roster];
        foreach (var entry in Roster)
            Add(entry.Name, new KnownName(entry.Name, entry, Evidence.RosterName));
        foreach (var (name, canonical) in registry)
            Add(name, new KnownName(canonical, null, Evidence.RegistryName));
    }

    /// <summary>The roster's entries.</summary>
    public IReadOnlyList<RosterEntry> Roster { get; }

    /// <summary>Makes known a name that the text introduced with a title.</summary>
    public void Introduce(string name) => Add(name, new KnownName(name, null, Evidence.KnownName));

    /// <summary>The known name that a whole string spells, or null.</summary>
    public KnownName? Find(string name) => _names.GetValueOrDefault(Folding.Key(name));

    /// <summary>
    /// The longest known name that ends at <paramref name="end"/> of folded text, and where it begins. Spaces, dots and
    /// dashes inside do not count: 让-马可·瑞克利, 让－马可·瑞克利.
    /// </summary>
    public (KnownName? Name, int Start) EndingAt(ReadOnlySpan<char> folded, int end)
    {
        if (end <= 0 || !_lastCharacters.Contains(folded[end - 1]))
            return default;

        Span<char> key = stackalloc char[LongestKey];
        var from = LongestKey;
        (KnownName? Name, int Start) longest = default;
        for (var i = end - 1; i >= 0 && from > 0; i--)
        {
            if (!char.IsLetterOrDigit(folded[i]))
            {
                if (folded[i] is not (' ' or '·' or '-' or '.'))
                    break;
                continue;
            }

            key[--from] = folded[i];
            if (_lookup.TryGetValue(key[from..], out var name))
                longest = (name, i);
        }

        return longest;
    }

    private void Add(string name, KnownName known)
    {
        var key = Folding.Key(name);
        if (key.Length is < 2 or > LongestKey || !_names.TryAdd(key, known))
            return;
        _lastCharacters.Add(key[^1]);
    }
}
