using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Text;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Queries;

namespace KnowledgeBase.Search;

/// <summary>
/// Finds in a statement's text what answers a query: the places to highlight and the claims to show. It looks for the
/// query's forms in the text itself, so that a highlight cannot lie beside a match.
/// </summary>
internal sealed class Highlighter
{
    private const int LongestSnippet = 160;
    private readonly List<(int Unit, string Form, float Weight, bool IsWhole)> _forms = [];

    private readonly WordAnalysis _analysis;

    /// <summary>Prepares the forms of a query's words, and of the words inside them.</summary>
    public Highlighter(IEnumerable<QueryUnit> units, WordAnalysis analysis)
    {
        _analysis = analysis;
        foreach (var (number, unit) in units.Index())
            _forms.AddRange(unit.Forms.Select(form => (number, new SqueezedText(form.Text).Text, form.Weight, form.IsWhole)).Where(form => form.Item2.Length > 0));
    }

    /// <summary>The highlights, apart and in order, and the snippet; both ranges of the text in code points.</summary>
    public (IReadOnlyList<CodePointRange> Highlights, CodePointRange Snippet) Mark(Statement statement)
    {
        var squeezed = new SqueezedText(statement.Text);
        var points = new CodePointIndex(statement.Text);
        var places = new List<Place>();
        var words = new Lazy<HashSet<TextSpan>>(() => WordsOf(statement));
        foreach (var (unit, form, weight, isWhole) in _forms)
        {
            for (var at = squeezed.Text.IndexOf(form, StringComparison.Ordinal); at >= 0; at = squeezed.Text.IndexOf(form, at + form.Length, StringComparison.Ordinal))
            {
                var place = squeezed.ToOriginal(new TextSpan(at, at + form.Length));
                if (!isWhole || IsWhole(place, words.Value))
                    places.Add(new Place(unit, weight, points.ToCodePoints(place)));
            }
        }

        return ([.. Merge(places.Select(place => place.Range))], Snippet(statement, points, places));
    }

    // The words of the content as the index has them, and their beginnings, for a form may begin a longer word.
    private HashSet<TextSpan> WordsOf(Statement statement)
    {
        var start = StatementDocument.ContentStart(statement);
        var folded = Folding.Fold(statement.Text[start..]);
        return [.. _analysis.Words(folded).Select(word => word.Shift(start))];
    }

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
    private static CodePointRange Snippet(Statement statement, CodePointIndex points, List<Place> places)
    {
        if (statement.Claims.Count == 0)
            return new CodePointRange(statement.ContentStart, points.Count);
        var claims = statement.Claims.Select(claim => new Answer(claim, places)).ToList();
        var best = claims.MaxBy(claim => (claim.Score, claim.Places, -claim.Claim.Start))!;
        var (first, last) = (claims.IndexOf(best), claims.IndexOf(best));
        var answered = best.Units.ToHashSet();
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

    private readonly record struct Place(int Unit, float Weight, CodePointRange Range);

    // What a claim answers of a query.
    private sealed class Answer
    {
        public Answer(Claim claim, List<Place> places)
        {
            Claim = claim;
            var inside = places.Where(place => place.Range.Start >= claim.Start && place.Range.End <= claim.End).ToList();
            Units = [.. inside.Select(place => place.Unit)];
            Places = inside.Count;
            Score = inside.GroupBy(place => place.Unit).Sum(unit => unit.Max(place => place.Weight));
        }

        public Claim Claim { get; }

        public HashSet<int> Units { get; }

        public float Score { get; }

        public int Places { get; }
    }
}
