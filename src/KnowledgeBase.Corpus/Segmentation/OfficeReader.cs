using KnowledgeBase.Corpus.Registry;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>What a printed title says of a person.</summary>
/// <param name="Offices">The institutions, one entry per office, in the order printed.</param>
/// <param name="Sectors">The sectors of the present posts, or else of the profession (科幻作家: arts).</param>
/// <param name="Countries">The countries of the present posts.</param>
internal sealed record TitleReading(IReadOnlyList<Office> Offices, IReadOnlyList<Sector> Sectors, IReadOnlyList<string> Countries)
{
    public static readonly TitleReading Nothing = new([], [], []);

    /// <summary>What offices say together, and the professions where no present post says more.</summary>
    public static TitleReading Of(IReadOnlyList<Office> offices, IReadOnlyList<Sector> professions)
    {
        var present = offices.Where(office => office.Relation == Relation.Post).ToList();
        var sectors = present.Select(office => office.Sector).OfType<Sector>().Distinct().ToList();
        return new TitleReading(
            offices,
            professions.Count > 0 && sectors.Count == 0 ? [.. professions.Distinct()] : sectors,
            [.. present.Select(office => office.Country).OfType<string>().Distinct(StringComparer.Ordinal)]);
    }
}

/// <summary>
/// Reads a printed title into offices: 清华大学文科资深教授、苏世民书院院长 → 清华大学: 文科资深教授; 清华大学,
/// 苏世民书院: 院长. A part without an institution of its own belongs to the one before it.
/// </summary>
internal sealed class OfficeReader(InstitutionRegistry registry)
{
    private static readonly WordList People = WordList.Load("Segmentation/Data/groups-of-people.txt");

    /// <summary>Reads a title as printed; what is no office (图灵奖得主, 《…》作者) gives none.</summary>
    public TitleReading Read(string? title)
    {
        if (string.IsNullOrWhiteSpace(title))
            return TitleReading.Nothing;

        if (!title.Any(Han.Is))
            return EnglishTitle.Read(title) is { } english ? TitleReading.Of([OfInstitution(english.Institution) with { Role = english.Role, AsPrinted = title }], []) : TitleReading.Nothing;

        var offices = new List<Office>();
        var professions = new List<Sector>();
        Place? place = null;
        // 来自清源大学的博士生
        foreach (var piece in TitlePieces.Of(title.StartsWith("来自", StringComparison.Ordinal) || title.StartsWith("來自", StringComparison.Ordinal) ? title[2..] : title))
        {
            if (piece.Kind is RoleKind.Honour)
                continue;
            if (piece.Kind == RoleKind.Profession && Roles.Of(Folding.Fold(piece.Text)).Sector is { } sector)
                professions.Add(sector);
            place = PlaceOf(piece, place);
            if (place is not null)
                offices.Add(OfficeOf(piece, place));
        }

        return TitleReading.Of(offices, professions);
    }

    /// <summary>
    /// The office, without a role, at an institution that is given by name alone: 清华大学苏世民书院, Tsinghua University.
    /// A name that neither registry nor endings take apart is taken whole.
    /// </summary>
    public Office OfInstitution(string name)
    {
        var piece = new TitlePiece(name, name, name.Length, RoleKind.Post, IsFormer: false, Country: null);
        var place = registry.Named(name) is { } known ? Known(known, name, name.Length) : PlaceOf(piece, null);
        return OfficeOf(piece, place ?? new Place(Slug.Of(name), name, null, null, null, null, CanHaveUnits: true));
    }

    /// <summary>The id by which a unit of an institution, as printed, can be searched.</summary>
    public string UnitIdOf(string institution, string unit) =>
        registry.UnitOf(institution, Folding.Fold(unit))?.Id ?? $"{institution}/{Slug.Of(unit)}";

    // Which institution, and which part of it, a piece of the title names: by the registry, by its endings, or, where
    // it names none of its own, the one before.
    private Place? PlaceOf(TitlePiece piece, Place? before)
    {
        var organisation = piece.Text[..piece.OrganisationLength];
        if (organisation.Length == 0)
            return piece.Kind == RoleKind.Profession ? null : before?.WithRoleWords("");

        var folded = Folding.Fold(organisation);
        if (People.Contains(folded))
            return before?.WithRoleWords(organisation);
        var (known, length) = registry.BeginningOf(folded, OrganisationNames.CanBeUnit);
        if (known is not null)
            return Known(known, organisation, length);
        if (before is not null && registry.UnitOf(before.Id, folded) is not null)
            return before.WithUnit(organisation, UnitIdOf(before.Id, organisation));

        var own = OrganisationNames.Split(folded);
        if (own.Length == 0 || (piece.Kind == RoleKind.Profession && !own.HasEnding))
            return piece.Kind == RoleKind.Profession ? null : before?.WithRoleWords(organisation);
        if (before is not null && !own.IsIndependent && before.CanHaveUnits)
            return before.WithUnit(organisation, UnitIdOf(before.Id, organisation));

        var (name, unit) = (organisation[..own.Length], OrNull(organisation[own.Length..].TrimStart('、', ' ')));
        var id = Slug.Of(name);
        return new Place(id, name, unit, unit is null ? null : UnitIdOf(id, unit), own.Sector, own.Country, CanHaveUnits: true);
    }

    private Place Known(Institution known, string organisation, int length)
    {
        var rest = organisation[length..].TrimStart('、', ' ');
        if (known is { Unit: not null, Parent: not null } && registry.Find(known.Parent) is { } parent)
        {
            // 清华大学人工智能国际治理研究院|管理委员会: the unit as printed, without the name of its parent.
            var at = organisation.IndexOf(known.Unit, StringComparison.Ordinal);
            return Of(parent, at >= 0 ? organisation[at..] : known.Unit + rest, known.Id);
        }

        return Of(known, OrNull(rest), rest.Length > 0 ? UnitIdOf(known.Id, rest) : null);
    }

    private Place Of(Institution known, string? unit, string? unitId) =>
        new(known.Id, known.Name, unit, unitId, registry.SectorOf(known), registry.CountryOf(known), CanHaveUnits: true);

    private static Office OfficeOf(TitlePiece piece, Place place)
    {
        var role = (place.RoleWords + piece.Role).Trim().TrimStart('的');
        return new Office
        {
            Id = place.Id,
            Name = place.Name,
            Unit = place.Unit,
            UnitId = place.UnitId,
            Role = role.Length > 0 ? role : null,
            AsPrinted = piece.Printed,
            Relation = piece.IsFormer ? Relation.Former : piece.Kind == RoleKind.Member ? Relation.Member : Relation.Post,
            Sector = piece.Kind == RoleKind.Profession ? Roles.Of(Folding.Fold(piece.Text)).Sector ?? place.Sector : place.Sector,
            Country = place.Country ?? piece.Country,
        };
    }

    private static string? OrNull(string text) => text.Length == 0 ? null : text;

    // An institution with the part of it that the title speaks of.
    private sealed record Place(
        string Id, string Name, string? Unit, string? UnitId, Sector? Sector, string? Country, bool CanHaveUnits, string RoleWords = "")
    {
        public Place WithUnit(string unit, string unitId) => this with { Unit = unit, UnitId = unitId, RoleWords = "" };

        // "…研究所教授、技术经济学教授": words without an ending of an organisation belong to the role.
        public Place WithRoleWords(string words) => this with { RoleWords = words };
    }
}
