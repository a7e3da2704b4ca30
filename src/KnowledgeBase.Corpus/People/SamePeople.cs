using KnowledgeBase.Corpus.Registry;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.People;

/// <summary>
/// Who is who across reports: after each report was segmented by itself, one person in several of them gets one id, and
/// two of one name get two.
/// </summary>
internal static class SamePeople
{
    /// <summary>The reports with the ids of their speakers settled; what is left to a person to decide is among the diagnostics.</summary>
    public static IReadOnlyList<Report> Resolve(IReadOnlyList<Report> reports, CorpusRegistry registry, ICollection<Diagnostic> diagnostics)
    {
        // A report without a date comes last: it must not take the id of one who is known for years.
        var mentions = reports.OrderBy(report => report.Reference.Date ?? "\uFFFF", StringComparer.Ordinal).ThenBy(report => report.Reference.Id, StringComparer.Ordinal)
            .SelectMany(report => Mention.Of(report, registry)).ToList();
        var people = new Dictionary<Mention, Individual>(ReferenceEqualityComparer.Instance);
        foreach (var ofName in mentions.GroupBy(mention => mention.Key, StringComparer.Ordinal))
        {
            foreach (var (mention, person) in Individual.Of([.. ofName]).SelectMany(person => person.Mentions.Select(mention => (mention, person))))
                people.Add(mention, person);
        }

        Number(mentions.Select(mention => people[mention]).Distinct(), registry);
        foreach (var ofName in mentions.GroupBy(mention => mention.Key, StringComparer.Ordinal))
            Namesakes.Report([.. ofName.Select(mention => people[mention]).Distinct()], diagnostics);
        var ids = mentions.ToLookup(mention => mention.Report.Id, mention => (Old: mention.Speaker.Id, New: people[mention].Id), StringComparer.Ordinal);
        return [.. reports.Select(report => Renamed(report, ids[report.Reference.Id]))];
    }

    // The earliest report's person keeps the plain id. Another of the same name carries a hash of name and report, one
    // whose name only reads alike (张薇, 张伟) of the name.
    private static void Number(IEnumerable<Individual> people, CorpusRegistry registry)
    {
        var all = people.ToList();
        var taken = registry.People.ToDictionary(person => person.Id, person => Folding.Key(person.Name), StringComparer.Ordinal);
        foreach (var person in all.Where(person => person.Decided is not null))
            person.Id = person.Decided!.Id;
        foreach (var person in all.Where(person => person.Decided is null))
        {
            var (key, plain) = (person.First.Key, Slug.OfPerson(person.First.Speaker.Name));
            person.Id = plain;
            for (var digits = 4; taken.TryGetValue(person.Id, out var owner) && digits <= 48; digits++)
                person.Id = $"{plain}-{ContentHash.Of(owner == key || taken.ContainsKey($"{plain}-{ContentHash.Of(key, 4)}") ? $"{key}\n{person.First.Report.Id}" : key, digits)}";
            taken[person.Id] = key;
        }
    }

    private static Report Renamed(Report report, IEnumerable<(string Old, string New)> ids)
    {
        var changed = ids.Where(pair => pair.Old != pair.New).ToDictionary(pair => pair.Old, pair => pair.New, StringComparer.Ordinal);
        return changed.Count == 0 ? report : report with { Statements = [.. report.Statements.Select(Renamed)] };

        Statement Renamed(Statement statement) => statement with
        {
            Speaker = statement.Speaker is { } speaker && changed.TryGetValue(speaker.Id, out var id) ? speaker with { Id = id } : statement.Speaker,
            Attribution = statement.Attribution.Scope.Any(changed.ContainsKey)
                ? statement.Attribution with { Scope = [.. statement.Attribution.Scope.Select(member => changed.GetValueOrDefault(member, member))] }
                : statement.Attribution,
        };
    }
}
