using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Text;
using KnowledgeBase.Search.Queries;

namespace KnowledgeBase.Search;

/// <summary>
/// Finds in a statement's text what answers a query: the places to highlight and the claims to show. It looks for the
/// query's forms in the text itself, so that a highlight cannot lie beside a match.
/// </summary>
internal sealed class Highlighter
{
    private const int LongestSnippet = 160;
    private readonly List<Shown> _shown;

    /// <summary>Prepares the words of a query.</summary>
    /// <param name="units">The words, with the forms that were searched.</param>
    /// <param name="weightOf">How much it tells that a statement has a word.</param>
    public Highlighter(IEnumerable<QueryUnit> units, Func<QueryUnit, double> weightOf)
    {
        var all = units.ToList();
        // Weights compare words: of one word alone nothing has to be counted.
        _shown = [.. all.Select(unit => Shown.Of(unit, all is [{ Parts.Count: 0 }] ? _ => 1 : weightOf))];
    }

    /// <summary>The highlights, apart and in order, and the snippet; both ranges of the text in code points.</summary>
    public (IReadOnlyList<CodePointRange> Highlights, CodePointRange Snippet) Mark(OpenedStatement opened)
    {
        var places = new List<Place>();
        foreach (var group in _shown.GroupBy(shown => shown.Near, ReferenceEqualityComparer.Instance))
        {
            var found = group.Select(shown => PlacesOf(shown, opened).ToList()).ToList();
            places.AddRange(group.Key is Nearness near ? Together(found, near.Distance) : found.SelectMany(p => p));
        }

        return ([.. Merge(places.Select(place => place.Range))], Snippet(opened.Content, opened.Points, places));
    }

    // Where a whole stands, its parts elsewhere say no more: 算法歧视 is shown, not every 算法 beside it.
    private static IEnumerable<Place> PlacesOf(Shown shown, OpenedStatement opened)
    {
        var squeezed = opened.Squeezed;
        var places = new List<Place>();
        foreach (var (form, weight, isWhole) in shown.Forms)
        {
            for (var at = squeezed.Text.IndexOf(form, StringComparison.Ordinal); at >= 0; at = squeezed.Text.IndexOf(form, at + form.Length, StringComparison.Ordinal))
            {
                var place = squeezed.ToOriginal(new TextSpan(at, at + form.Length));
                if (!isWhole || IsWhole(place, opened.Words))
                    places.Add(new Place(shown, weight * shown.Weight, opened.Points.ToCodePoints(place)));
            }
        }

        return places.Count > 0 ? places : shown.Parts.SelectMany(part => PlacesOf(part, opened));
    }

    // "数据 隐私"~5: of each word the places that have one of each other word near enough.
    private static IEnumerable<Place> Together(List<List<Place>> words, int distance) =>
        from word in words
        from place in word
        let others = words.Where(other => other != word).Select(other => other.Count == 0 ? (Place?)null : other.MinBy(o => Gap(o.Range, place.Range))).ToList()
        where others.TrueForAll(other => other is not null)
        let all = others.Select(other => other!.Value.Range).Append(place.Range).ToList()
        where all.Max(range => range.End) - all.Min(range => range.Start) - all.Sum(range => range.End - range.Start) <= distance
        select place;

    private static int Gap(CodePointRange a, CodePointRange b) => Math.Max(a.Start, b.Start) - Math.Min(a.End, b.End);

    // UN stands in "UN框架", not in "fund"; 透明 in 透明|度, not where a word ends in it.
    private static bool IsWhole(TextSpan place, HashSet<TextSpan> words)
    {
        var inside = words.FirstOrDefault(word => word.Start == place.Start && word.End >= place.End);
        return !inside.IsEmpty || (words.Any(word => word.Start == place.Start) && words.Any(word => word.End == place.End));
    }

    private static IEnumerable<CodePointRange> Merge(IEnumerable<CodePointRange> ranges)
    {
        CodePointRange? open = null;
        foreach (var range in ranges.OrderBy(r => r.Start).ThenBy(r => r.End))
        {
            if (open is { } before && range.Start < before.End)
            {
                open = before with { End = Math.Max(before.End, range.End) };
                continue;
            }

            if (open is { } done)
                yield return done;
            open = range;
        }

        if (open is { } last)
            yield return last;
    }

    // The claim that answers most of the query's words, and best; its neighbours too where they answer others and all
    // stays short. The first claim where none answers.
    private static CodePointRange Snippet(StatementContent statement, CodePointIndex points, List<Place> places)
    {
        if (statement.Claims.Count == 0)
            return new CodePointRange(statement.ContentStart, points.Count);
        var claims = statement.Claims.Select(claim => new Answer(claim, places)).ToList();
        var best = claims.MaxBy(claim => (claim.Score, claim.Places, -claim.Claim.Start))!;
        var (first, last) = (claims.IndexOf(best), claims.IndexOf(best));
        var answered = best.Units.ToHashSet<Shown>(ReferenceEqualityComparer.Instance);
        while (true)
        {
            if (first > 0 && Adds(claims[first - 1], claims[first - 1].Claim.Start, claims[last].Claim.End))
                answered.UnionWith(claims[--first].Units);
            else if (last + 1 < claims.Count && Adds(claims[last + 1], claims[first].Claim.Start, claims[last + 1].Claim.End))
                answered.UnionWith(claims[++last].Units);
            else
                return new CodePointRange(claims[first].Claim.Start, claims[last].Claim.End);
        }

        bool Adds(Answer neighbour, int start, int end) => end - start <= LongestSnippet && !neighbour.Units.IsSubsetOf(answered);
    }

    // A word of the query, what is looked for, and the words inside it that are looked for where it does not stand.
    private sealed record Shown(IReadOnlyList<(string Form, double Weight, bool IsWhole)> Forms, double Weight, Nearness? Near, IReadOnlyList<Shown> Parts)
    {
        public static Shown Of(QueryUnit unit, Func<QueryUnit, double> weightOf) => new(
            [.. unit.Forms.Select(form => (new SqueezedText(form.Text).Text, (double)form.Weight, form.IsWhole)).Where(form => form.Item1.Length > 0)],
            weightOf(unit), unit.Near, [.. unit.Parts.Select(part => Of(part, weightOf))]);
    }

    private readonly record struct Place(Shown Word, double Weight, CodePointRange Range);

    // What a claim answers of a query.
    private sealed class Answer
    {
        public Answer(Claim claim, List<Place> places)
        {
            Claim = claim;
            var inside = places.Where(place => place.Range.Start >= claim.Start && place.Range.End <= claim.End).ToList();
            Units = inside.Select(place => place.Word).ToHashSet<Shown>(ReferenceEqualityComparer.Instance);
            Places = inside.Count;
            Score = inside.GroupBy(place => place.Word, ReferenceEqualityComparer.Instance).Sum(word => word.Max(place => place.Weight));
        }

        public Claim Claim { get; }

        public HashSet<Shown> Units { get; }

        public double Score { get; }

        public int Places { get; }
    }
}
