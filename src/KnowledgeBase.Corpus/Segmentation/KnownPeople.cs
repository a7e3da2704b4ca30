using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>
/// The people of a report, and the short forms in which it names them again: 林德曼 (艾瑞克·林德曼), 钱教授 (钱穆清). A form
/// that two people could mean names nobody.
/// </summary>
internal sealed class KnownPeople
{
    private const int LongestForm = 40;

    // 老师, 老年, 小时, 小区 are words.
    private const string NoSurnames = "师年时区家人公麦米路明";
    private static readonly WordList Address = WordList.Load("Segmentation/Data/address.txt");
    private static readonly WordList Kin = WordList.Load("Segmentation/Data/kin.txt");
    private static readonly WordList JapaneseSurnames = WordList.Load("Segmentation/Data/surnames-ja.txt");
    private readonly Dictionary<string, KnownName?> _forms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KnownName?>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly Dictionary<string, KnownName?> _surnames = new(StringComparer.Ordinal);
    private readonly HashSet<char> _initials = [];
    private readonly int[] _longest = new int[char.MaxValue + 1];

    private KnownPeople(IEnumerable<KnownName> people)
    {
        _lookup = _forms.GetAlternateLookup<ReadOnlySpan<char>>();
        var all = people.DistinctBy(person => Folding.Key(person.Name)).ToList();
        // 霍夫曼 is no other than 安德烈亚斯·霍夫曼, 高桥 no other than 高桥健.
        all.RemoveAll(person => person.Evidence == Evidence.NameShape && all.Exists(other => other.Name.Length > person.Name.Length && (other.Name.StartsWith(person.Name, StringComparison.Ordinal) || other.Name.EndsWith(person.Name, StringComparison.Ordinal))));
        foreach (var person in all)
            AddForm(Folding.Fold(person.Name), person, isFull: true);
        foreach (var person in all)
            AddShortForms(Folding.Fold(person.Name), person);
    }

    /// <summary>The people of a report: its roster's, those with a label or a name line, those it introduces elsewhere.</summary>
    public static KnownPeople Of(IReadOnlyList<Passage> passages, NameBook names) => new(
    [
        .. names.Roster.Select(entry => new KnownName(entry.Name, entry, Evidence.RosterName)),
        .. passages.Select(passage => passage.Mark?.Person).OfType<string>().Select(name => new KnownName(name, null, Evidence.KnownName)),
        .. Introductions.In(passages),
    ]);

    /// <summary>The person whom the text names at <paramref name="at"/>, how long the name and a form of address behind it are.</summary>
    public (KnownName? Person, int Name, int Length) At(string folded, int at)
    {
        for (var length = Math.Min(_longest[folded[at]], folded.Length - at); length > 1; length--)
        {
            if (_lookup.TryGetValue(folded.AsSpan(at, length), out var person) && EndsWord(folded, at + length))
                return (person, length, length + AddressAt(folded, at + length));
        }

        return BySurname(folded, at);
    }

    // 覃思|法官, 麦可·唐纳修|(Michael Donoghue): this is part of how the person is named.
    private static int AddressAt(string folded, int at)
    {
        if (at < folded.Length && folded[at] == '(' && folded.IndexOf(')', at) is > 0 and var close && close - at < LongestForm)
            return close + 1 - at;
        return Address.LengthAt(folded, at);
    }

    private (KnownName? Person, int Name, int Length) BySurname(string folded, int at)
    {
        if (!_initials.Contains(folded[at]))
            return default;
        for (var surname = 1; surname <= 2 && at + surname < folded.Length; surname++)
        {
            if (Address.LengthAt(folded, at + surname) is > 0 and var address && _surnames.GetValueOrDefault(folded.Substring(at, surname)) is { } person)
                return (person, surname + address, surname + address);
        }

        return default;
    }

    // A Latin name ends where its letters end.
    private static bool EndsWord(string folded, int end) => end >= folded.Length || !char.IsAsciiLetter(folded[end]) || !char.IsAsciiLetter(folded[end - 1]);

    private void AddShortForms(string folded, KnownName person)
    {
        var dot = folded.LastIndexOfAny(['·', '.']);
        var space = folded.LastIndexOf(' ');
        if (dot > 0 && folded.Length - dot > 2)
            AddForm(folded[(dot + 1)..], Shorter(person), isFull: false);
        else if (space > 0 && folded.Length - space > 3)
            AddForm(folded[(space + 1)..], Shorter(person), isFull: false);
        else if (JapaneseSurnames.LengthAt(folded, 0) is >= 2 and var japanese && japanese < folded.Length && folded.Length > 3)
            AddForm(folded[..japanese], Shorter(person), isFull: false);
        // 卡米拉 of 卡米拉·奥尔蒂斯
        if (folded.IndexOf('·', StringComparison.Ordinal) is >= 2 and var first)
            AddForm(folded[..first], Shorter(person), isFull: false);
        // 索菲亚·林 may be called 林老师.
        if (dot > 0 && dot == folded.Length - 2)
            AddSurname(folded[^1..], person);
        if (dot > 0 || space > 0 || Surnames.LengthIn(folded) is not (> 0 and var surname))
            return;
        if (Kin.Contains(folded.AsSpan(surname)))
            AddForm(folded[surname..], Shorter(person), isFull: false);
        AddSurname(folded[..surname], person);
        // 老侯, 小佟
        if (surname == 1 && !NoSurnames.Contains(folded[0], StringComparison.Ordinal))
        {
            AddForm("老" + folded[0], Shorter(person), isFull: false);
            AddForm("小" + folded[0], Shorter(person), isFull: false);
        }
    }

    private void AddSurname(string surname, KnownName person)
    {
        _initials.Add(surname[0]);
        if (!_surnames.TryAdd(surname, Shorter(person)))
            _surnames[surname] = null;
    }

    private static KnownName Shorter(KnownName person) => person with { Evidence = Evidence.Surname };

    private void AddForm(string form, KnownName person, bool isFull)
    {
        if (form.Length is < 2 or > LongestForm)
            return;
        if (!_forms.TryAdd(form, person) && !isFull && _forms[form]?.Name != person.Name)
            _forms[form] = null;
        _longest[form[0]] = Math.Max(_longest[form[0]], form.Length);
    }
}
