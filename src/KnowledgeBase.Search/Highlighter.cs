using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Search;

/// <summary>Finds in a statement's text what answers a query: the places to highlight and the claims to show.</summary>
/// <param name="forms">The squeezed forms of the query.</param>
internal sealed class Highlighter(IReadOnlyList<string> forms)
{
    /// <summary>The highlights, apart and in order, and the snippet; both ranges of the text in code points.</summary>
    public (IReadOnlyList<CodePointRange> Highlights, CodePointRange Snippet) Mark(Statement statement)
    {
        var squeezed = new SqueezedText(statement.Text);
        var points = new CodePointIndex(statement.Text);
        var places = new List<(int Form, CodePointRange Range)>();
        for (var form = 0; form < forms.Count; form++)
        {
            var length = forms[form].Length;
            for (var at = squeezed.Text.IndexOf(forms[form], StringComparison.Ordinal); at >= 0; at = squeezed.Text.IndexOf(forms[form], at + length, StringComparison.Ordinal))
                places.Add((form, points.ToCodePoints(squeezed.ToOriginal(new TextSpan(at, at + length)))));
        }

        return ([.. Merge(places.Select(place => place.Range))], Snippet(statement, places));
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

    // The claim with the most different forms of the query, then the most places; the first where none has any.
    private static CodePointRange Snippet(Statement statement, List<(int Form, CodePointRange Range)> places)
    {
        var best = statement.Claims
            .Select(claim => (claim, inside: places.Where(p => p.Range.Start >= claim.Start && p.Range.End <= claim.End).ToList()))
            .OrderByDescending(c => c.inside.Select(p => p.Form).Distinct().Count())
            .ThenByDescending(c => c.inside.Count)
            .ThenBy(c => c.claim.Start)
            .FirstOrDefault();
        return best.claim is { } found
            ? new CodePointRange(found.Start, found.End)
            : new CodePointRange(statement.ContentStart, new CodePointIndex(statement.Text).Count);
    }
}
