using KnowledgeBase.Corpus.Reading;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>Who the labels of a dialogue are: 主持人 and 答 as its introduction says, 厉所长 and 思远 by the one person they can mean.</summary>
internal sealed class LabelledPeople
{
    // 专访厉声远, 对话薛澜, an interview with Ngozi Adeyemi-Clarke: in front of the name of who is interviewed.
    private static readonly string[] Interviews = ["专访", "对话", "访谈", "采访", "访", "interview with ", "Interview with ", "conversation with ", "Conversation with ", "Q&A with "];
    private readonly Cast _cast;
    private readonly Dictionary<string, string> _roles = new(StringComparer.Ordinal);
    private readonly string? _interviewee;

    /// <summary>Gathers what the document says of its voices.</summary>
    /// <param name="introduction">The lines in front of the first turn.</param>
    /// <param name="turns">The labelled ones.</param>
    /// <param name="introductions">Those of them that say who a role is: 主持人：佟亚楠，….</param>
    public LabelledPeople(IReadOnlyList<Block> introduction, IReadOnlyList<LabelLine> turns, IReadOnlyList<LabelLine> introductions)
    {
        _cast = new Cast([.. introduction, .. introductions.Select(line => line.Block).Except(introduction)]);
        foreach (var line in introductions)
            Introduce(line);
        foreach (var turn in turns)
        {
            if (turn is { IsRole: true, Bracket: { } bracket } && NameLine.IsName(bracket))
                _roles.TryAdd(turn.RoleKey, bracket);
            else if (turn.NameBehindRole is { } host)
                _cast.Add(new CalledName(host, ""));
            else if (!turn.IsRole && CalledName.Read(turn.Base) is { } name && _cast.Called(turn.Base) is null)
                _cast.Add(name);
        }

        _interviewee = turns.Any(turn => turn.IsAnswer) ? Interviewee(introduction) : null;
    }

    /// <summary>Whether the introduction knows whom a label means.</summary>
    public bool Knows(LabelLine line) => !line.IsRole && _cast.Called(line.Base) is not null;

    /// <summary>The mark of a labelled line.</summary>
    public SpeakerMark MarkOf(LabelLine line)
    {
        var text = line.Block.Text.Text;
        var (person, title) = PersonOf(line);
        return new SpeakerMark(MarkKind.Label, line.Base, person, title, new TextSpan(Math.Min(line.Content, text.Length), text.Length));
    }

    private (string? Name, string? Title) PersonOf(LabelLine line)
    {
        if (line.IsRole)
        {
            var role = _roles.GetValueOrDefault(line.RoleKey) ?? (line.IsAnswer ? _interviewee : _cast.Called(line.Base)?.Name);
            return (role, role is null ? null : _cast.Find(role)?.Title);
        }

        // 张三（清华大学教授）：, 清华大学教授张三：
        if (line.Bracket is { } bracket && Roles.LengthBefore(Folding.Fold(bracket), bracket.Length) > 0 && CalledName.Read(line.Base) is { } titled)
            return (titled.Name, bracket);
        if (line.Bracket is { } inside && !NameLine.IsName(line.Base) && NameLine.IsName(inside) && inside.Any(Han.Is) == line.Base.Any(Han.Is))
            return (inside, _cast.Find(inside)?.Title);
        if (_cast.Called(line.Base) is { } member)
            return (member.Name, member.Title);
        if (CalledName.Read(line.Base) is { } called)
            return (called.Name, called.Office.Length > 0 ? called.Office : null);
        // 主持人钱若溪
        if (line.NameBehindRole is { } host)
            return (host, _cast.Find(host)?.Title);
        // 與那嶺議員: no list has the surname, the office behind it shows that it is a name.
        if (CalledName.OfficeLengthBefore(Folding.Fold(line.Base), line.Base.Length) is > 0 and var office && line.Base.Length - office >= 2)
        {
            // 國發會資管處邱俊惟科長: house, name, office; 消防署代表 names nobody.
            if (NameLine.BehindHouse(line.Base[..^office]) is { } housed)
                return (housed.Name, housed.Title + line.Base[^office..]);
            if (line.Base.Length - office <= 4 && !OrganisationNames.IsBody(Folding.Fold(line.Base[..^office])))
                return (line.Base[..^office], line.Base[^office..]);
        }

        if (line.Base.Length >= 6 && NameLine.BehindOffice(line.Base) is { } both)
            return (both.Name, both.Title);
        return (line.IsDescription ? null : line.Base, null);
    }

    private void Introduce(LabelLine line)
    {
        var text = line.Block.Text.Text[Math.Min(line.Content, line.Block.Text.Text.Length)..];
        if ((CalledName.Read(text)?.Name ?? NameLine.Read(text)?.Name) is { } name)
            _roles.TryAdd(line.RoleKey, name);
    }

    private string? Interviewee(IReadOnlyList<Block> introduction)
    {
        foreach (var text in introduction.Take(10).Select(block => block.Text.Text))
        {
            // 在一场三个小时的访谈里 tells of the interview and does not name anybody: only headlines do in Chinese.
            foreach (var word in text.Contains('。', StringComparison.Ordinal) ? [] : Interviews)
            {
                var at = text.IndexOf(word, StringComparison.Ordinal);
                if (at >= 0 && Guests.FirstOrDefault(member => text.IndexOf(member.Name, at, StringComparison.Ordinal) >= 0) is { } named)
                    return named.Name;
                if (at >= 0 && NameAt(text, at + word.Length) is { } name)
                    return name;
            }
        }

        var guests = Guests.ToList();
        return guests is [var only] ? only.Name : guests.Where(member => member.IsSure).ToList() is [var sure] ? sure.Name : null;
    }

    private IEnumerable<CastMember> Guests => _cast.Members.Where(member => !_roles.ContainsValue(member.Name));

    // 专访厉声远：…, 专访清华大学教授薛澜：…
    private static string? NameAt(string text, int from)
    {
        if (Cast.LatinNameAt(text, from) is { } latin)
            return latin;
        var end = text.AsSpan(from).IndexOfAny("：:，,。—|｜ ") is > 0 and var mark ? from + mark : text.Length;
        var part = text[from..end];
        return NameLine.IsName(part) ? part : NameLine.Read(part)?.Name;
    }
}
