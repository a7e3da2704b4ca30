using System.Collections.Concurrent;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Registry;

/// <summary>The known institutions by identifier, by name, and by what a printed name begins with.</summary>
public sealed class InstitutionRegistry
{
    private readonly Dictionary<string, Institution> _byId;
    private readonly Dictionary<string, Institution> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Institution> _byName = new(StringComparer.Ordinal);
    private readonly ILookup<string, Institution> _units;
    private readonly ConcurrentDictionary<string, (Sector? Sector, string? Country)> _inherited = new(StringComparer.Ordinal);
    private readonly int _longest;

    /// <summary>Indexes the institutions of a registry.</summary>
    public InstitutionRegistry(IReadOnlyList<Institution> institutions)
    {
        All = institutions;
        _byId = institutions.ToDictionary(institution => institution.Id, StringComparer.Ordinal);
        _units = institutions.Where(i => i.Unit is not null && i.Parent is not null).ToLookup(i => i.Parent!, StringComparer.Ordinal);
        foreach (var institution in institutions)
        {
            foreach (var name in NamesOf(institution))
            {
                _byName.TryAdd(Folding.Fold(name), institution);
                _byKey.TryAdd(Folding.Key(name), institution);
            }
        }

        // Behind all Chinese names, which are told apart when the registry is read.
        foreach (var institution in institutions.Where(institution => institution.NameEn is not null))
            _byKey.TryAdd(Folding.Key(institution.NameEn!), institution);
        _longest = _byName.Count == 0 ? 0 : _byName.Keys.Max(name => name.Length);
    }

    /// <summary>The institutions in the order of the registry.</summary>
    public IReadOnlyList<Institution> All { get; }

    /// <summary>The institution of an identifier, or null.</summary>
    public Institution? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The institution that a whole name, English name or alias means, or null.</summary>
    public Institution? Named(string name) => _byKey.GetValueOrDefault(Folding.Key(name));

    /// <summary>The institution and those above it, innermost first; ends where a parent is unknown.</summary>
    public IEnumerable<Institution> WithAncestors(string id)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = Find(id); at is not null && seen.Add(at.Id); at = at.Parent is null ? null : Find(at.Parent))
            yield return at;
    }

    /// <summary>The institution's own sector, or the nearest ancestor's.</summary>
    public Sector? SectorOf(Institution institution) => Inherited(institution).Sector;

    /// <summary>The institution's own country, or the nearest ancestor's.</summary>
    public string? CountryOf(Institution institution) => Inherited(institution).Country;

    // Of those that were asked for before, what is above them is known.
    private (Sector? Sector, string? Country) Inherited(Institution institution)
    {
        var path = new List<Institution>();
        (Sector? Sector, string? Country) above = default;
        foreach (var ancestor in WithAncestors(institution.Id).TakeWhile(ancestor => !_inherited.TryGetValue(ancestor.Id, out above)))
            path.Add(ancestor);
        for (var i = path.Count - 1; i >= 0; i--)
            _inherited[path[i].Id] = above = (path[i].Sector ?? above.Sector, path[i].Country ?? above.Country);
        return above;
    }

    /// <summary>
    /// The institution whose name is the longest beginning of a folded printed one, and how long that name is:
    /// 清华大学|法学院. <paramref name="isUnit"/> says whether what is left can be a part of it.
    /// </summary>
    internal (Institution? Institution, int Length) BeginningOf(string folded, Func<string, bool> isUnit)
    {
        for (var length = Math.Min(_longest, folded.Length); length > 1; length--)
        {
            if (_byName.TryGetValue(folded[..length], out var institution) && isUnit(folded[length..]))
                return (institution, length);
        }

        return default;
    }

    /// <summary>The registered unit of an institution whose own name a folded printed unit begins with, or null.</summary>
    internal Institution? UnitOf(string institution, string folded) =>
        _units[institution].Where(unit => UnitNames(unit).Any(name => folded.StartsWith(Folding.Fold(name), StringComparison.Ordinal)))
            .MaxBy(unit => unit.Unit!.Length);

    private IEnumerable<string> NamesOf(Institution institution)
    {
        var own = institution.Aliases.Prepend(institution.Name);
        if (institution.Unit is null || institution.Parent is null || !_byId.TryGetValue(institution.Parent, out var parent))
            return own;
        // 清华 + 苏世民书院 as well as 清华大学 + 苏世民书院.
        return own.Concat(parent.Aliases.Prepend(parent.Name).SelectMany(name => UnitNames(institution).Select(unit => name + unit)));
    }

    private static IEnumerable<string> UnitNames(Institution unit) => unit.Aliases.Prepend(unit.Unit!);
}
