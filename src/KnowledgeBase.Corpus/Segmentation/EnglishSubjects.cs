using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>A person named as the subject of a clause, with title and affiliation.</summary>
/// <param name="Name">The name.</param>
/// <param name="Title">The office in front of the name or behind it, or the institution (of Yeosu Maritime University).</param>
/// <param name="End">One past the last token, without what stands between commas behind it.</param>
internal sealed record EnglishSubject(EnglishName Name, TextSpan? Title, int End);

/// <summary>
/// Reads who a clause begins with: a name, an office with a name (Deputy Minister Ana Souza; the chair, Ruairí Mac Giolla),
/// and what follows the name without a comma: (Brazil), of the Finnish Patient Insurance Pool.
/// </summary>
internal static class EnglishSubjects
{
    private const int LongestTitle = 14;
    private const int LongestAffiliation = 16;

    /// <summary>The person that a clause beginning at a token names first, or null.</summary>
    public static EnglishSubject? At(EnglishToken[] tokens, int at, int end, EnglishPeople people)
    {
        if (NameAt(tokens, at, end, people, isIntroduced: false) is { } bare && !BelongsToTitle(tokens, bare, end))
            return WithAffiliation(tokens, bare, title: null, end);
        var role = -1;
        for (var i = at; i < Math.Min(end, at + LongestTitle); i++)
        {
            // The chair, Ruairí Mac Giolla,
            if (tokens[i].IsMark(','))
                return role >= at && NameAt(tokens, i + 1, end, people, true) is { } apart && apart.End < end && tokens[apart.End].IsMark(',')
                    ? new EnglishSubject(apart, Title(tokens, at, i), apart.End + 1)
                    : null;
            if (!tokens[i].IsWord || EnglishCues.IsAt(tokens, i, end) || (i > at && EnglishWords.Is("acts", tokens[i])))
                return null;
            if (role >= 0 && MayEndTitle(tokens, role, i) && NameAt(tokens, i, end, people, isIntroduced: role == i - 1) is { } name)
                return WithAffiliation(tokens, name, Title(tokens, at, i), end);
            if (EnglishWords.Is("role", tokens[i]))
                role = i;
        }

        return null;
    }

    /// <summary>The office behind a name: "director of Y", "an engineer" of "an engineer who heads …"; up to the comma.</summary>
    public static TextSpan? Apposition(EnglishToken[] tokens, int at, int end)
    {
        var from = at < end && tokens[at].Text is "a" or "an" or "the" ? at + 1 : at;
        var to = from;
        while (to < end && (tokens[to].IsWord || tokens[to].Text[0] is '&' or '/' or '(' or ')' or '’' or '\'') && tokens[to].Text is not ("who" or "whose" or "which" or "that"))
            to++;
        return to > from && tokens[from..to].Any(token => EnglishWords.Is("role", token)) ? new TextSpan(tokens[from].Span.Start, tokens[to - 1].Span.End) : null;
    }

    // Oduya's finance chief, Rosalind Achterkamp; Greenpeace International director Jane Roe.
    private static bool BelongsToTitle(EnglishToken[] tokens, EnglishName name, int end) =>
        name.End < end && (EnglishWords.Is("role", tokens[name.End]) || (name.IsPossessive && !EnglishWords.Is("view", tokens[name.End])));

    // A single word is a name only where somebody is called so, or behind Ms, President.
    private static EnglishName? NameAt(EnglishToken[] tokens, int at, int end, EnglishPeople people, bool isIntroduced)
    {
        if (at >= end || EnglishNames.At(tokens, at, end) is not { } name)
            return null;
        if (name.Parts > 1 || name.HasHonorific || (isIntroduced && tokens[at - 1].IsCapital))
            return isIntroduced || !EnglishWords.Is("topic", tokens[at]) ? name : null;
        return people.Find(Text(tokens, at, name)) is not null ? name : null;
    }

    private static string Text(EnglishToken[] tokens, int at, EnglishName name)
    {
        var words = new List<string>();
        for (var i = at; i < name.End && tokens[i].Span.Start < name.Span.End; i++)
            words.Add(tokens[i].Text.EndsWith("'s", StringComparison.Ordinal) ? tokens[i].Text[..^2] : tokens[i].Text);
        return string.Join(' ', words);
    }

    // Between the last word for an office and the name: nothing, or of/for … : President of the European Commission Ursula ….
    private static bool MayEndTitle(EnglishToken[] tokens, int role, int name)
    {
        if (name == role + 1)
            return true;
        if (!EnglishWords.Is("preposition", tokens[role + 1]))
            return false;
        for (var i = role + 2; i < name; i++)
        {
            if (!tokens[i].IsCapital && tokens[i].Text is not ("the" or "and" or "of" or "for"))
                return false;
        }

        return name > role + 2;
    }

    private static TextSpan? Title(EnglishToken[] tokens, int from, int to)
    {
        if (tokens[from].Text is "The" or "the" or "A" or "a" or "An" or "an" or "Its" or "its" or "But" or "And")
            from++;
        return from < to ? new TextSpan(tokens[from].Span.Start, tokens[to - 1].Span.End) : null;
    }

    private static EnglishSubject WithAffiliation(EnglishToken[] tokens, EnglishName name, TextSpan? title, int end)
    {
        var at = name.End;
        if (at < end && tokens[at].IsMark('('))
        {
            var close = Array.FindIndex(tokens, at, Math.Min(end - at, LongestAffiliation), token => token.IsMark(')'));
            at = close < 0 ? at : close + 1;
        }

        if (at >= end || !EnglishWords.Is("preposition", tokens[at]) || name.IsPossessive)
            return new EnglishSubject(name, title, at);
        for (var i = at + 1; i < Math.Min(end, at + LongestAffiliation); i++)
        {
            if (i > at + 1 && (!tokens[i].IsWord || EnglishCues.Behind(tokens, i, end) is not null))
                return new EnglishSubject(name, title ?? Affiliation(tokens, at + 1, i), i);
            if (!tokens[i].IsCapital && tokens[i].Text is not ("the" or "and" or "of" or "for" or "in" or "at" or "&" or "de" or "du" or "des"))
                break;
        }

        return new EnglishSubject(name, title, at);
    }

    private static TextSpan? Affiliation(EnglishToken[] tokens, int from, int to) => tokens[to - 1].IsCapital ? Title(tokens, from, to) : null;
}
