using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Registry;

namespace KnowledgeBase.Search;

/// <summary>Gathers the institutions of speakers, their units and what they belong to.</summary>
internal sealed class InstitutionEntities(InstitutionRegistry registry, PrintedPlaces places)
{
    private readonly Dictionary<string, (InstitutionEntity Entity, PrintedNames Variants)> _all = new(StringComparer.Ordinal);

    public void Add(Statement statement)
    {
        foreach (var office in statement.Institutions)
            Add(office, statement);
    }

    public IEnumerable<InstitutionEntity> Build() => _all.Values.Select(gathered => gathered.Entity with { Variants = gathered.Variants.All });

    /// <summary>A known institution as the registry describes it.</summary>
    public static InstitutionEntity Known(Institution known, InstitutionRegistry registry) => new()
    {
        Id = known.Id,
        Name = known.Name,
        NameEn = known.NameEn,
        Aliases = known.Aliases,
        Parent = known.Parent,
        Sector = registry.SectorOf(known),
        Country = registry.CountryOf(known),
    };

    private void Add(Office office, Statement statement)
    {
        foreach (var known in registry.WithAncestors(office.Id).Concat(office.UnitId is null ? [] : registry.WithAncestors(office.UnitId)))
            Add(known.Id, () => Known(known, registry));
        Add(office.Id, () => new InstitutionEntity { Id = office.Id, Name = office.Name, Sector = office.Sector, Country = office.Country });
        _all[office.Id].Variants.Add(office.AsPrinted, statement);
        if (office is not { UnitId: { } unitId, Unit: { } unit })
            return;
        Add(unitId, () => new InstitutionEntity { Id = unitId, Name = office.Name + unit, Parent = office.Id, Sector = office.Sector, Country = office.Country });
        _all[unitId].Variants.Add(office.AsPrinted, statement);
    }

    private void Add(string id, Func<InstitutionEntity> make)
    {
        if (!_all.ContainsKey(id))
            _all.Add(id, (make(), new PrintedNames(places.LineOf)));
    }
}
