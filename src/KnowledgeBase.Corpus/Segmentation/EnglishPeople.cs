using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>A person of an English report.</summary>
internal sealed class EnglishPerson(string name, KnownName? known)
{
    /// <summary>The name as first printed, without honorific.</summary>
    public string Name { get; } = name;

    /// <summary>The roster's or registry's person of that name.</summary>
    public KnownName? Known { get; } = known;

    /// <summary>The words of the name as keys: amara, nwosubright.</summary>
    public string[] Parts { get; } = [.. name.Split(' ').Select(Folding.Key).Where(part => part.Length > 0)];

    /// <summary>Whether words of theirs were found.</summary>
    public bool HasSpoken { get; set; }

    /// <summary>The passage in which they were last spoken of.</summary>
    public int LastNamed { get; set; }

    /// <summary>What Mr, Ms, he, she told.</summary>
    public Gender Gender { get; set; }

    /// <summary>The words for offices printed with the name: minister, director.</summary>
    public HashSet<string> Roles { get; } = new(StringComparer.Ordinal);

    public bool CanBe(Gender gender) => gender == Gender.Unknown || Gender == Gender.Unknown || Gender == gender;
}

/// <summary>The people that an English report has named so far: who a surname or a pronoun stands for.</summary>
internal sealed class EnglishPeople
{
    private const int MostRecent = 4;
    private readonly NameBook _names;
    private readonly List<EnglishPerson> _people = [];

    // Who was spoken of, the last one at the end; null for somebody without a name, behind whom no pronoun reaches.
    private readonly List<EnglishPerson?> _recent = [];

    private int _passage;

    public EnglishPeople(NameBook names)
    {
        _names = names;
        _people.AddRange(names.Roster.Where(entry => entry.Name.Any(char.IsAsciiLetter)).Select(entry => new EnglishPerson(entry.Name, names.Find(entry.Name))));
    }

    /// <summary>The person a name stands for, among those named before: in full, by surname, by initial and surname.</summary>
    public EnglishPerson? Find(string name, Gender gender = Gender.Unknown)
    {
        string[] parts = [.. name.Split(' ').Select(Folding.Key).Where(part => part.Length > 0)];
        return parts.Length == 0 ? null : _people.FindLast(person => person.CanBe(gender) && IsShortFor(parts, person.Parts));
    }

    /// <summary>The person of a name, new or known.</summary>
    public EnglishPerson Of(string name, Gender gender)
    {
        var person = Find(name, gender);
        if (person is null)
            _people.Add(person = new EnglishPerson(name, _names.Find(name)));
        if (gender != Gender.Unknown)
            person.Gender = gender;
        return person;
    }

    /// <summary>Whom a pronoun means: the last person spoken of that it fits.</summary>
    public EnglishPerson? Meant(Gender gender)
    {
        for (var i = _recent.Count - 1; i >= 0; i--)
        {
            if (_recent[i] is not { } person)
                return null;
            if (person.CanBe(gender) && (person.HasSpoken || person.LastNamed >= _passage - 1))
                return person;
        }

        return null;
    }

    /// <summary>Whom "the minister" means: the last person spoken of who was printed with that office.</summary>
    public EnglishPerson? MeantBy(string role) => _recent.FindLast(person => person?.Roles.Contains(role) == true);

    /// <summary>Somebody is spoken of; null for one without a name.</summary>
    public void Mention(EnglishPerson? person)
    {
        if (person is not null)
            person.LastNamed = _passage;
        _recent.Remove(person);
        _recent.Add(person);
        if (_recent.Count > MostRecent)
            _recent.RemoveAt(0);
    }

    /// <summary>A new paragraph: who was only named some paragraphs before is no longer meant by a pronoun.</summary>
    public void BeginPassage() => _passage++;

    /// <summary>A new part of the report: pronouns do not reach back over its heading, names do.</summary>
    public void BeginSection() => _recent.Clear();

    // Berg, van der Berg, A. Berg for Anna van der Berg; Han for Han Seung-woo.
    private static bool IsShortFor(string[] parts, string[] full)
    {
        if (parts.Length > full.Length)
            return false;
        if (parts.Length == 1 && parts[0] == full[0])
            return true;
        if (full.AsSpan()[^parts.Length..].SequenceEqual(parts))
            return true;
        return parts.Length > 1 && parts[0].Length == 1 && full[0].StartsWith(parts[0], StringComparison.Ordinal) && full[^1] == parts[^1];
    }
}
