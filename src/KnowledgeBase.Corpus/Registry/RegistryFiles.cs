using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Registry;

/// <summary>Reads <c>corpus/registry/*.yaml</c>, checking identifiers, parents and aliases as it goes.</summary>
internal static class RegistryFiles
{
    private const string WordsFile = "words.tsv";

    public static IReadOnlyList<Person> People(string corpus, ICollection<Diagnostic> diagnostics)
    {
        var owners = new Owners("aliases");
        return Read(corpus, "people.yaml", diagnostics, record =>
        {
            var (aliases, scoped) = record.NamesAndRecords("aliases");
            var person = new Person(record.Required("id"), record.Required("name"), record.Text("en"), aliases, record.Required("reason"), record.List("reports"))
            {
                ScopedAliases = [.. scoped.Select(ScopedAliasOf)],
                Line = record.Line,
            };
            owners.Claim(person.Id, [person.Name, person.NameEn ?? "", .. person.Aliases], record, person.Reports);
            foreach (var alias in person.ScopedAliases)
                owners.Claim(person.Id, [alias.Name], record, alias.Reports);
            return person;
        }, person => person.Id);
    }

    // An alias without reports would mean the person everywhere, which nobody said.
    private static ScopedAlias ScopedAliasOf(YamlRecord record)
    {
        var alias = new ScopedAlias(record.Required("name"), record.List("reports"));
        if (alias.Reports.Count == 0)
            record.Error("reports", $"the alias \"{alias.Name}\" has no \"reports\": list them, or write the alias as plain text to mean every report");
        record.Finish();
        return alias;
    }

    public static IReadOnlyList<Institution> Institutions(string corpus, ICollection<Diagnostic> diagnostics)
    {
        var parents = new List<(Institution Institution, YamlRecord Record)>();
        var institutions = Read(corpus, "institutions.yaml", diagnostics, record =>
        {
            var institution = new Institution(
                record.Required("id"), record.Required("name"), record.Text("en"), record.List("aliases"), record.Text("parent"), record.Text("unit"),
                record.Choice<Sector>("sector"), record.Text("country"));
            parents.Add((institution, record));
            return institution;
        }, institution => institution.Id);
        CheckParents(parents);
        var owners = new Owners("aliases");
        foreach (var (institution, record) in parents)
            owners.Claim(institution.Id, [institution.Name, .. institution.Aliases], record);
        return institutions;
    }

    public static IReadOnlyList<Theme> Themes(string corpus, ICollection<Diagnostic> diagnostics) =>
        Read(corpus, "themes.yaml", diagnostics, record => new Theme(
            record.Required("id"), record.Required("zh"), record.Required("en"), record.Required("definition"),
            record.List("cues"), record.List("hints"), record.List("except"))
            {
                General = record.List("general"),
                Field = record.List("field"),
            }, theme => theme.Id);

    public static IReadOnlyList<GlossaryEntry> Glossary(string corpus, ICollection<Diagnostic> diagnostics)
    {
        var owners = new Owners("zh");
        return Read(corpus, "glossary.yaml", diagnostics, record =>
        {
            var entry = new GlossaryEntry(record.List("zh"), record.List("hant"), record.List("en"), record.List("related"));
            if (entry.Zh.Count == 0)
            {
                record.Error("zh", "the entry has no \"zh\"");
                return entry;
            }

            string[] forms = [.. entry.Zh, .. entry.Hant, .. entry.En];
            owners.Claim(entry.Zh[0], forms, record);
            var keys = forms.Select(Folding.Key).ToHashSet(StringComparer.Ordinal);
            foreach (var loop in entry.Related.Where(word => keys.Contains(Folding.Key(word))))
                record.Error("related", $"\"{loop}\" is a form of this very entry and cannot be related to it");
            return entry;
        }, entry => entry.Zh.Count == 0 ? "" : entry.Zh[0]);
    }

    /// <summary>Lines of word, tab, reason; '#' begins a comment. A line of another form is an error and left out.</summary>
    public static IReadOnlyList<string> Words(string corpus, ICollection<Diagnostic> diagnostics)
    {
        var path = Path.Combine(corpus, "registry", WordsFile);
        var words = new List<string>();
        foreach (var (line, number) in File.Exists(path) ? File.ReadLines(path).Select((line, i) => (line, i + 1)) : [])
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            var cells = line.Split('\t');
            if (WordMistake(cells) is not { } mistake)
                words.Add(cells[0]);
            else
                diagnostics.Add(new Diagnostic("KB006", Severity.Error, $"registry/{WordsFile}", number, mistake.Column, mistake.Message));
        }

        return words;
    }

    private static (int Column, string Message)? WordMistake(string[] cells)
    {
        const int Longest = 20;
        if (cells.Length != 2)
            return (1, $"a line has two columns parted by a tab, word and reason; this one has {cells.Length}");
        if (cells[0].Length is < 2 or > Longest || !cells[0].Any(Han.Is) || cells[0].Any(char.IsWhiteSpace))
            return (1, $"\"{cells[0]}\" cannot be a word: 2 to {Longest} characters, some of them Han, no space");
        return cells[1].Trim().Length == 0 ? (cells[0].Length + 2, $"\"{cells[0]}\" has no reason") : null;
    }

    private static List<T> Read<T>(string corpus, string file, ICollection<Diagnostic> diagnostics, Func<YamlRecord, T> make, Func<T, string> id)
    {
        var (_, records) = YamlFile.ReadList(Path.Combine(corpus, "registry", file), $"registry/{file}", diagnostics);
        var entries = new List<T>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var record in records)
        {
            var entry = make(record);
            record.Finish();
            if (id(entry).Length == 0)
                continue;
            if (ids.Add(id(entry)))
                entries.Add(entry);
            else
                record.Error("id", $"the id \"{id(entry)}\" stands in this file twice; the second entry was left out");
        }

        return entries;
    }

    private static void CheckParents(List<(Institution Institution, YamlRecord Record)> all)
    {
        var parents = all.DistinctBy(pair => pair.Institution.Id).ToDictionary(pair => pair.Institution.Id, pair => pair.Institution.Parent, StringComparer.Ordinal);
        var sound = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (institution, record) in all)
        {
            if (institution.Parent is { } parent && !parents.ContainsKey(parent))
                record.Error("parent", $"the parent \"{parent}\" of {institution.Id} is not in this file");
            else if (IsCircular(institution.Id, parents, sound))
                record.Error("parent", $"{institution.Id} is its own ancestor");
        }
    }

    // What is known not to be is not followed again.
    private static bool IsCircular(string id, Dictionary<string, string?> parents, HashSet<string> sound)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (string? at = id; at is not null && !sound.Contains(at); at = parents.GetValueOrDefault(at))
        {
            if (!seen.Add(at))
                return true;
        }

        sound.UnionWith(seen);
        return false;
    }

    // One name for two would hand one's words to the other, or make one term of two.
    private sealed class Owners(string key)
    {
        private readonly Dictionary<string, List<(string Owner, IReadOnlyList<string> Reports)>> _owners = new(StringComparer.Ordinal);

        public void Claim(string owner, IEnumerable<string> names, YamlRecord record, IReadOnlyList<string>? reports = null)
        {
            foreach (var name in names)
            {
                var form = Folding.Key(name);
                if (form.Length == 0)
                    continue;
                if (!_owners.TryGetValue(form, out var owners))
                    _owners.Add(form, owners = []);
                if (owners.Find(other => other.Owner != owner && Meet(other.Reports, reports ?? [])) is { Owner: { } other })
                    record.Error(key, $"the name \"{name}\" of {owner} belongs to {other} already");
                owners.Add((owner, reports ?? []));
            }
        }

        // What holds in some reports goes before what holds in all, so that these two do not meet.
        private static bool Meet(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
            (one.Count == 0 && other.Count == 0) || one.Intersect(other, StringComparer.Ordinal).Any();
    }
}
