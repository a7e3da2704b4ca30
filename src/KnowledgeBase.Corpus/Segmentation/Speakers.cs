using KnowledgeBase.Corpus.Registry;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>The fifth stage: which person each voice is. One name is one speaker within a report.</summary>
internal sealed class Speakers
{
    private readonly CorpusRegistry _registry;
    private static readonly object NoSection = new();
    private readonly ILookup<object, Utterance> _bySection;
    private readonly Dictionary<string, SpeakerReference> _byKey = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    private Speakers(IReadOnlyList<Utterance> utterances, CorpusRegistry registry)
    {
        _registry = registry;
        _bySection = utterances.ToLookup(u => (object?)u.Section ?? NoSection);
    }

    /// <summary>The speakers in the order in which they first speak.</summary>
    public IReadOnlyCollection<SpeakerReference> All => _byKey.Values;

    /// <summary>Resolves the voices of a report.</summary>
    public static Speakers Resolve(IReadOnlyList<Utterance> utterances, CorpusRegistry registry)
    {
        var speakers = new Speakers(utterances, registry);
        foreach (var utterance in utterances.Where(u => u.Kind == StatementKind.Individual))
            speakers.Add(utterance);
        return speakers;
    }

    /// <summary>The speaker of a person's utterance.</summary>
    public SpeakerReference Of(Utterance utterance) => _byKey[Folding.Key(NameOf(utterance))];

    /// <summary>The ids of those who spoke in the same section before a group that is named as them (上述专家).</summary>
    public IReadOnlyList<string> Above(Utterance group) =>
    [
        .. _bySection[(object?)group.Section ?? NoSection].TakeWhile(u => !ReferenceEquals(u, group))
            .Where(u => u.Kind == StatementKind.Individual).Select(u => Of(u).Id).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>The canonical name of a person's utterance.</summary>
    public string NameOf(Utterance utterance)
    {
        var name = KnownOf(utterance)?.Name ?? utterance.Mark?.Person ?? utterance.Source!;
        return _registry.PeopleByKey.TryGetValue(Folding.Key(name), out var person) ? person.Name : name;
    }

    private static KnownName? KnownOf(Utterance utterance) => utterance.Known ?? utterance.Opening?.Known;

    private void Add(Utterance utterance)
    {
        var name = NameOf(utterance);
        var key = Folding.Key(name);
        if (_byKey.ContainsKey(key))
            return;

        var id = _registry.PeopleByKey.TryGetValue(key, out var person) ? person.Id : Slug.OfPerson(name);
        // 张薇 and 张伟 read alike: the later one carries a hash of the name.
        if (!_ids.Add(id))
            _ids.Add(id = $"{id}-{ContentHash.Of(key, 4)}");
        _byKey.Add(key, new SpeakerReference(id, name, KnownOf(utterance)?.Entry?.Side));
    }
}
