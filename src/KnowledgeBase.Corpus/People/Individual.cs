using KnowledgeBase.Corpus.Registry;

namespace KnowledgeBase.Corpus.People;

/// <summary>One person over all reports: the mentions that were taken to mean the same one.</summary>
internal sealed class Individual
{
    private readonly List<Mention> _mentions = [];

    private Individual(Mention first) => _mentions.Add(first);

    /// <summary>The mentions, those of the earliest report first.</summary>
    public IReadOnlyList<Mention> Mentions => _mentions;

    /// <summary>The mention of the earliest report.</summary>
    public Mention First => _mentions[0];

    /// <summary>The person of the registry; null where it says nothing.</summary>
    public Person? Decided => First.Decided ?? _mentions.Select(mention => mention.Decided).FirstOrDefault(person => person is not null);

    /// <summary>The speaker id; set when all people are known.</summary>
    public string Id { get; set; } = "";

    /// <summary>
    /// The people behind the mentions of one name, which come in the order of their reports. What the registry decided
    /// holds; others are joined where something besides the name says so, and stay apart where that would join two whom
    /// the registry tells apart.
    /// </summary>
    public static IReadOnlyList<Individual> Of(IReadOnlyList<Mention> mentions)
    {
        var people = mentions.Where(mention => mention.Decided is not null).GroupBy(mention => mention.Decided!.Id, StringComparer.Ordinal).Select(Joined).ToList();
        foreach (var mention in mentions.Where(mention => mention.Decided is null))
        {
            var met = people.Where(person => person._mentions.Exists(other => other.Meets(mention))).ToList();
            var decided = met.Where(person => person.Decided is not null).ToList();
            var open = decided.Count > 1 ? [] : met.Except(decided).ToList();
            people.RemoveAll(open.Contains);
            var person = decided.Count == 1 ? decided[0] : new Individual(mention);
            person._mentions.AddRange(open.SelectMany(other => other._mentions));
            if (decided.Count == 1)
                person._mentions.Add(mention);
            else
                people.Add(person);
        }

        var order = mentions.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        foreach (var person in people)
            person._mentions.Sort((a, b) => order[a].CompareTo(order[b]));
        return [.. people.OrderBy(person => order[person.First])];
    }

    private static Individual Joined(IEnumerable<Mention> mentions)
    {
        Individual? person = null;
        foreach (var mention in mentions)
        {
            if (person is null)
                person = new Individual(mention);
            else
                person._mentions.Add(mention);
        }

        return person!;
    }
}
