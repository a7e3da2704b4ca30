using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>What an English passage says about who speaks.</summary>
/// <param name="Openings">The openings in order, each with its end.</param>
/// <param name="GoesOn">Whether the whole passage goes on quoting the last speaker.</param>
internal sealed record EnglishReading(IReadOnlyList<Opening> Openings, bool GoesOn);

/// <summary>
/// Who speaks where in English passages of a report, read in order: surnames and pronouns stand for people named before.
/// </summary>
internal sealed class EnglishOpenings(NameBook names)
{
    private const int MostWe = 3;
    private static readonly EnglishReading Nothing = new([], false);
    private readonly EnglishPeople _people = new(names);
    private Section? _section;
    private bool _endsInQuotation;

    /// <summary>Whether a passage is English, or in Latin letters at least.</summary>
    public static bool AreIn(Passage passage) => passage.Text.Text.Any(char.IsAsciiLetter) && !TextLanguage.IsChinese(passage.Text.Text);

    /// <summary>Reads the next passage.</summary>
    public EnglishReading Read(Passage passage)
    {
        if (passage.Section != _section)
            BeginSection(passage.Section);
        _people.BeginPassage();
        var text = passage.Text.Text;
        var tokens = EnglishToken.Of(text);
        var wasQuoting = _endsInQuotation;
        _endsInQuotation = false;
        if (tokens.Length == 0 || IsCaption(tokens) || IsSpeech(tokens))
            return Nothing;
        if (wasQuoting && tokens.All(token => token.IsQuotation))
        {
            _endsInQuotation = true;
            return new EnglishReading([], GoesOn: true);
        }

        var runs = EnglishRuns.Of(tokens, _people);
        _endsInQuotation = runs.Count > 0 && runs[^1].Span.End == tokens[^1].Span.End && tokens[^1].IsQuotation;
        return new EnglishReading([.. runs.Select(run => OpeningOf(run, text, tokens))], false);
    }

    private void BeginSection(Section? section)
    {
        (_section, _endsInQuotation) = (section, false);
        _people.BeginSection();
    }

    private static bool IsCaption(EnglishToken[] tokens) =>
        EnglishWords.Is("caption", tokens[0]) && tokens.Take(4).Any(token => token.IsMark(':') || token.IsMark('.') || token.IsMark('('));

    // "I told him …" is somebody's speech itself; a report keeps I and we to quotations.
    private static bool IsSpeech(EnglishToken[] tokens) =>
        tokens.Any(token => EnglishWords.Is("first", token)) || tokens.Count(token => EnglishWords.Is("we", token)) >= MostWe;

    private static Opening OpeningOf(EnglishRun run, string text, EnglishToken[] tokens)
    {
        var voice = run.Voices.Find(voice => voice.Name is not null) ?? run.Voices[0];
        var title = run.Voices.Find(voice => voice.Title is not null)?.Title;
        var evidence = new List<string>();
        if (run.Person.Known is { } listed)
            evidence.Add(listed.Evidence);
        if (Short(run, voice, text) is { } doubt)
            evidence.Add(doubt);
        else if (run.Person.Known is null)
            evidence.Add(run.IsNew ? Evidence.NameShape : Evidence.KnownName);
        if (title is not null)
            evidence.Add(Evidence.Title);
        evidence.Add(voice.Cue is null ? Evidence.NoCue : Evidence.Cue);
        var isAhead = voice == run.Voices[0] && voice.Content >= 0;
        return new Opening
        {
            Start = run.Span.Start,
            End = run.Span.End,
            Source = voice.Source,
            Title = title,
            Cue = voice.Cue,
            ContentStart = isAhead ? tokens[voice.Content].Span.Start : run.Span.Start,
            Known = run.Person.Known ?? (run.IsNew ? null : new KnownName(run.Person.Name, null, Evidence.KnownName)),
            Evidence = evidence,
        };
    }

    private static string? Short(EnglishRun run, EnglishVoice voice, string text)
    {
        if (voice.Name is null)
            return Evidence.Pronoun;
        return run.IsNew || Folding.Key(voice.Source.Of(text)) == Folding.Key(run.Person.Name) ? null : Evidence.Surname;
    }
}
