using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Registry;

namespace KnowledgeBase.Search;

/// <summary>Gathers the speakers of statements, in the order in which they first speak.</summary>
internal sealed class SpeakerEntities(CorpusRegistry registry, PrintedPlaces places)
{
    private const int MostAffiliations = 200;
    private readonly Dictionary<string, Person> _people = registry.People.ToDictionary(person => person.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, Gathered> _all = new(StringComparer.Ordinal);

    public void Add(Statement statement)
    {
        if (statement.Speaker is not { } speaker)
            return;
        if (!_all.TryGetValue(speaker.Id, out var gathered))
            _all.Add(speaker.Id, gathered = new Gathered(speaker, new PrintedNames(places.LineOf)));
        gathered.Side ??= speaker.Side;
        if (statement.Attribution.Source is { } printed)
            gathered.Variants.Add(printed, statement);
        foreach (var office in statement.Institutions)
        {
            if (gathered.Affiliations.Count < MostAffiliations)
                gathered.Affiliations.Add(new Affiliation(office, statement.Report.Id, statement.Report.Date));
        }
    }

    public IEnumerable<SpeakerEntity> Build() =>
        from gathered in _all.Values
        let person = _people.GetValueOrDefault(gathered.First.Id)
        select new SpeakerEntity
        {
            Id = gathered.First.Id,
            Name = gathered.First.Name,
            NameEn = person?.NameEn,
            Aliases = person?.Aliases ?? [],
            Side = gathered.Side,
            Variants = gathered.Variants.All,
            Affiliations = [.. gathered.Affiliations],
        };

    private sealed class Gathered(SpeakerReference first, PrintedNames variants)
    {
        public SpeakerReference First => first;

        public Side? Side { get; set; }

        public PrintedNames Variants => variants;

        public HashSet<Affiliation> Affiliations { get; } = [];
    }
}
