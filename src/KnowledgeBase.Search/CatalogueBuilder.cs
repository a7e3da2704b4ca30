using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Registry;

namespace KnowledgeBase.Search;

/// <summary>Gathers the catalogue of a corpus: who and what its statements speak of.</summary>
internal static class CatalogueBuilder
{
    public static Catalogue Build(CorpusContent corpus)
    {
        var statements = corpus.Reports.SelectMany(report => report.Statements).ToList();
        return new Catalogue
        {
            Reports = [.. corpus.Reports.Select(ReportOf)],
            Panels = [.. corpus.Reports.SelectMany(PanelsOf)],
            Speakers = [.. SpeakersOf(statements, corpus.Registry)],
            Institutions = [.. InstitutionsOf(statements, corpus.Registry.Institutions)],
            Themes = [.. ThemesOf(corpus.Registry)],
        };
    }

    /// <summary>What a registry knows by itself, without any report.</summary>
    public static Catalogue OfRegistry(CorpusRegistry registry) => new()
    {
        Speakers = [.. registry.People.Select(person => new SpeakerEntity { Id = person.Id, Name = person.Name, NameEn = person.NameEn, Aliases = person.Aliases })],
        Institutions = [.. registry.Institutions.All.Select(institution => Known(institution, registry.Institutions))],
        Themes = [.. ThemesOf(registry)],
    };

    private static IEnumerable<ThemeEntity> ThemesOf(CorpusRegistry registry) =>
        registry.Themes.Select(theme => new ThemeEntity { Id = theme.Id, Name = theme.Zh, NameEn = theme.En, Definition = theme.Definition });

    private static ReportEntity ReportOf(Report report) => new()
    {
        Id = report.Reference.Id,
        Name = report.Reference.Title,
        Date = report.Reference.Date,
        Publisher = report.Description.Publisher,
        Place = report.Description.Place,
        Url = report.Description.Url,
        File = report.Source.File,
        Sha256 = report.Source.Sha256,
        Length = report.Source.CodePoints.Count,
    };

    private static IEnumerable<PanelEntity> PanelsOf(Report report) =>
        from panel in report.Panels
        select new PanelEntity
        {
            Id = panel.Id,
            Name = panel.Name,
            Theme = panel.Theme,
            Report = report.Reference.Id,
            Parent = report.Reference.Id,
            Participants = [.. report.Audit.Participants.Where(participant => participant.Panel == panel.Id)],
        };

    private static IEnumerable<SpeakerEntity> SpeakersOf(List<Statement> statements, CorpusRegistry registry)
    {
        var people = registry.People.ToDictionary(person => person.Id, StringComparer.Ordinal);
        foreach (var group in statements.Where(s => s.Speaker is not null).GroupBy(s => s.Speaker!.Id, StringComparer.Ordinal))
        {
            var first = group.First().Speaker!;
            var person = people.GetValueOrDefault(group.Key);
            yield return new SpeakerEntity
            {
                Id = first.Id,
                Name = first.Name,
                NameEn = person?.NameEn,
                Aliases = person?.Aliases ?? [],
                Side = first.Side,
                Variants = [.. group.Select(s => Printed(s.Attribution.Source, s)).OfType<PrintedName>().DistinctBy(v => (v.Name, v.Report))],
                Affiliations = [.. group.SelectMany(s => s.Institutions.Select(o => new Affiliation(o, s.Report.Id, s.Report.Date))).Distinct()],
            };
        }
    }

    private static PrintedName? Printed(string? name, Statement statement) =>
        name is null ? null : new PrintedName(name, statement.Report.Id, statement.Source?.Lines[0] ?? 0);

    private static IEnumerable<InstitutionEntity> InstitutionsOf(List<Statement> statements, InstitutionRegistry registry)
    {
        var printed = (from statement in statements from office in statement.Institutions select (statement, office)).ToList();
        var found = new Dictionary<string, InstitutionEntity>(StringComparer.Ordinal);
        foreach (var (_, office) in printed)
        {
            foreach (var known in registry.WithAncestors(office.Id).Concat(office.UnitId is null ? [] : registry.WithAncestors(office.UnitId)))
                found.TryAdd(known.Id, Known(known, registry));
            found.TryAdd(office.Id, new InstitutionEntity { Id = office.Id, Name = office.Name, Sector = office.Sector, Country = office.Country });
            if (office is { UnitId: not null, Unit: not null })
                found.TryAdd(office.UnitId, UnitOf(office));
        }

        var variants = printed.SelectMany(p => new[] { p.office.Id, p.office.UnitId }.OfType<string>().Select(id => (id, p.office.AsPrinted, p.statement)))
            .ToLookup(v => v.id, v => Printed(v.AsPrinted, v.statement)!, StringComparer.Ordinal);
        return found.Values.Select(institution => institution with { Variants = [.. variants[institution.Id].DistinctBy(v => (v.Name, v.Report))] });
    }

    private static InstitutionEntity Known(Institution known, InstitutionRegistry registry) => new()
    {
        Id = known.Id,
        Name = known.Name,
        NameEn = known.NameEn,
        Aliases = known.Aliases,
        Parent = known.Parent,
        Sector = registry.SectorOf(known),
        Country = registry.CountryOf(known),
    };

    private static InstitutionEntity UnitOf(Office office) =>
        new() { Id = office.UnitId!, Name = office.Name + office.Unit, Parent = office.Id, Sector = office.Sector, Country = office.Country };
}
