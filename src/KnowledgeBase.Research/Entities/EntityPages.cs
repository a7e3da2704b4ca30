using KnowledgeBase.Search;

namespace KnowledgeBase.Research.Entities;

/// <summary>
/// The page of an entity: its statements, counted by everything else they speak of, and what only its kind has. One search
/// a page, and one more for the panels of a speaker.
/// </summary>
public sealed class EntityPages(Generation generation)
{
    /// <summary>The most values that a count of a page lists.</summary>
    public const int MostValues = 1000;

    private static readonly Dictionary<string, string[]> Counted = new(StringComparer.Ordinal)
    {
        ["speaker"] = ["theme", "panel", "institution", "instrument"],
        ["institution"] = ["theme", "panel", "speaker", "instrument"],
        ["panel"] = ["theme", "speaker", "institution", "instrument"],
        ["theme"] = ["speaker", "institution", "panel", "sector", "theme", "instrument"],
        ["report"] = ["theme", "panel", "speaker", "institution", "instrument"],
        ["instrument"] = ["theme", "speaker", "institution", "panel", "sector", "report"],
    };

    private readonly StatementSearcher _searcher = new(generation);

    /// <summary>The page of an entity.</summary>
    /// <param name="entity">The entity, as the catalogue has it.</param>
    /// <param name="facet">The facet whose value it is.</param>
    /// <param name="size">How many of its statements to carry, in document order.</param>
    public T Of<T>(T entity, string facet, int size)
        where T : Entity
    {
        var matches = _searcher.All(StatementsQuery(facet, [entity.Id]));
        Entity page = entity switch
        {
            SpeakerEntity speaker => speaker with { CoSpeakers = CoSpeakersOf(speaker, matches) },
            InstitutionEntity institution => institution with { Ancestors = AncestorsOf(institution), Units = [.. matches.Counts(facet, int.MaxValue).Where(value => value.Parent == entity.Id)] },
            PanelEntity panel => panel with { Speakers = SpeakersOf(matches) },
            _ => entity,
        };
        return (T)(page with
        {
            Statements = matches.Count,
            Counts = Counted[facet].ToDictionary(counted => counted, counted => CountsOf(matches, counted, entity.Id), StringComparer.Ordinal),
            Items = [.. matches.Statements().Take(size)],
        });
    }

    // Of a theme: the themes that stand beside it.
    private static IReadOnlyList<FacetValue> CountsOf(Matches matches, string facet, string entity) =>
        [.. matches.Counts(facet, MostValues + 1).Where(value => value.Id != entity).Take(MostValues)];

    private static SearchQuery StatementsQuery(string facet, IReadOnlyList<string> ids) =>
        new SearchQuery { Sort = SortKey.Document }.With(facet, FacetFilter.AnyOf(ids));

    private IReadOnlyList<CoSpeaker> CoSpeakersOf(SpeakerEntity speaker, Matches matches)
    {
        var panels = matches.InOrder("panel");
        if (panels.Count == 0)
            return [];
        var table = _searcher.Cross(StatementsQuery("panel", panels), new CrossAxis("speaker", MostValues + 1), new CrossAxis("panel", MostValues));
        var others = from row in table.Rows.Zip(table.Counts)
                     where row.First.Id != speaker.Id
                     select new CoSpeaker(row.First.Id, row.First.Label, [.. table.Columns.Where((_, column) => row.Second[column] > 0).Select(panel => panel.Id)], row.First.Count);
        return [.. others.OrderByDescending(other => other.Panels.Count).ThenByDescending(other => other.Statements).ThenBy(other => other.Id, StringComparer.Ordinal).Take(MostValues)];
    }

    private static IReadOnlyList<FacetValue> SpeakersOf(Matches matches)
    {
        var counts = matches.Counts("speaker", int.MaxValue).ToDictionary(value => value.Id, StringComparer.Ordinal);
        return [.. matches.InOrder("speaker").Select(id => counts[id])];
    }

    private List<EntityName> AncestorsOf(InstitutionEntity institution)
    {
        var ancestors = new List<EntityName>();
        // An import may say that two institutions belong to each other.
        while ((ancestors.Count == 0 ? institution.Parent : (generation.Names.Find("institution", ancestors[^1].Id)?.Parent)) is { } id
            && id != institution.Id && !ancestors.Exists(ancestor => ancestor.Id == id)
            && generation.Names.Find("institution", id) is { } parent)
            ancestors.Add(new EntityName(parent.Id, parent.Name, parent.NameEn));
        return ancestors;
    }
}
