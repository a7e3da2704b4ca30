using KnowledgeBase.Corpus.Registry;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.People;

/// <summary>Lists people of one name for a person to decide, with the lines that decide it.</summary>
internal static class Namesakes
{
    private const int MostReports = 8;
    private const int MostShown = 3;

    /// <summary>Reports what is open, or was decided by little, among the people of one name, who come in the order of their reports.</summary>
    public static void Report(IReadOnlyList<Individual> people, ICollection<Diagnostic> diagnostics)
    {
        var open = new List<Individual>();
        foreach (var (i, person) in people.Index())
        {
            if (person.Decided is { Reports.Count: 0 })
                ReportDoubts(person, diagnostics);
            var others = people.Take(i).Concat(people.Skip(i + 1).Where(other => other.Decided is not null)).ToList();
            if (person.Decided is not null || others.Count == 0)
                continue;
            if (others.Find(other => !IsContradicted(person, other)) is { } like)
                open.AddRange(((Individual[])[like, person]).Except(open));
            else
                Add("KB302", Severity.Info, person.First, $"{Described(person.First)} was taken to be another person ({person.Id}) than {Described(others[0].First)} of {Place(others[0].First)} ({others[0].Id}), for their institutions lie in different fields. {Decision([others[0], person])}", diagnostics);
        }

        if (open.Count > 0)
            Ask(open, diagnostics);
    }

    // One question a name, however many reports print it.
    private static void Ask(IReadOnlyList<Individual> people, ICollection<Diagnostic> diagnostics)
    {
        var (first, second) = (people[0], people[1]);
        var more = people.Count > 2 ? $", nor {people.Count - 2} more of the name ({Capped(people.Skip(2).Select(person => $"{person.Id} of {Place(person.First)}"), ", ")})" : "";
        Add("KB301", Severity.Warning, second.First, $"nothing but the name says whether {Described(second.First)} is {Described(first.First)} of {Place(first.First)}{more}: they were kept apart, as {second.Id} and {first.Id}. {Decision(people)}", diagnostics);
    }

    /// <summary>Reports decisions on reports that are not there: most likely a slip, and without effect.</summary>
    public static void ReportMissing(CorpusRegistry registry, IReadOnlyCollection<string> reports, ICollection<Diagnostic> diagnostics)
    {
        foreach (var person in registry.People)
        {
            foreach (var report in person.Reports.Concat(person.ScopedAliases.SelectMany(alias => alias.Reports)).Except(reports, StringComparer.Ordinal))
                diagnostics.Add(new Diagnostic("KB304", Severity.Warning, "registry/people.yaml", person.Line, 1, $"{person.Id} is decided for the report \"{report}\", which neither reports/ nor any import has"));
        }
    }

    // The registry means this person in every report, whatever the report says.
    private static void ReportDoubts(Individual person, ICollection<Diagnostic> diagnostics)
    {
        var first = person.First;
        foreach (var mention in person.Mentions.Skip(1).Where(mention => mention.Ties.Contradict(first.Ties) && !person.Mentions.Any(other => other != mention && other.Meets(mention))))
            Add("KB303", Severity.Warning, mention, $"{Described(mention)} is {person.Id} because registry/people.yaml knows the name; the institutions lie in other fields than those of {Described(first)} of {Place(first)}. If they are two, add to it: {Line($"{person.Id}-{ContentHash.Of($"{mention.Key}\n{mention.Report.Id}", 4)}", mention.Speaker.Name, [mention])}; if they are one, list in its entry the reports that mean this person: reports: [{Ids(person.Mentions)}]", diagnostics);
    }

    private static bool IsContradicted(Individual one, Individual other) => one.Mentions.Any(mention => other.Mentions.Any(theirs => theirs.Ties.Contradict(mention.Ties)));

    private static string Decision(IReadOnlyList<Individual> people)
    {
        var first = people[0];
        var reports = people.SelectMany(person => person.Mentions).ToList();
        var one = reports.Count > MostReports ? $"- {{id: {first.Id}, name: {first.First.Speaker.Name}, reason: \"…\"}} (in every report)" : Line(first.Id, first.First.Speaker.Name, reports);
        return $"Decide it in registry/people.yaml{(first.Decided is null ? "" : $", in place of the entry {first.Id}")}. One person: {one}; otherwise a line for each: {Capped(people.Select(person => Line(person.Id, person.First.Speaker.Name, person.Mentions)), " and ")}";
    }

    private static string Capped(IEnumerable<string> all, string between)
    {
        var list = all.ToList();
        return string.Join(between, list.Take(MostShown)) + (list.Count > MostShown ? $" … and {list.Count - MostShown} more" : "");
    }

    private static string Line(string id, string name, IReadOnlyList<Mention> mentions) =>
        $"- {{id: {id}, name: {name}, reports: [{Ids(mentions)}], reason: \"…\"}}";

    private static string Ids(IEnumerable<Mention> mentions) => string.Join(", ", mentions.Select(mention => mention.Report.Id).Distinct(StringComparer.Ordinal));

    private static string Described(Mention mention) => $"{mention.Speaker.Name} ({(mention.Title is null ? "no title" : Excerpt.Of(mention.Title))})";

    private static string Place(Mention mention) => mention.First.Source is { } source ? $"{source.File}:{source.Lines[0]}" : mention.Report.Id;

    private static void Add(string code, Severity severity, Mention at, string message, ICollection<Diagnostic> diagnostics) =>
        diagnostics.Add(new Diagnostic(code, severity, at.First.Source?.File ?? at.Report.Id, at.First.Source?.Lines[0] ?? 1, 1, message));
}
