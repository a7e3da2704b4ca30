namespace KnowledgeBase.Corpus.Registry;

/// <summary>Reads <c>corpus/registry/*.yaml</c>, checking identifiers, parents and aliases as it goes.</summary>
internal static class RegistryFiles
{
    public static IReadOnlyList<Person> People(string corpus, ICollection<Diagnostic> diagnostics) =>
        Read(corpus, "people.yaml", diagnostics, record => new Person(
            record.Required("id"), record.Required("name"), record.Text("en"), record.List("aliases"), record.Required("reason")), person => person.Id);

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
        CheckAliases(parents);
        return institutions;
    }

    public static IReadOnlyList<Theme> Themes(string corpus, ICollection<Diagnostic> diagnostics) =>
        Read(corpus, "themes.yaml", diagnostics, record => new Theme(
            record.Required("id"), record.Required("zh"), record.Required("en"), record.Required("definition"),
            record.List("cues"), record.List("hints"), record.List("except")), theme => theme.Id);

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
        foreach (var (institution, record) in all)
        {
            if (institution.Parent is { } parent && !parents.ContainsKey(parent))
                record.Error("parent", $"the parent \"{parent}\" of {institution.Id} is not in this file");
            else if (IsCircular(institution.Id, parents))
                record.Error("parent", $"{institution.Id} is its own ancestor");
        }
    }

    private static bool IsCircular(string id, Dictionary<string, string?> parents)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (string? at = id; at is not null; at = parents.GetValueOrDefault(at))
        {
            if (!seen.Add(at))
                return true;
        }

        return false;
    }

    // One name for two institutions would hand one's words to the other.
    private static void CheckAliases(List<(Institution Institution, YamlRecord Record)> all)
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (institution, record) in all)
        {
            foreach (var name in institution.Aliases.Prepend(institution.Name))
            {
                if (!owners.TryAdd(Text.Folding.Key(name), institution.Id) && owners[Text.Folding.Key(name)] != institution.Id)
                    record.Error("aliases", $"the name \"{name}\" of {institution.Id} belongs to {owners[Text.Folding.Key(name)]} already");
            }
        }
    }
}
