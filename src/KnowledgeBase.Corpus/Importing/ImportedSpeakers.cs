using KnowledgeBase.Corpus.People;
using KnowledgeBase.Corpus.Registry;
using KnowledgeBase.Corpus.Segmentation;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Importing;

/// <summary>
/// Which person a line means: one of the registry, by any of the names; one who speaks in a report of the corpus, unless
/// several do or the line's offices speak against it; or a new one, whose id is the pinyin of the name.
/// </summary>
internal sealed class ImportedSpeakers
{
    private readonly Dictionary<string, SpeakerReference> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Report, string Key), SpeakerReference> _decided = [];
    private readonly Dictionary<string, string> _nameOf = new(StringComparer.Ordinal);
    private readonly NameIds _ids = new();
    private readonly ILookup<string, Mention> _mentions;
    private readonly InstitutionRegistry _institutions;
    private readonly HashSet<(string, string)> _asked = [];

    public ImportedSpeakers(CorpusRegistry registry, IReadOnlyList<Report> reports)
    {
        _institutions = registry.Institutions;
        foreach (var (key, person) in registry.PeopleByKey)
            Know(key, new SpeakerReference(person.Id, person.Name, null));
        foreach (var person in registry.People.Where(person => person.NameEn is not null && person.Reports.Count == 0))
            Know(Folding.Key(person.NameEn!), new SpeakerReference(person.Id, person.Name, null));
        foreach (var person in registry.People)
            Decide(person);
        var mentions = reports.SelectMany(report => Mention.Of(report, registry)).ToList();
        foreach (var mention in mentions)
            Know(mention.Key, mention.Speaker with { Side = null });
        _mentions = mentions.Where(mention => !registry.PeopleByKey.ContainsKey(mention.Key)).ToLookup(mention => mention.Key, StringComparer.Ordinal);
    }

    /// <summary>The speaker of a line, and the name as the line has it; nulls where it names nobody.</summary>
    /// <param name="line">The line.</param>
    /// <param name="report">The id of the report that it belongs to.</param>
    /// <param name="title">The offices that the line gives its speaker; asked for only where they decide who it is.</param>
    public (SpeakerReference? Speaker, string? Printed) Of(ImportRecord line, string report, Func<string, TitleReading> title)
    {
        var (name, record) = line.NameOrRecord("speaker");
        return record is not null ? Described(record, Named) : name is null ? default : (Named(name), name);

        SpeakerReference Named(string given)
        {
            var key = Folding.Key(given);
            if (_decided.TryGetValue((report, key), out var decided))
                return decided;
            if (_mentions.Contains(key))
                return OneOf(line, given, report, [.. _mentions[key]], title(given));
            return _known.TryGetValue(key, out var known) ? known : new SpeakerReference(_ids.Of(key, () => Slug.OfPerson(given)), given, null);
        }
    }

    private (SpeakerReference? Speaker, string? Printed) Described(ImportRecord record, Func<string, SpeakerReference> named)
    {
        var (id, name, side) = (record.Text("id"), record.Text("name"), record.Choice<Side>("side"));
        record.Finish();
        if (id is not null)
            Identifiers.CheckPrintable(record, "id", id);
        if (string.IsNullOrWhiteSpace(name))
        {
            if (id is null || !_nameOf.TryGetValue(id, out name))
                record.Fail("name", "is missing");
            return (new SpeakerReference(id ?? "", name ?? "", side), null);
        }

        if (id is null)
            return (named(name) with { Side = side }, name);
        _ids.Add(Folding.Key(name), id);
        return (new SpeakerReference(id, name, side), name);
    }

    // One who speaks in the reports: in the line's own report, or who shares an institution, or who alone is called so and
    // whom the line's institutions do not contradict. Otherwise somebody else, once for each report.
    private SpeakerReference OneOf(ImportRecord line, string name, string report, IReadOnlyList<Mention> mentions, TitleReading title)
    {
        var ties = new Ties(_institutions);
        ties.Add(null, title.Offices, title.Sectors);
        var met = mentions.Where(mention => mention.Ties.Meet(ties)).ToList();
        var one = mentions.FirstOrDefault(mention => mention.Report.Id == report) ?? Only(met) ?? (met.Count == 0 && !mentions.Any(mention => mention.Ties.Contradict(ties)) ? Only(mentions) : null);
        if (one is not null)
            return one.Speaker with { Side = null };
        var key = mentions[0].Key;
        var id = $"{Slug.OfPerson(name)}-{ContentHash.Of($"{key}\n{report}", 4)}";
        if (mentions.Any(mention => !mention.Ties.Contradict(ties)) && _asked.Add((key, report)))
            line.Problems.Warn("KB213", "speaker", $"names {name}, and nothing says which of the people of that name in the reports is meant ({string.Join(", ", mentions.Select(mention => mention.Speaker.Id).Distinct(StringComparer.Ordinal))}): it was taken to be another, {id}. Give the line the speaker's id, {{\"id\": \"{mentions[0].Speaker.Id}\", \"name\": \"{name}\"}}, or its institution");
        return new SpeakerReference(id, name, null);
    }

    private static Mention? Only(IReadOnlyList<Mention> mentions) =>
        mentions.Select(mention => mention.Speaker.Id).Distinct(StringComparer.Ordinal).Count() == 1 ? mentions[0] : null;

    private void Decide(Person person)
    {
        _ids.Reserve(person.Id);
        var speaker = new SpeakerReference(person.Id, person.Name, null);
        foreach (var report in person.Reports.Concat(person.ScopedAliases.SelectMany(alias => alias.Reports)))
        {
            foreach (var name in person.NamesIn(report))
                _decided.TryAdd((report, Folding.Key(name)), speaker);
            if (person.NameEn is not null && person.Reports.Contains(report, StringComparer.Ordinal))
                _decided.TryAdd((report, Folding.Key(person.NameEn)), speaker);
        }
    }

    private void Know(string key, SpeakerReference speaker)
    {
        _known.TryAdd(key, speaker);
        _nameOf.TryAdd(speaker.Id, speaker.Name);
        _ids.Add(key, speaker.Id);
    }
}
