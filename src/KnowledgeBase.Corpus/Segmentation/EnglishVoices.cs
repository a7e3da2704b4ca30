using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>
/// Finds who speaks in a sentence: X, director of Y, said that …; “…,” said X, director of Y; according to X; he added; in her
/// view; X's answer is.
/// </summary>
internal sealed class EnglishVoices(EnglishToken[] tokens, EnglishPeople people)
{
    private const int LongestApposition = 45;

    /// <summary>The voices of a sentence in order; mostly none or one.</summary>
    public IEnumerable<EnglishVoice> In(EnglishSentence sentence)
    {
        for (var at = sentence.First; at < sentence.End; at++)
        {
            if (tokens[at].IsWord && (BeginsClause(tokens, sentence, at) ? At(at, sentence.End) ?? Relative(sentence, at) : Relative(sentence, at)) is { } voice)
                yield return voice;
        }
    }

    /// <summary>The token of a verb of saying whose subject is no person with a name (the report says, a nurse said); -1 without one.</summary>
    public int OfNobody(EnglishSentence sentence)
    {
        for (var at = sentence.First + 1; at < sentence.End && !tokens[at].IsMark(';'); at++)
        {
            if (EnglishCues.IsAt(tokens, at, sentence.End) && (tokens[at - 1].IsQuotation || (tokens[at - 1].IsWord && !IsBound(tokens[at - 1])) || tokens[at - 1].IsMark(',')))
                return at;
        }

        return -1;
    }

    /// <summary>Whether a clause may begin at a token: at the head, behind a comma or a quotation, behind and.</summary>
    public static bool BeginsClause(EnglishToken[] tokens, EnglishSentence sentence, int at)
    {
        if (at == sentence.First)
            return true;
        var before = tokens[at - 1];
        if (before.IsWord)
            return EnglishWords.Is("conjunction", before) || (at - sentence.First < 4 && before.IsCapital && EnglishWords.Is("no-name", before));
        return before.IsQuotation || before.Text[0] is ',' or ';' or ':' or '—' or '–' or '(' or '.' or '*';
    }

    private static bool IsBound(EnglishToken token) => token.Text is "to" or "that" or "which" or "who" or "as" or "a" or "an" or "the" or "of" or "and" or "or";

    private EnglishVoice? At(int at, int end)
    {
        if (Fixed(at, end) is { } phrase)
            return phrase;
        if (EnglishWords.Is("pronoun", tokens[at]))
            return EnglishCues.Behind(tokens, at + 1, end) is { } verb ? Pronoun(at, at, verb, Behind(verb.End, end)) : null;
        if (tokens[at].Text is "The" or "the" && EnglishWords.Is("role", TokenAt(at + 1, end)) && EnglishCues.Behind(tokens, at + 2, end) is { } told)
            return Pronoun(at, at + 1, told, Behind(told.End, end)) with { Role = tokens[at + 1].Text.ToLowerInvariant() };
        if (EnglishCues.InFront(tokens, at, end) is { } front)
            return Inverted(at, front, end);
        return EnglishSubjects.At(tokens, at, end, people) is { } subject ? Of(at, subject, end) : null;
    }

    // X … said; X, director of Y, said; X's answer is.
    private EnglishVoice? Of(int at, EnglishSubject subject, int end)
    {
        if (subject.Name.IsPossessive)
            return EnglishWords.Is("view", TokenAt(subject.Name.End, end)) && TokenAt(subject.Name.End + 1, end).Text is "is" or "was"
                ? Named(at, subject, subject.Title, new EnglishCue(subject.Name.End, subject.Name.End + 1), Behind(subject.Name.End + 2, end))
                : null;
        if (EnglishCues.Behind(tokens, subject.End, end) is { } verb)
            return Named(at, subject, subject.Title, verb, Behind(verb.End, end));
        if (TokenAt(subject.End, end).IsMark(':') && TokenAt(subject.End + 1, end).IsQuotation)
            return Named(at, subject, subject.Title, null, subject.End + 1);
        if (!TokenAt(subject.End, end).IsMark(',') || BeginsAnew(subject.End + 1, end))
            return Participle(at, subject, end);
        for (var comma = subject.End + 1; comma < Math.Min(end, subject.End + LongestApposition); comma++)
        {
            // Jane Roe, who leads the group, argued; but not: John Brown, the minister, is wrong, said Mary Jones.
            if (tokens[comma].IsQuotation || tokens[comma].IsMark(';'))
                break;
            if (tokens[comma].IsMark(',') && EnglishCues.Behind(tokens, comma + 1, end) is { } late)
                return EnglishCues.InFront(tokens, comma + 1, end) is { } inverted && EnglishSubjects.At(tokens, inverted.End, end, people) is not null
                    ? null
                    : Named(at, subject, subject.Title ?? EnglishSubjects.Apposition(tokens, subject.End + 1, comma), late, Behind(late.End, end));
        }

        return Participle(at, subject, end);
    }

    // Councillor Mac Aodha was less enthusiastic, warning that depots would need cables.
    private EnglishVoice? Participle(int at, EnglishSubject subject, int end)
    {
        for (var i = subject.End; i + 1 < end && !tokens[i].IsQuotation; i++)
        {
            if (tokens[i].IsMark(',') && EnglishCues.Participle(tokens, i + 1, end) is { } cue)
                return Named(at, subject, subject.Title, cue, Behind(cue.End, end));
        }

        return null;
    }

    // The view was shared by Aleksandr Hill, vice-chair of the council, who said that ….
    private EnglishVoice? Relative(EnglishSentence sentence, int who)
    {
        if (tokens[who].Text != "who" || EnglishCues.Behind(tokens, who + 1, sentence.End) is not { } cue)
            return null;
        for (var at = who - 1; at >= sentence.First; at--)
        {
            if (tokens[at].IsCapital && EnglishSubjects.At(tokens, at, who, people) is { Name.IsPossessive: false } subject && TokenAt(subject.End, who).Text is " " or ",")
                return Named(at, subject, subject.Title ?? EnglishSubjects.Apposition(tokens, subject.End + 1, who), cue, Behind(cue.End, sentence.End));
        }

        return null;
    }

    private bool BeginsAnew(int at, int end) => EnglishWords.Is("pronoun", TokenAt(at, end)) || TokenAt(at, end).Text is "and" or "but";

    private EnglishVoice? Inverted(int at, EnglishCue verb, int end)
    {
        if (EnglishSubjects.At(tokens, verb.End, end, people) is not { } subject || subject.Name.IsPossessive)
            return null;
        var title = subject.Title;
        if (title is null && TokenAt(subject.End, end).IsMark(','))
            title = EnglishSubjects.Apposition(tokens, subject.End + 1, end);
        return Named(at, subject, title, verb, content: -1);
    }

    // According to X; in X's view; in the words of X; in her view.
    private EnglishVoice? Fixed(int at, int end)
    {
        var word = tokens[at].Text;
        if (word is "According" or "according" && TokenAt(at + 1, end).Text == "to")
            return Whose(at, at + 2, end, new EnglishCue(at, at + 2));
        if (word is not ("In" or "in" or "To" or "to"))
            return null;
        if (EnglishWords.Is("possessive", TokenAt(at + 1, end)) && EnglishWords.Is("view", TokenAt(at + 2, end)))
            return Pronoun(at, at + 1, new EnglishCue(at + 2, at + 3), Behind(at + 3, end));
        if (TokenAt(at + 1, end).Text == "the" && EnglishWords.Is("view", TokenAt(at + 2, end)) && TokenAt(at + 3, end).Text == "of")
            return Whose(at, at + 4, end, new EnglishCue(at, at + 4));
        return EnglishSubjects.At(tokens, at + 1, end, people) is { Name.IsPossessive: true } owner && EnglishWords.Is("view", TokenAt(owner.Name.End, end))
            ? Named(at, owner, owner.Title, new EnglishCue(owner.Name.End, owner.Name.End + 1), Behind(owner.Name.End + 1, end))
            : null;
    }

    private EnglishVoice? Whose(int clause, int at, int end, EnglishCue cue)
    {
        if (TokenAt(at, end).Text is "him" or "her" or "them")
            return Pronoun(clause, at, cue, Behind(at + 1, end));
        if (EnglishSubjects.At(tokens, at, end, people) is not { Name.IsPossessive: false } subject)
            return null;
        var title = subject.Title;
        var content = subject.End;
        if (TokenAt(subject.End, end).IsMark(',') && EnglishSubjects.Apposition(tokens, subject.End + 1, end) is { } office)
        {
            title ??= office;
            content = Array.FindIndex(tokens, subject.End + 1, end - subject.End - 1, token => token.IsMark(','));
        }
        else if (TokenAt(subject.End + 1, end).Text is "who" or "whose")
        {
            content = Array.FindIndex(tokens, subject.End + 1, end - subject.End - 1, token => token.IsMark(','));
        }

        return Named(clause, subject, title, cue, content < 0 ? -1 : Behind(TokenAt(content, end).IsMark(',') ? content + 1 : content, end));
    }

    // Where the words reported begin behind a cue; -1 where the cue stands in the middle or at the end of them.
    private int Behind(int at, int end)
    {
        var isParenthesis = TokenAt(at, end).IsMark(',');
        while (at < end && (tokens[at].IsMark(',') || tokens[at].IsMark(':') || tokens[at].Text == "that"))
            at++;
        return at >= end || (isParenthesis && !tokens[at].IsQuotation) || tokens[at].IsMark('.') || tokens[at].IsMark(';') ? -1 : at;
    }

    private EnglishVoice Named(int clause, EnglishSubject subject, TextSpan? title, EnglishCue? cue, int content) => new()
    {
        Clause = clause,
        Name = subject.Name,
        Source = subject.Name.Span,
        Gender = subject.Name.Gender,
        Title = title,
        Cue = cue is { } verb ? SpanOf(verb) : null,
        Content = content,
    };

    private EnglishVoice Pronoun(int clause, int at, EnglishCue cue, int content) => new()
    {
        Clause = clause,
        Source = tokens[at].Span,
        Gender = tokens[at].Text.ToLowerInvariant() switch { "he" or "his" or "him" => Gender.Male, "she" or "her" => Gender.Female, _ => Gender.Unknown },
        IsPlural = tokens[at].Text.StartsWith("th", StringComparison.OrdinalIgnoreCase),
        Cue = SpanOf(cue),
        Content = content,
    };

    private TextSpan SpanOf(EnglishCue cue) => new(tokens[cue.First].Span.Start, tokens[cue.End - 1].Span.End);

    private EnglishToken TokenAt(int at, int end) => at < end ? tokens[at] : new EnglishToken(" ", default, EnglishTokenKind.Mark);
}
