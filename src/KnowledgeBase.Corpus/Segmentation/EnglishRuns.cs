using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>
/// Goes through the sentences of a paragraph and gathers those of one speaker: from the first that names a speaker, with the
/// quotation before it, to the last; narration in front and behind stays outside.
/// </summary>
internal sealed class EnglishRuns
{
    private const int LongestAfterthought = 8;
    private readonly EnglishToken[] _tokens;
    private readonly EnglishPeople _people;
    private readonly EnglishVoices _voices;
    private readonly EnglishMentions _mentions;
    private readonly List<EnglishSentence> _sentences;
    private readonly List<EnglishRun> _runs = [];
    private EnglishRun? _open;
    private bool _isNobodys;

    // A name that may be a person's: it is one if he or she follows.
    private EnglishName? _perhaps;

    // Where a quotation or a lead-in begins that belongs to the speaker named next.
    private int? _ahead;

    private EnglishRuns(EnglishToken[] tokens, EnglishPeople people)
    {
        _tokens = tokens;
        _people = people;
        _voices = new EnglishVoices(tokens, people);
        _mentions = new EnglishMentions(tokens, people);
        _sentences = EnglishSentence.Of(tokens);
    }

    /// <summary>The runs of a paragraph in order; people named in it become known.</summary>
    public static List<EnglishRun> Of(EnglishToken[] tokens, EnglishPeople people)
    {
        var runs = new EnglishRuns(tokens, people);
        for (var i = 0; i < runs._sentences.Count; i++)
            runs.Read(i);
        return runs._runs;
    }

    private void Read(int i)
    {
        var sentence = _sentences[i];
        var isSpoken = false;
        var start = sentence.SpanIn(_tokens).Start;
        if (i == 0)
            _mentions.ReadLabel();
        foreach (var voice in _voices.In(sentence))
        {
            if (Resolve(voice) is not var (person, isNew))
                continue;
            if (isSpoken && person != _open!.Person && (voice.Name is null || !BeginsPart(voice.Clause, _tokens[sentence.First].Text is "While" or "Whereas" or "Although")))
                continue;
            var from = isSpoken && person != _open!.Person ? PartStart(voice.Clause) : start;
            Speak(person, isNew, voice, new TextSpan(from, sentence.SpanIn(_tokens).End));
            isSpoken = true;
        }

        if (isSpoken)
        {
            _perhaps = null;
            _open!.IsIndirect = !_tokens[sentence.First..sentence.End].Any(token => token.IsQuotation);
            (_ahead, _isNobodys) = (null, false);
        }
        else if (IsQuotation(sentence))
            Quote(i);
        else if (_voices.OfNobody(sentence) is >= 0 and var verb)
            LeaveToNobody(sentence, verb);
        else
            Narrate(sentence);
        _mentions.Introduce(sentence);
    }

    private (EnglishPerson Person, bool IsNew)? Resolve(EnglishVoice voice)
    {
        EnglishPerson? person;
        var isNew = false;
        if (voice.Name is not null)
        {
            var printed = EnglishMentions.TextOf(_tokens, voice.Source);
            isNew = _people.Find(printed, voice.Gender) is null;
            person = _people.Of(printed, voice.Gender);
        }
        else
        {
            if (_perhaps is { } name && voice.Gender != Gender.Unknown)
                _people.Mention(_people.Of(EnglishMentions.TextOf(_tokens, name.Span), voice.Gender));
            person = voice.IsPlural ? _open?.Person : voice.Role is { } role ? _people.MeantBy(role) : _people.Meant(voice.Gender);
            if (person is null || (voice.IsPlural && person.Gender != Gender.Unknown))
                return null;
            if (voice.Gender != Gender.Unknown)
                person.Gender = voice.Gender;
        }

        return (person, isNew);
    }

    private void Speak(EnglishPerson person, bool isNew, EnglishVoice voice, TextSpan span)
    {
        if (_open?.Person == person)
        {
            _open.Span = new TextSpan(_open.Span.Start, Math.Max(_open.Span.End, span.End));
        }
        else
        {
            var start = _ahead ?? span.Start;
            // The sentence's first speaker ends where the second one's part begins.
            if (_open is not null && _open.Span.End > start)
                _open.Span = new TextSpan(_open.Span.Start, EndBefore(start));
            _runs.Add(_open = new EnglishRun(person, isNew) { Span = span with { Start = start } });
            _ahead = null;
        }

        _open.Voices.Add(voice);
        person.HasSpoken = true;
        if (voice.Title is { } title)
            person.Roles.UnionWith(_tokens.Skip(EnglishToken.FirstFrom(_tokens, title.Start)).TakeWhile(token => token.Span.End <= title.End).Where(token => EnglishWords.Is("role", token)).Select(token => token.Text.ToLowerInvariant()));
        _people.Mention(person);
    }

    // "Why?" Ms Chen asked. The quotation is hers, whoever spoke before.
    private void Quote(int i)
    {
        var start = _sentences[i].SpanIn(_tokens).Start;
        var isAhead = i + 1 < _sentences.Count && _sentences[i + 1] is var next && next.End - next.First <= LongestAfterthought
            && _voices.In(next).FirstOrDefault() is { Content: -1, Name: not null };
        if (isAhead || (_open is null && !_isNobodys))
        {
            _ahead ??= start;
            _open = null;
        }
        else if (_open is not null && !_isNobodys)
        {
            Extend(_sentences[i]);
            _open.IsIndirect = false;
        }
    }

    private void LeaveToNobody(EnglishSentence sentence, int verb)
    {
        _ahead = null;
        _isNobodys = true;
        var (from, to) = _tokens[verb - 1].IsWord ? (sentence.First, verb) : (verb + 1, Math.Min(sentence.End, verb + 5));
        if (_tokens[from..to].Any(token => EnglishWords.Is("document", token)))
        {
            if (_open is not null)
                _open.IsIndirect = false;
            _mentions.Mention(sentence);
            return;
        }

        _open = null;
        // "…," said: nothing may stand behind the verb.
        if (from < to && _tokens[from].Text is "A" or "a" or "An" or "an" or "One" or "one" or "Another" or "another")
            _people.Mention(null);
    }

    private void Narrate(EnglishSentence sentence)
    {
        _ahead = _tokens[sentence.First..sentence.End].Any(token => EnglishWords.Is("lead", token)) ? sentence.SpanIn(_tokens).Start : null;
        _isNobodys = false;
        var topic = _mentions.Topic(sentence);
        var isAboutSomebody = topic is not null || _mentions.Mention(sentence);
        if (topic is not null && _mentions.PersonOf(topic, sentence.End) is { } person)
        {
            if (_open is not null && person != _open.Person)
                _open = null;
            _people.Mention(person);
        }
        else if (topic is { Name.Parts: > 1 })
        {
            _perhaps = topic.Name;
        }

        if (_open is { IsIndirect: true } && !isAboutSomebody && _ahead is null && GoesOn(sentence))
            Extend(sentence);
        else if (_open is not null)
            _open.IsIndirect = false;
    }

    // "X argued that …. In her department, a tool was introduced …" goes on; "Her company supplies …", "The room laughed" do not.
    private bool GoesOn(EnglishSentence sentence)
    {
        var first = _tokens[sentence.First];
        var head = _tokens[sentence.First..Math.Min(sentence.End, sentence.First + 4)];
        return first.IsWord && !EnglishWords.Is("pronoun", first) && !EnglishWords.Is("possessive", first)
            && (EnglishWords.Is("preposition", first) || !head.Any(token => EnglishWords.Is("document", token)))
            && !_tokens[sentence.First..sentence.End].Any(token => EnglishWords.Is("scene", token));
    }

    private void Extend(EnglishSentence sentence) => _open!.Span = _open.Span with { End = sentence.SpanIn(_tokens).End };

    private bool IsQuotation(EnglishSentence sentence)
    {
        var hasWords = false;
        for (var i = sentence.First; i < sentence.End; i++)
            hasWords |= _tokens[i].IsWord;
        return !hasWords && _tokens[sentence.First].IsQuotation;
    }

    // Two speakers share a sentence only where it comes apart: …; Y said …, …, while Y said ….
    private bool BeginsPart(int clause, bool isContrast) =>
        _tokens[clause - 1].IsMark(';') || (isContrast && _tokens[clause - 1].IsMark(',')) || (EnglishWords.Is("conjunction", _tokens[clause - 1]) && clause > 1 && _tokens[clause - 2] is var mark && (mark.IsMark(',') || mark.IsMark(';') || mark.IsQuotation));

    private int PartStart(int clause) => _tokens[clause - 1].IsWord ? _tokens[clause - 1].Span.Start : _tokens[clause].Span.Start;

    private int EndBefore(int start) => _tokens[EnglishToken.FirstFrom(_tokens, start) - 1].Span.End;
}
