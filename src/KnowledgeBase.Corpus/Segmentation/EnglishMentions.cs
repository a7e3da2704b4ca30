using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>Finds the people whom sentences speak of without their words: for whom surnames and pronouns stand later.</summary>
internal sealed class EnglishMentions(EnglishToken[] tokens, EnglishPeople people)
{
    /// <summary>Whom a sentence without voice speaks of first.</summary>
    public EnglishSubject? Topic(EnglishSentence sentence)
    {
        for (var at = sentence.First; at < Math.Min(sentence.End, sentence.First + 12); at++)
        {
            if (tokens[at].IsWord && EnglishVoices.BeginsClause(tokens, sentence, at) && EnglishSubjects.At(tokens, at, sentence.End, people) is { } subject)
                return subject;
        }

        return null;
    }

    /// <summary>The person of a topic. A name alone makes none (Port Ellery is …), an office, an honorific or what is done may.</summary>
    public EnglishPerson? PersonOf(EnglishSubject topic, int end)
    {
        var name = TextOf(tokens, topic.Name.Span);
        if (people.Find(name, topic.Name.Gender) is { } known)
            return known;
        return topic.Name.HasHonorific || topic.Title is not null || (topic.End < end && EnglishWords.Is("acts", tokens[topic.End]))
            ? people.Of(name, topic.Name.Gender)
            : null;
    }

    /// <summary>A name in front of a colon: Eleni Papadaki (Hellenic Cadastre): The project took twenty years, she said.</summary>
    public void ReadLabel()
    {
        if (EnglishSubjects.At(tokens, 0, tokens.Length, people) is { } subject && subject.End < tokens.Length && tokens[subject.End].IsMark(':'))
            people.Mention(people.Of(TextOf(tokens, subject.Name.Span), subject.Name.Gender));
    }

    /// <summary>Pronouns may mean those named anywhere: The last word went to Voss. "Toilets," she said.</summary>
    /// <returns>Whether it names anybody.</returns>
    public bool Mention(EnglishSentence sentence)
    {
        var any = false;
        foreach (var name in NamesIn(sentence))
        {
            people.Mention(people.Of(TextOf(tokens, name.Span), name.Gender));
            any = true;
        }

        return any;
    }

    /// <summary>Makes the names of a sentence known.</summary>
    public void Introduce(EnglishSentence sentence)
    {
        foreach (var name in NamesIn(sentence))
            people.Of(TextOf(tokens, name.Span), name.Gender);
    }

    /// <summary>A name as printed, its words parted by one space, without 's.</summary>
    public static string TextOf(EnglishToken[] tokens, TextSpan span)
    {
        var words = tokens.Skip(EnglishToken.FirstFrom(tokens, span.Start)).TakeWhile(token => token.Span.Start < span.End);
        return string.Join(' ', words.Select(token => token.Text.EndsWith("'s", StringComparison.Ordinal) ? token.Text[..^2] : token.Text));
    }

    // With an office or an honorific, or as somebody known.
    private IEnumerable<EnglishName> NamesIn(EnglishSentence sentence)
    {
        for (var at = sentence.First; at < sentence.End; at++)
        {
            if (!tokens[at].IsCapital || EnglishNames.At(tokens, at, sentence.End) is not { } name)
                continue;
            var isIntroduced = at > sentence.First && EnglishWords.Is("role", tokens[at - 1]);
            if (name.HasHonorific || (name.Parts > 1 && (isIntroduced || (name.End < sentence.End && tokens[name.End].IsMark(',') && EnglishSubjects.Apposition(tokens, name.End + 1, sentence.End) is not null)))
                || EnglishSubjects.At(tokens, at, sentence.End, people) is { Name.Parts: 1 })
                yield return name;
            at = name.End - 1;
        }
    }
}
