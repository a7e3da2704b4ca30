using KnowledgeBase.Corpus.Registry;
using KnowledgeBase.Corpus.Segmentation;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Importing;

/// <summary>
/// The offices of a line's speaker: as it lists them, by name (清华大学) or as printed with a role (清华大学校长); where it
/// lists none, as the title of its attribution says.
/// </summary>
internal sealed class ImportedOffices(InstitutionRegistry registry)
{
    private readonly OfficeReader _reader = new(registry);

    /// <summary>The offices, sectors and countries of a line.</summary>
    public TitleReading Of(ImportRecord line, string? title)
    {
        var reading = line.NamesOrRecords("institutions") is { } given
            ? TitleReading.Of([.. given.SelectMany(item => item.Record is null ? Named(item.Name!) : [Described(item.Record)])], [])
            : _reader.Read(title);
        var countries = line.Texts("countries");
        foreach (var country in countries ?? [])
            CheckCountry(line, "countries", country);
        return reading with { Sectors = line.Choices<Sector>("sectors") ?? reading.Sectors, Countries = countries ?? reading.Countries };
    }

    private IReadOnlyList<Office> Named(string name)
    {
        var folded = Folding.Fold(name);
        var role = registry.Named(name) is null ? Roles.LengthWithModifiersBefore(folded, folded.Length) : 0;
        return role > 0 && role < name.Length && _reader.Read(name).Offices is { Count: > 0 } offices ? offices : [_reader.OfInstitution(name)];
    }

    private Office Described(ImportRecord record)
    {
        var (id, name, role) = (record.Text("id"), record.Text("name"), record.Text("role"));
        if (string.IsNullOrWhiteSpace(name))
        {
            name = id is null ? null : registry.Find(id)?.Name;
            if (name is null)
                record.Fail("name", "is missing");
        }

        if (id is not null)
            Identifiers.CheckPrintable(record, "id", id);
        var resolved = new Lazy<Office>(() => _reader.OfInstitution(name ?? "?"));
        var unit = record.Text("unit") ?? (id is null && !record.Says("unit") ? resolved.Value.Unit : null);
        var office = new Office
        {
            Id = id ?? resolved.Value.Id,
            Name = id is null ? resolved.Value.Name : name ?? "",
            Unit = unit,
            UnitId = UnitIdOf(record, id ?? resolved.Value.Id, unit),
            Role = role,
            AsPrinted = record.Text("asPrinted") ?? $"{name}{record.Text("unit")}{role}",
            Relation = record.Choice<Relation>("relation") ?? Relation.Post,
            Sector = record.Says("sector") ? record.Choice<Sector>("sector") : resolved.Value.Sector,
            Country = record.Says("country") ? record.Text("country") : resolved.Value.Country,
        };
        record.Finish();
        if (office.Country is { } country)
            CheckCountry(record, "country", country);
        return office;
    }

    private string? UnitIdOf(ImportRecord record, string institution, string? unit)
    {
        if (!record.Says("unitId"))
            return unit is null ? null : _reader.UnitIdOf(institution, unit);
        if (record.Text("unitId") is not { } id)
            return null;
        Identifiers.CheckPrintable(record, "unitId", id);
        return id;
    }

    private static void CheckCountry(ImportRecord record, string member, string country)
    {
        if (country.Length != 2 || !country.All(char.IsAsciiLetterUpper))
            record.Fail(member, $"cannot be \"{Excerpt.Of(country)}\": a country is two capital letters (ISO 3166): CN");
    }
}
