using KnowledgeBase.Corpus.Registry;
using KnowledgeBase.Corpus.Segmentation;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.People;

/// <summary>A speaker of one report, with what the report says of the person. Within a report one name is one speaker.</summary>
internal sealed class Mention
{
    private const int EnoughCompany = 2;
    private IReadOnlySet<string> _company = new HashSet<string>(StringComparer.Ordinal);

    private Mention(Report report, Statement first, Person? decided, InstitutionRegistry institutions)
    {
        Report = report.Reference;
        First = first;
        Speaker = first.Speaker!;
        Key = Folding.Key(Speaker.Name);
        Decided = decided;
        Ties = new Ties(institutions);
    }

    /// <summary>The report.</summary>
    public ReportReference Report { get; }

    /// <summary>The speaker as the report alone has it.</summary>
    public SpeakerReference Speaker { get; }

    /// <summary>The key under which spellings of the name meet.</summary>
    public string Key { get; }

    /// <summary>The first statement.</summary>
    public Statement First { get; }

    /// <summary>The person whom the registry names so in this report; null where it does not say.</summary>
    public Person? Decided { get; }

    /// <summary>What the report, its roster too, says of the person.</summary>
    public Ties Ties { get; }

    /// <summary>The first title printed with the name, or in the roster; null where there is none.</summary>
    public string? Title { get; private set; }

    /// <summary>The speakers of a report in the order in which they first speak.</summary>
    public static IReadOnlyList<Mention> Of(Report report, CorpusRegistry registry)
    {
        var known = registry.In(report.Reference.Id).PeopleByKey;
        var mentions = new Dictionary<string, Mention>(StringComparer.Ordinal);
        foreach (var statement in report.Statements)
        {
            if (statement.Speaker is not { } speaker)
                continue;
            if (!mentions.TryGetValue(speaker.Id, out var mention))
                mentions.Add(speaker.Id, mention = new Mention(report, statement, known.GetValueOrDefault(Folding.Key(speaker.Name)), registry.Institutions));
            mention.Add(statement.Attribution.Title, statement.Institutions, statement.Sectors);
        }

        var byKey = mentions.Values.ToLookup(mention => mention.Key, StringComparer.Ordinal);
        var offices = new OfficeReader(registry.Institutions);
        foreach (var guest in report.Audit.Roster)
        {
            var reading = offices.Read(guest.Title);
            foreach (var mention in byKey[Folding.Key(guest.Name)])
                mention.Add(guest.Title, reading.Offices, reading.Sectors);
        }

        var company = byKey.Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var mention in mentions.Values)
            mention._company = company;
        return [.. mentions.Values];
    }

    /// <summary>
    /// Whether something besides the name says that both are one person: what ties them, or, where one of them has no
    /// institution, the company: a committee that meets again prints names alone, and two others speak in both reports.
    /// </summary>
    public bool Meets(Mention other) =>
        Ties.Meet(other.Ties) || ((!Ties.HasInstitution || !other.Ties.HasInstitution) && _company.Count(name => name != Key && other._company.Contains(name)) >= EnoughCompany);

    private void Add(string? title, IReadOnlyList<Office> offices, IReadOnlyList<Sector> sectors)
    {
        Ties.Add(title, offices, sectors);
        if (Title is null && !string.IsNullOrWhiteSpace(title))
            Title = title;
    }
}
