using System.Collections.Concurrent;
using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Registry;
using KnowledgeBase.Corpus.Text;
using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Search.Queries;

/// <summary>What a word of a query can mean besides itself.</summary>
internal enum MeaningKind
{
    /// <summary>A term of the glossary.</summary>
    Term,

    /// <summary>A speaker.</summary>
    Speaker,

    /// <summary>An institution.</summary>
    Institution,

    /// <summary>A theme of the vocabulary.</summary>
    Theme,
}

/// <summary>A meaning: a term of the glossary, or an entity.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">The entity's id; of a term its usual Chinese form.</param>
/// <param name="Forms">The words that mean it, as the glossary or the reports write them, the usual one first.</param>
/// <param name="Related">Words that point the same way.</param>
internal sealed record Meaning(MeaningKind Kind, string Id, IReadOnlyList<string> Forms, IReadOnlyList<string> Related);

/// <summary>
/// Looks up what words mean: glossary, people and parts of their names, institutions, themes; in Chinese, English and
/// pinyin. Spelling in script, width, case, dots and spaces does not matter.
/// </summary>
internal sealed class Thesaurus
{
    /// <summary>The most words of an English form that is looked up.</summary>
    public const int LongestEnglish = 10;

    private static readonly char[] BetweenWords = [' ', '-', '–', '/', ',', '.', '\'', '’', '(', ')', '&', '"', ':', ';', '?', '!', '·'];
    private const string University = " University";
    private const string UniversityOf = "University of ";
    private const int ShortestWithoutLinks = 5;
    private static readonly char[] Links = ['的', '于', '与', '和', '之', '及', '对'];
    private static readonly string[] BetweenNames = ["与", "和", "、", " and ", ","];
    private readonly Dictionary<string, List<Meaning>> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Meaning>> _byPinyin = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<Meaning, IReadOnlyList<string>> _themes = new(ReferenceEqualityComparer.Instance);
    private readonly ThemeTagger _tagger;

    /// <summary>Gathers the meanings of a glossary and a catalogue.</summary>
    /// <param name="glossary">The terms of the field.</param>
    /// <param name="catalogue">The people, institutions and themes.</param>
    /// <param name="tagger">Which themes words show.</param>
    public Thesaurus(IReadOnlyList<GlossaryEntry> glossary, Catalogue catalogue, ThemeTagger tagger)
    {
        _tagger = tagger;
        Terms = [.. glossary.Where(entry => entry.Zh.Count > 0).Select(entry => new Meaning(MeaningKind.Term, entry.Zh[0], [.. entry.Zh, .. entry.Hant, .. entry.En], entry.Related))];
        foreach (var term in Terms)
            Add(term);
        foreach (var theme in catalogue.Themes)
            Add(new Meaning(MeaningKind.Theme, theme.Id, [.. LabelParts(theme.Name), .. LabelParts(theme.NameEn ?? "")], []));
        foreach (var institution in catalogue.Institutions)
            Add(new Meaning(MeaningKind.Institution, institution.Id, FormsOf(institution, []), []));
        foreach (var speaker in catalogue.Speakers)
        {
            var meaning = new Meaning(MeaningKind.Speaker, speaker.Id, FormsOf(speaker, speaker.Variants.Select(variant => variant.Name)), []);
            Add(meaning);
            foreach (var part in meaning.Forms.SelectMany(form => NameParts.Of(form).Skip(1)))
                Add(_byKey, Key(part), meaning);
        }
    }

    /// <summary>The terms of the glossary.</summary>
    public IReadOnlyList<Meaning> Terms { get; }

    /// <summary>The Chinese and English forms that are known, as written, with what they mean.</summary>
    public IEnumerable<(string Form, Meaning Meaning)> Forms =>
        from meaning in _byKey.Values.SelectMany(meanings => meanings).Distinct()
        from form in meaning.Forms
        select (form, meaning);

    /// <summary>What a word or a phrase means; empty where it is unknown. An English plural means its singular.</summary>
    public IReadOnlyList<Meaning> Of(string text)
    {
        var key = Key(text);
        if (_byKey.TryGetValue(key, out var meanings))
            return meanings;
        return key.Length > 3 && key[^1] == 's' && _byKey.TryGetValue(key[..^1], out meanings) ? meanings : [];
    }

    /// <summary>What a word typed in pinyin, syllables together, means.</summary>
    public IReadOnlyList<Meaning> OfPinyin(string letters) => _byPinyin.GetValueOrDefault(letters) ?? [];

    /// <summary>The themes, by id, that the forms of a meaning show.</summary>
    public IReadOnlyList<string> ThemesOf(Meaning meaning) => _themes.GetOrAdd(
        meaning, static (m, tagger) => [.. m.Forms.SelectMany(tagger.Named).Distinct(StringComparer.Ordinal)], _tagger);

    /// <summary>The English words of a text, in small letters.</summary>
    public static string[] EnglishWords(string text) =>
        Folding.Fold(text).Split(BetweenWords, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The key under which spellings meet: letters and digits only; English words stay parted.</summary>
    public static string Key(string form) => form.Any(Han.Is) ? Folding.Key(form) : string.Join(' ', EnglishWords(form));

    // 可解释性与透明度 is named by either half, and by the whole.
    private static IEnumerable<string> LabelParts(string label) =>
        label.Split(BetweenNames, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Append(label).Distinct(StringComparer.Ordinal);

    private static List<string> FormsOf(Entity entity, IEnumerable<string> others)
    {
        var forms = new List<string> { entity.Name };
        if (entity.NameEn is not null)
        {
            forms.Add(entity.NameEn);
            // Stanford University is called Stanford, the University of Cambridge Cambridge.
            var name = entity.NameEn.Replace("The ", "", StringComparison.Ordinal);
            if (entity is InstitutionEntity && name.EndsWith(University, StringComparison.Ordinal))
                forms.Add(name[..^University.Length]);
            else if (entity is InstitutionEntity && name.StartsWith(UniversityOf, StringComparison.Ordinal) && !name.Contains(',', StringComparison.Ordinal))
                forms.Add(name[UniversityOf.Length..]);
        }

        forms.AddRange(entity.Aliases);
        forms.AddRange(others);
        return [.. forms.Distinct(StringComparer.Ordinal)];
    }

    private void Add(Meaning meaning)
    {
        foreach (var form in meaning.Forms)
        {
            var key = Key(form);
            Add(_byKey, key, meaning);
            // 法律落后于科技 is meant by its telling words alone: 法律|落后|科技.
            if (key.Length >= ShortestWithoutLinks && key.Any(Links.Contains))
                Add(_byKey, string.Concat(key.Where(c => !Links.Contains(c))), meaning);
            if (form.Any(Han.Is))
                Add(_byPinyin, Pinyin.Key(form, isName: meaning.Kind == MeaningKind.Speaker), meaning);
        }
    }

    private static void Add(Dictionary<string, List<Meaning>> index, string key, Meaning meaning)
    {
        if (key.Length < 2)
            return;
        if (!index.TryGetValue(key, out var meanings))
            index.Add(key, meanings = []);
        if (!meanings.Contains(meaning))
            meanings.Add(meaning);
    }
}
