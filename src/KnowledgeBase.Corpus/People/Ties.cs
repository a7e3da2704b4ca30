using KnowledgeBase.Corpus.Registry;
using KnowledgeBase.Corpus.Segmentation;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.People;

/// <summary>What ties a name to a person: institutions, the fields they lie in, titles.</summary>
internal sealed class Ties(InstitutionRegistry registry)
{
    private readonly HashSet<string> _institutions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _above = new(StringComparer.Ordinal);
    private readonly HashSet<string> _titles = new(StringComparer.Ordinal);
    private readonly HashSet<Sector> _fields = [];

    /// <summary>Whether an institution is known.</summary>
    public bool HasInstitution => _institutions.Count > 0;

    /// <summary>Whether something besides the name says that both are one person: an institution, or a title that is more than a role.</summary>
    public bool Meet(Ties other) =>
        _institutions.Overlaps(other._institutions) || _institutions.Overlaps(other._above) || _above.Overlaps(other._institutions) || _titles.Overlaps(other._titles);

    /// <summary>
    /// Whether what is known speaks against their being one person: institutions in fields that do not meet (a hospital
    /// here, a car maker there). Nothing is known where one of them has no institution.
    /// </summary>
    public bool Contradict(Ties other) =>
        !Meet(other) && _institutions.Count > 0 && other._institutions.Count > 0 && _fields.Count + other._fields.Count > 0 && !_fields.Overlaps(other._fields);

    /// <summary>Adds a title as printed, and what was read from it.</summary>
    public void Add(string? title, IReadOnlyList<Office> offices, IReadOnlyList<Sector> sectors)
    {
        _fields.UnionWith(sectors);
        foreach (var office in offices)
        {
            foreach (var id in (string[])[office.Id, office.UnitId ?? office.Id])
            {
                _institutions.Add(id);
                _above.UnionWith(registry.WithAncestors(id).Select(institution => institution.Id));
            }

            if (office.Sector is { } sector)
                _fields.Add(sector);
        }

        // 教授 and 高级工程师 are what many are; 科幻作家 too.
        var folded = Folding.Fold(title ?? "").Trim();
        if (Roles.LengthWithModifiersBefore(folded, folded.Length) < folded.Length)
            _titles.Add(Folding.Key(folded));
    }
}
