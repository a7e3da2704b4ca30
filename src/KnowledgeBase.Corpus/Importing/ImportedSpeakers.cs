using KnowledgeBase.Corpus.Registry;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Importing;

/// <summary>
/// Which person a line means: one of the registry, by any of the names; one who speaks in a report of the corpus; or a
/// new one, whose id is the pinyin of the name.
/// </summary>
internal sealed class ImportedSpeakers
{
    private readonly Dictionary<string, SpeakerReference> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _nameOf = new(StringComparer.Ordinal);
    private readonly NameIds _ids = new();

    public ImportedSpeakers(CorpusRegistry registry, IReadOnlyList<Report> reports)
    {
        foreach (var (key, person) in registry.PeopleByKey)
            Know(key, new SpeakerReference(person.Id, person.Name, null));
        foreach (var person in registry.People.Where(person => person.NameEn is not null))
            Know(Folding.Key(person.NameEn!), new SpeakerReference(person.Id, person.Name, null));
        foreach (var speaker in reports.SelectMany(report => report.Statements).Select(statement => statement.Speaker).OfType<SpeakerReference>())
            Know(Folding.Key(speaker.Name), speaker with { Side = null });
    }

    /// <summary>The speaker of a line, and the name as the line has it; nulls where it names nobody.</summary>
    public (SpeakerReference? Speaker, string? Printed) Of(ImportRecord line)
    {
        var (name, record) = line.NameOrRecord("speaker");
        return record is not null ? Described(record) : name is null ? default : (Named(name), name);
    }

    private SpeakerReference Named(string name)
    {
        var key = Folding.Key(name);
        return _known.TryGetValue(key, out var known) ? known : new SpeakerReference(_ids.Of(key, () => Slug.OfPerson(name)), name, null);
    }

    private (SpeakerReference? Speaker, string? Printed) Described(ImportRecord record)
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
            return (Named(name) with { Side = side }, name);
        _ids.Add(Folding.Key(name), id);
        return (new SpeakerReference(id, name, side), name);
    }

    private void Know(string key, SpeakerReference speaker)
    {
        _known.TryAdd(key, speaker);
        _nameOf.TryAdd(speaker.Id, speaker.Name);
        _ids.Add(key, speaker.Id);
    }
}
