using System.Collections.Concurrent;
using KnowledgeBase.Corpus.Text;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Queries;

namespace KnowledgeBase.Search;

/// <summary>What a suggestion completes to.</summary>
public enum SuggestionKind
{
    /// <summary>A speaker.</summary>
    Speaker,

    /// <summary>An institution.</summary>
    Institution,

    /// <summary>A panel.</summary>
    Panel,

    /// <summary>A theme.</summary>
    Theme,

    /// <summary>A term of the glossary.</summary>
    Term,
}

/// <summary>A completion of what was typed.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">The entity's id, to filter by; of a term the term itself, to search for.</param>
/// <param name="Label">Its Chinese name.</param>
/// <param name="LabelEn">Its English name, or null.</param>
/// <param name="Match">The name or form that begins, or holds a word that begins, with what was typed.</param>
/// <param name="Count">How many statements it has under the filters.</param>
public sealed record Suggestion(SuggestionKind Kind, string Id, string Label, string? LabelEn, string Match, int Count);

/// <summary>
/// Completes what people type: the beginning of a name or of a word inside it, in Chinese, pinyin, initials or English.
/// </summary>
internal sealed class Suggester
{
    // What lies behind a very short beginning in a very large corpus is not worth looking through.
    private const int MostCandidates = 2000;

    // Terms are counted one by one: only those that can still be shown.
    private const int MostTermsCounted = 20;
    private static readonly string[] Facets = ["speaker", "institution", "panel", "theme"];
    private readonly Generation _generation;
    private readonly List<Suggestion> _entries = [];
    private readonly (string Key, int Entry, int Rank, string Name)[] _keys;
    private readonly Lazy<Dictionary<(SuggestionKind, string), int>> _unfiltered;
    private readonly ConcurrentDictionary<string, int> _termCounts = new(StringComparer.Ordinal);

    /// <summary>Prepares the names of a generation.</summary>
    public Suggester(Generation generation)
    {
        _generation = generation;
        var keys = new List<(string Key, int Entry, int Rank, string Name)>();
        foreach (var speaker in generation.Catalogue.Speakers)
            Add(keys, SuggestionKind.Speaker, speaker, speaker.Variants.Select(variant => variant.Name));
        foreach (var institution in generation.Catalogue.Institutions)
            Add(keys, SuggestionKind.Institution, institution, []);
        foreach (var panel in generation.Catalogue.Panels)
            Add(keys, SuggestionKind.Panel, panel, panel.Theme is null ? [] : [panel.Theme]);
        foreach (var theme in generation.Catalogue.Themes)
            Add(keys, SuggestionKind.Theme, theme, []);
        foreach (var term in generation.Thesaurus.Terms)
            Add(keys, new Suggestion(SuggestionKind.Term, term.Id, term.Id, term.Forms.FirstOrDefault(form => !form.Any(Han.Is)), "", 0), term.Forms);
        _keys = [.. keys.Distinct()];
        Array.Sort(_keys, (a, b) => string.CompareOrdinal(a.Key, b.Key));
        _unfiltered = new Lazy<Dictionary<(SuggestionKind, string), int>>(() => SearchDeadline.Without(() => CountsUnder(new SearchQuery())));
    }

    /// <summary>The best completions, counted under the filters of a search; its text is what was typed.</summary>
    public IReadOnlyList<Suggestion> Complete(SearchQuery query)
    {
        var best = new Dictionary<int, (int Rank, string Name)>();
        foreach (var key in TypedKeys(query.Text).Distinct(StringComparer.Ordinal))
        {
            var at = Array.BinarySearch(_keys, (key, 0, 0, ""), Comparer<(string Key, int Entry, int Rank, string Name)>.Create((a, b) => string.CompareOrdinal(a.Key, b.Key)));
            at = at < 0 ? ~at : at;
            while (at > 0 && _keys[at - 1].Key == key)
                at--;
            for (; at < _keys.Length && best.Count < MostCandidates && _keys[at].Key.StartsWith(key, StringComparison.Ordinal); at++)
            {
                // The whole of a name before its beginning, and that before a word inside it.
                var rank = (2 * _keys[at].Rank) + (_keys[at].Key.Length == key.Length ? 0 : 1);
                if (!best.TryGetValue(_keys[at].Entry, out var before) || rank < before.Rank)
                    best[_keys[at].Entry] = (rank, _keys[at].Name);
            }
        }

        var counts = query.Filters.Count == 0 ? _unfiltered.Value : CountsUnder(query);
        var found = best.Select(pair => (pair.Value.Rank, Entry: _entries[pair.Key] with { Match = pair.Value.Name })).ToLookup(pair => pair.Entry.Kind == SuggestionKind.Term);
        var entities = found[false].Select(pair => (pair.Rank, Entry: pair.Entry with { Count = counts.GetValueOrDefault((pair.Entry.Kind, pair.Entry.Id)) }));
        var terms = found[true].OrderBy(pair => pair.Rank).ThenBy(pair => pair.Entry.Label.Length).ThenBy(pair => pair.Entry.Label, StringComparer.Ordinal).Take(MostTermsCounted)
            .Select(pair => (pair.Rank, Entry: pair.Entry with { Count = CountOf(pair.Entry.Id, query) }));
        // Who types three letters of a name means the name, before any word that sounds so.
        return
        [
            .. entities.Concat(terms).Where(pair => pair.Entry.Count > 0)
                .OrderBy(pair => pair.Rank).ThenBy(pair => pair.Entry.Kind == SuggestionKind.Term).ThenByDescending(pair => pair.Entry.Count).ThenBy(pair => pair.Entry.Kind).ThenBy(pair => pair.Entry.Id, StringComparer.Ordinal)
                .Select(pair => pair.Entry).DistinctBy(entry => (entry.Kind == SuggestionKind.Term, entry.Label)).Take(query.Size),
        ];
    }

    // A prefix says what a key is, for "an" begins an English word, a syllable, and the initials of others.
    private static IEnumerable<string> TypedKeys(string typed)
    {
        if (typed.Any(Han.Is))
        {
            yield return "h" + Folding.Key(typed);
            yield break;
        }

        if (Pinyin.Normal(typed) is { Length: > 0 } letters)
        {
            yield return "p" + letters;
            if (letters.Length > 1)
                yield return "i" + letters;
        }

        if (Thesaurus.Key(typed) is { Length: > 0 } words)
            yield return "e" + words;
    }

    private void Add(List<(string Key, int Entry, int Rank, string Name)> keys, SuggestionKind kind, Entity entity, IEnumerable<string> others) =>
        Add(keys, new Suggestion(kind, entity.Id, entity.Name, entity.NameEn, "", 0), [entity.Name, entity.NameEn ?? "", .. entity.Aliases, .. others]);

    private void Add(List<(string Key, int Entry, int Rank, string Name)> keys, Suggestion suggestion, IEnumerable<string> names)
    {
        var entry = _entries.Count;
        _entries.Add(suggestion);
        foreach (var name in names.Where(name => name.Length > 0).Distinct(StringComparer.Ordinal))
        {
            if (name.Any(Han.Is))
                AddChinese(keys, entry, name, suggestion.Kind == SuggestionKind.Speaker);
            else
                AddEnglish(keys, entry, name);
        }
    }

    private void AddChinese(List<(string Key, int Entry, int Rank, string Name)> keys, int entry, string name, bool isPerson)
    {
        var folded = Folding.Fold(name);
        var starts = isPerson ? NameParts.Of(name).Select(part => Math.Max(0, folded.IndexOf(Folding.Fold(part), StringComparison.Ordinal))) : _generation.Analysis.Words(folded).Select(word => word.Start);
        foreach (var start in starts.Append(0).Distinct())
        {
            var rest = folded[start..];
            var rank = start == 0 ? 0 : 1;
            keys.Add(("h" + Folding.Key(rest), entry, rank, name));
            keys.Add(("p" + Pinyin.Key(rest, isPerson && start == 0), entry, rank, name));
            keys.Add(("i" + Pinyin.Initials(rest, isPerson && start == 0), entry, rank + 1, name));
        }
    }

    private static void AddEnglish(List<(string Key, int Entry, int Rank, string Name)> keys, int entry, string name)
    {
        var words = Thesaurus.EnglishWords(name);
        for (var start = 0; start < words.Length; start++)
            keys.Add(("e" + string.Join(' ', words[start..]), entry, start == 0 ? 0 : 1, name));
    }

    private Dictionary<(SuggestionKind, string), int> CountsUnder(SearchQuery query)
    {
        var result = new StatementSearcher(_generation).Search(new SearchQuery { Filters = query.Filters, Facets = Facets, FacetSize = int.MaxValue, Size = 0 });
        return Facets.SelectMany(facet => result.Facets[facet].Select(value => (Key: (Enum.Parse<SuggestionKind>(facet, ignoreCase: true), value.Id), value.Count))).ToDictionary(pair => pair.Key, pair => pair.Count);
    }

    private int CountOf(string term, SearchQuery query) =>
        query.Filters.Count == 0 ? _termCounts.GetOrAdd(term, (_, q) => Count(q), query with { Text = term }) : Count(query with { Text = term });

    private int Count(SearchQuery query) =>
        new StatementSearcher(_generation).Search(new SearchQuery { Text = $"\"{query.Text}\"", Expand = false, Filters = query.Filters, Size = 0 }).Total;
}
