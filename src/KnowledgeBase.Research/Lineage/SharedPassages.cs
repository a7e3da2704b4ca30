using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Research.Lineage;

/// <summary>A passage that stands in two texts.</summary>
/// <param name="Here">Where it stands in the one, UTF-16 units.</param>
/// <param name="There">Where it stands in the other; the first place if there are several. UTF-16 units.</param>
internal readonly record struct SharedPassage(TextSpan Here, TextSpan There);

/// <summary>Finds what other texts share verbatim with one. They are compared as given: squeeze all alike.</summary>
internal sealed class SharedPassages
{
    // A run that stands more often in one statement (哈哈哈…) is no wording; looking at each place would take quadratic time.
    private const int MostPlaces = 100;

    private readonly string _here;
    private readonly int _least;

    // Where each run of the shortest length begins.
    private readonly Dictionary<string, List<int>> _starts = new(StringComparer.Ordinal);

    /// <summary>Prepares a text.</summary>
    /// <param name="here">The text.</param>
    /// <param name="least">How many code points a passage has at least.</param>
    public SharedPassages(string here, int least)
    {
        _here = here;
        _least = least;
        for (var at = 0; at + least <= here.Length; at++)
        {
            var run = here.Substring(at, least);
            if (!_starts.TryGetValue(run, out var places))
                _starts.Add(run, places = []);
            if (places.Count < MostPlaces)
                places.Add(at);
        }
    }

    /// <summary>
    /// The passages that cannot be lengthened to either side, in order of their place in the text prepared. Each place of it
    /// is listed once: neither for every time that the passage stands in the other text, nor for a part of the passage that
    /// stands there once more.
    /// </summary>
    public IReadOnlyList<SharedPassage> With(string there)
    {
        var starts = _starts.GetAlternateLookup<ReadOnlySpan<char>>();
        var found = new List<SharedPassage>();
        for (var at = 0; at + _least <= there.Length; at++)
        {
            if (!starts.TryGetValue(there.AsSpan(at, _least), out var places))
                continue;
            // Where the characters before are the same too, the passage was found from there.
            foreach (var place in places.Where(place => place == 0 || at == 0 || _here[place - 1] != there[at - 1]))
                found.Add(Whole(place, there, at));
        }

        found.RemoveAll(passage => CodePoints(passage.Here.Of(_here)) < _least);
        return LongestOfEachPlace(found);
    }

    /// <summary>How many code points a text has.</summary>
    public static int CodePoints(string text) => new CodePointIndex(text).Count;

    // From its first character to the last that both have; half of a surrogate pair is no character.
    private SharedPassage Whole(int place, string there, int at)
    {
        var length = _here.AsSpan(place).CommonPrefixLength(there.AsSpan(at));
        if (char.IsHighSurrogate(_here[place + length - 1]))
            length--;
        var skipped = char.IsLowSurrogate(_here[place]) ? 1 : 0;
        return new SharedPassage(new TextSpan(place + skipped, place + length), new TextSpan(at + skipped, at + length));
    }

    private static List<SharedPassage> LongestOfEachPlace(List<SharedPassage> found)
    {
        var kept = new List<SharedPassage>();
        foreach (var passage in found.OrderBy(p => p.Here.Start).ThenByDescending(p => p.Here.End).ThenBy(p => p.There.Start))
        {
            // Those before begin no later; the last kept reaches furthest.
            if (kept.Count == 0 || passage.Here.End > kept[^1].Here.End)
                kept.Add(passage);
        }

        return kept;
    }
}
