using System.Text.RegularExpressions;
using KnowledgeBase.Corpus.Reading;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>
/// Whom a dialogue introduces in front of its first turn: guests with their titles, members and witnesses of a hearing, who
/// is called by a short name (小鹿（陆晓渔）), who a chair or a host is (主　　席　林委員淑敏).
/// </summary>
internal sealed partial class Cast
{
    private const string LatinName = @"\p{Lu}[\p{L}'’-]+(?: (?:\p{Lu}\.|\p{Lu}[\p{L}'’-]+|van|von|de|da|di|del|la|le|bin|al)){0,2} \p{Lu}[\p{L}'’-]+";
    private const int LongestShortName = 20;
    private const int LongestEntry = 50;
    private static readonly WordList Interviews = new(["专访", "对话", "访谈", "采访", "独家专访"]);
    private readonly List<CastMember> _members = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CastMember?> _called = new(StringComparer.Ordinal);
    private readonly List<string> _latin = [];

    /// <summary>Reads the lines in front of the first turn.</summary>
    public Cast(IEnumerable<Block> introduction)
    {
        foreach (var block in introduction)
        {
            Add(block.Text.Text);
            _latin.AddRange(LatinNames().Matches(block.Text.Text).Select(match => match.Value));
        }
    }

    /// <summary>The people, in the order in which they are introduced.</summary>
    public IReadOnlyList<CastMember> Members => _members;

    /// <summary>Adds somebody that a label names in full, unless known.</summary>
    public void Add(CalledName name)
    {
        if (Find(name.Name) is null)
            Add(new CastMember(name.Name, null, [], IsSure: true));
    }

    /// <summary>The person of that very name; null where none is.</summary>
    public CastMember? Find(string name) => _places.TryGetValue(Folding.Key(name), out var place) ? _members[place] : null;

    /// <summary>
    /// The one person that a label can mean: by a part of the introduction that says just this (副主席, 小鹿, 運輸署助理署長), a
    /// surname, with or without an office (厉, 厉所长), a given name (思远), a Latin first or last name, initials (IS).
    /// Null where nobody or several are.
    /// </summary>
    public CastMember? Called(string label)
    {
        if (!_called.TryGetValue(label, out var member))
            _called.Add(label, member = WhoIs(Salutation().Replace(label, "")));
        return member;
    }

    // A document may have thousands of labels, and whom it introduces may be as many: what a label is by itself is asked once.
    private CastMember? WhoIs(string label)
    {
        if (Find(label) is { } named)
            return named;
        var key = Folding.Key(label);
        var office = CalledName.OfficeLengthBefore(Folding.Fold(label), label.Length);
        var isGiven = label.Length > 1 && !NameLine.IsName(label);
        var isTitle = label.Length > 2 && !char.IsAsciiLetter(label[0]) && CalledName.Read(label) is null;
        return Only(member => member.Words.Contains(key)) ?? Only(member => BySurname(member.Name, label, office))
            ?? (isGiven ? Only(member => member.Name.EndsWith(label, StringComparison.Ordinal)) : null)
            ?? Only(member => IsPart(member.Name, label))
            ?? (isTitle ? Only(member => member.Words.Any(word => word.StartsWith(key, StringComparison.Ordinal))) : null)
            ?? Latin(label);
    }

    private CastMember? Only(Func<CastMember, bool> fits) => _members.Where(fits).Take(2).ToList() is [var only] ? only : null;

    // 厉, 厉所长, 王老师
    private static bool BySurname(string name, string label, int office) =>
        name.Length > 1 && label.Length > 0 && name[0] == label[0] && Surnames.LengthIn(Folding.Fold(name)) is > 0 and var surname && label.StartsWith(name[..surname], StringComparison.Ordinal)
        && (label.Length == surname || office == label.Length - surname);

    // 瓦拉赫 of 温德尔·瓦拉赫, Ingrid of Ingrid Solheim.
    private static bool IsPart(string name, string label) => name.Contains(label, StringComparison.Ordinal) && name.Split(' ', '·').Contains(label, StringComparer.Ordinal);

    private void Add(CastMember member)
    {
        _called.Clear();
        _places.TryAdd(Folding.Key(member.Name), _members.Count);
        _members.Add(member);
    }

    // IS, Solheim, Ingrid: the one name of the running text that it fits. "We put the question to Ingrid Solheim, who chaired …"
    private CastMember? Latin(string label)
    {
        if (label.Length == 0 || !label.All(c => char.IsLetter(c) || c is '-' or '\'' or '’' or '.') || !char.IsUpper(label[0]) || Han.Is(label[0]))
            return null;
        var letters = label.Replace(".", "", StringComparison.Ordinal);
        var fits = _latin.Where(name => name.Split(' ').Contains(label, StringComparer.OrdinalIgnoreCase) || (letters.Length is 2 or 3 && letters.All(char.IsUpper) && Initials(name) == letters))
            .Distinct(StringComparer.Ordinal).Take(2).ToList();
        return fits is [var only] ? new CastMember(only, null, [], IsSure: false) : null;
    }

    /// <summary>The Latin name that begins at a place of running text: an interview with |Ngozi Adeyemi-Clarke; null where none does.</summary>
    public static string? LatinNameAt(string text, int at) => LatinNameHere().Match(text, at) is { Success: true } match ? match.Value : null;

    private static string Initials(string name) => string.Concat(name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Where(word => char.IsUpper(word[0])).Select(word => word[0]));

    private void Add(string line)
    {
        var pieces = Pieces(line);
        var names = pieces.Select(CalledName.Read).ToList();
        var isAlone = names.OfType<CalledName>().Take(2).Count() == 1;
        for (var i = 0; i < pieces.Count; i++)
        {
            if (names[i] is not { } name || name.Name.Length > 40)
                continue;
            var title = i + 1 < pieces.Count && names[i + 1] is null && IsTitle(pieces[i + 1]) ? pieces[i + 1]
                : i > 0 && names[i - 1] is null && IsTitle(pieces[i - 1]) ? pieces[i - 1] : null;
            string[] words = isAlone ? [.. pieces.Where(piece => piece.Length <= LongestShortName).Select(Folding.Key)] : title is null ? [] : [Folding.Key(title)];
            if (Find(name.Name) is { } known)
                Replace(known, known with { Title = known.Title ?? title, Words = [.. known.Words, .. words], IsSure = known.IsSure || title is not null });
            else
                Add(new CastMember(name.Name, title, words, IsSure: title is not null || name.Office.Length > 0));
        }

        AddTitled(line);
    }

    // 嘉宾：清华大学教授薛澜; the title stands directly in front of the name.
    private void AddTitled(string line)
    {
        foreach (var piece in Pieces(line))
        {
            if (CalledName.Read(piece) is null && NameLine.Read(piece) is { HasRole: true } titled && Find(titled.Name) is null)
            {
                // 专访国家深海中心主任王建国
                var title = titled.Title[Interviews.LengthAt(Folding.Fold(titled.Title), 0)..];
                Add(new CastMember(titled.Name, title, [Folding.Key(title)], IsSure: true));
            }
        }

        // 巴图其其格　北原大学声学研究所副研究员: the form of the line shows what no list of surnames has.
        if (line.Length <= LongestEntry && !Pieces(line).Exists(piece => CalledName.Read(piece) is not null) && NameLine.ReadByForm(line) is { HasRole: true } entry && Find(entry.Name) is null)
            Add(new CastMember(entry.Name, entry.Title, [Folding.Key(entry.Title)], IsSure: true));
    }

    private void Replace(CastMember known, CastMember member)
    {
        _called.Clear();
        _members[_places[Folding.Key(known.Name)]] = member;
    }

    private static bool IsTitle(string piece) => Roles.LengthBefore(Folding.Fold(piece), piece.Length) > 0;

    // 主　　席　林委員淑敏 | 小鹿（陆晓渔），科普作者: single characters that are spread over the column belong together.
    private static List<string> Pieces(string line) =>
    [
        .. Spread().Replace(line, match => string.Concat(match.Value.Where(c => !char.IsWhiteSpace(c)))).Split(['，', ',', '：', ':', '、', '；', ';', '　', '\t', '）', ')', '（', '(', '｜', '|', '。', '—', '/', '／'])
            .Select(NameLine.Trimmed).SelectMany(piece => NameLine.IsName(piece) || !piece.Any(Han.Is) || piece.Any(char.IsAsciiLetter) ? [piece] : piece.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(piece => piece.Length > 0),
    ];

    // MS. HALLORAN, Dr Okonjo
    [GeneratedRegex(@"^(?:mr|ms|mrs|miss|dr|prof|professor|sir|dame|hon)\.?\s+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Salutation();

    [GeneratedRegex(@"(?<![\p{L}])\p{Lo}[ 　]+\p{Lo}(?![\p{L}])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spread();

    [GeneratedRegex(LatinName, RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LatinNames();

    // Where the search begins and nowhere else: a paragraph may have ten thousand brackets to look behind.
    [GeneratedRegex(@"\G" + LatinName, RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LatinNameHere();
}

/// <summary>Somebody whom a dialogue introduces.</summary>
/// <param name="Name">The name as printed, without title.</param>
/// <param name="Title">The title as printed; null where none stands with the name.</param>
/// <param name="Words">The keys of what else the introduction calls this person: 主席, 小鹿, 運輸署助理署長.</param>
/// <param name="IsSure">Whether the introduction shows that it is a person: by a title, or because a turn is labelled so.</param>
internal sealed record CastMember(string Name, string? Title, IReadOnlyList<string> Words, bool IsSure);
