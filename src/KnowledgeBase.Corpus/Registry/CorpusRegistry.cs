using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Registry;

/// <summary>
/// What people decided and the texts cannot give: canonical names, aliases, parents, sectors, countries, the theme
/// vocabulary. Read from <c>corpus/registry/*.yaml</c>.
/// </summary>
public sealed class CorpusRegistry
{
    /// <summary>A registry that knows nothing: reports are segmented by their own words alone.</summary>
    public static readonly CorpusRegistry Empty = new([], new InstitutionRegistry([]), [], [], []);

    /// <summary>Makes a registry of its parts.</summary>
    public CorpusRegistry(
        IReadOnlyList<Person> people, InstitutionRegistry institutions, IReadOnlyList<Theme> themes, IReadOnlyList<GlossaryEntry> glossary, IReadOnlyList<string> words)
    {
        People = people;
        Institutions = institutions;
        Themes = themes;
        Glossary = glossary;
        Words = words;
        ThemeTagger = new ThemeTagger(themes);
        PersonNames = [.. people.Where(person => person.Reports.Count == 0).SelectMany(person => person.Aliases.Prepend(person.Name).Select(name => (name, person)))];
        PeopleByKey = ByKey(PersonNames);
    }

    private CorpusRegistry(CorpusRegistry all, IReadOnlyList<(string Name, Person Person)> names)
    {
        (People, Institutions, Themes, Glossary, Words, ThemeTagger) = (all.People, all.Institutions, all.Themes, all.Glossary, all.Words, all.ThemeTagger);
        PersonNames = names;
        PeopleByKey = ByKey(names);
    }

    private static Dictionary<string, Person> ByKey(IReadOnlyList<(string Name, Person Person)> names) =>
        names.DistinctBy(pair => Folding.Key(pair.Name), StringComparer.Ordinal).ToDictionary(pair => Folding.Key(pair.Name), pair => pair.Person, StringComparer.Ordinal);

    /// <summary>Curated facts about people.</summary>
    public IReadOnlyList<Person> People { get; }

    /// <summary>The known institutions.</summary>
    public InstitutionRegistry Institutions { get; }

    /// <summary>The theme vocabulary in its order.</summary>
    public IReadOnlyList<Theme> Themes { get; }

    /// <summary>The terms of the field, each with the forms that mean the same.</summary>
    public IReadOnlyList<GlossaryEntry> Glossary { get; }

    /// <summary>Further words that the dictionaries lack and that must not be cut.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The tagger of this vocabulary.</summary>
    public ThemeTagger ThemeTagger { get; }

    /// <summary>The names that mean a person in every report; behind <see cref="In"/>, in that one.</summary>
    internal IReadOnlyList<(string Name, Person Person)> PersonNames { get; }

    internal IReadOnlyDictionary<string, Person> PeopleByKey { get; }

    /// <summary>
    /// The registry as it holds in one report: names that were decided for it alone stand before those of every report,
    /// and names that were decided for others are not there.
    /// </summary>
    internal CorpusRegistry In(string report)
    {
        var own = People.SelectMany(person => person.NamesIn(report).Select(name => (name, person))).ToList();
        return own.Count == 0 ? this : new CorpusRegistry(this, [.. own, .. PersonNames]);
    }

    /// <summary>Reads the registry files of a corpus folder; a missing file is an empty one.</summary>
    /// <param name="corpus">The corpus folder.</param>
    /// <param name="diagnostics">Receives the mistakes found.</param>
    public static CorpusRegistry Load(string corpus, ICollection<Diagnostic> diagnostics) => new(
        RegistryFiles.People(corpus, diagnostics),
        new InstitutionRegistry(RegistryFiles.Institutions(corpus, diagnostics)),
        RegistryFiles.Themes(corpus, diagnostics),
        RegistryFiles.Glossary(corpus, diagnostics),
        RegistryFiles.Words(corpus, diagnostics));
}

/// <summary>A curated person: only what the texts cannot give, with the reason.</summary>
/// <param name="Id">Identifier of the speaker.</param>
/// <param name="Name">Canonical name as the reports write it.</param>
/// <param name="NameEn">Name in Latin letters, or null.</param>
/// <param name="Aliases">Other spellings that mean this person, in every report or in those of <paramref name="Reports"/>.</param>
/// <param name="Reason">Why the entry is here.</param>
/// <param name="Reports">The reports, by id, in which name and aliases mean this person; empty: all.</param>
public sealed record Person(string Id, string Name, string? NameEn, IReadOnlyList<string> Aliases, string Reason, IReadOnlyList<string> Reports)
{
    /// <summary>Spellings that mean this person in some reports only.</summary>
    public IReadOnlyList<ScopedAlias> ScopedAliases { get; init; } = [];

    /// <summary>1-based line of the entry in people.yaml.</summary>
    internal int Line { get; init; }

    /// <summary>The names that were decided for one report.</summary>
    internal IEnumerable<string> NamesIn(string report)
    {
        var scoped = ScopedAliases.Where(alias => alias.Reports.Contains(report, StringComparer.Ordinal)).Select(alias => alias.Name);
        return Reports.Contains(report, StringComparer.Ordinal) ? Aliases.Prepend(Name).Concat(scoped) : scoped;
    }
}

/// <summary>A spelling that means a person in some reports only.</summary>
/// <param name="Name">The spelling.</param>
/// <param name="Reports">The reports, by id.</param>
public sealed record ScopedAlias(string Name, IReadOnlyList<string> Reports);

/// <summary>A known institution, or a unit of one.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Name">Canonical name.</param>
/// <param name="NameEn">English name, or null.</param>
/// <param name="Aliases">Other names that mean this institution in every report.</param>
/// <param name="Parent">Identifier of the institution it belongs to, or null.</param>
/// <param name="Unit">For a part that is printed behind its parent's name (清华大学|苏世民书院): the part's own name; otherwise null.</param>
/// <param name="Sector">The sector; null: as the parent.</param>
/// <param name="Country">ISO 3166 alpha-2; null: as the parent, or none.</param>
public sealed record Institution(
    string Id, string Name, string? NameEn, IReadOnlyList<string> Aliases, string? Parent, string? Unit, Sector? Sector, string? Country);

/// <summary>A theme of the vocabulary.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Zh">Chinese label.</param>
/// <param name="En">English label.</param>
/// <param name="Definition">What belongs to it.</param>
/// <param name="Cues">Words that alone show the theme. "各国…合作" allows up to ten characters, not a sentence end, at the dots.</param>
/// <param name="Hints">Words that show the theme only together: two different ones count as a cue.</param>
/// <param name="Except">Phrases inside which neither cue nor hint counts.</param>
public sealed record Theme(
    string Id, string Zh, string En, string Definition, IReadOnlyList<string> Cues, IReadOnlyList<string> Hints, IReadOnlyList<string> Except)
{
    /// <summary>Words that alone show the theme, but only in a text of its field: 公平性 of an algorithm, not of a referee.</summary>
    public IReadOnlyList<string> General { get; init; } = [];

    /// <summary>Words that tell a text of the theme's field; without one of them general words and hints say nothing. Empty: any text is.</summary>
    public IReadOnlyList<string> Field { get; init; } = [];
}

/// <summary>A term of the field. Its forms mean the same: whoever asks for one is shown all.</summary>
/// <param name="Zh">Forms in Simplified Chinese, the usual one first.</param>
/// <param name="Hant">The words of Taiwan and Hong Kong where they are others (人工智慧); the script itself needs no form.</param>
/// <param name="En">English forms: inflected ones and abbreviations too.</param>
/// <param name="Related">Words that point the same way and count for less.</param>
public sealed record GlossaryEntry(IReadOnlyList<string> Zh, IReadOnlyList<string> Hant, IReadOnlyList<string> En, IReadOnlyList<string> Related);
