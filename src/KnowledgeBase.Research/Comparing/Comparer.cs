using KnowledgeBase.Search;

namespace KnowledgeBase.Research.Comparing;

/// <summary>Compares two sides of a search by what they speak of.</summary>
public static class Comparer
{
    // A share of fewer moves by more than five points with each statement.
    private const int Anecdotes = 20;

    /// <summary>Compares.</summary>
    public static Comparison Compare(StatementSearcher searcher, Names names, CompareRequest request)
    {
        var contrast = searcher.Contrast(request.Query, request.A, request.B);
        var terms = contrast.Terms.Counts.Select(count => new ComparedTerm(count, contrast.Terms)).ToList();
        return new Comparison
        {
            A = SideOf(searcher, request, request.A, contrast.A, contrast.Terms.A),
            B = SideOf(searcher, request, request.B, contrast.B, contrast.Terms.B),
            Both = new StatementLink(contrast.Both, SearchLinks.StatementsOf(request.Query.With(request.A).With(request.B))),
            Doubts = [.. Notes(contrast)],
            Themes = [.. contrast.Themes.Counts.Select(count => new ComparedTheme(count, contrast.Themes, names.Find("theme", count.Id))).OrderByDescending(theme => theme.Z).ThenBy(theme => theme.Id, StringComparer.Ordinal)],
            Terms = new DistinctiveTerms(
                [.. terms.Where(term => term.Z > 0).OrderByDescending(term => term.Z).ThenBy(term => term.Term, StringComparer.Ordinal).Take(request.Terms)],
                [.. terms.Where(term => term.Z < 0).OrderBy(term => term.Z).ThenBy(term => term.Term, StringComparer.Ordinal).Take(request.Terms)]),
            SharedTerms = [.. Shared(terms).Take(request.Terms)],
            Query = contrast.Query,
            Index = contrast.Index,
        };
    }

    private static ComparedSide SideOf(StatementSearcher searcher, CompareRequest request, FacetSelection side, FacetValue value, long words)
    {
        var query = request.Query.With(side);
        var items = request.Size == 0 ? [] : searcher.Search(query with { Size = request.Size, Facets = [] }).Items;
        return new ComparedSide(side.Facet, side.Id, value.Label, value.LabelEn, value.Count, words, SearchLinks.StatementsOf(query), items);
    }

    private static IEnumerable<ComparedTerm> Shared(List<ComparedTerm> terms) =>
        terms.Where(term => term.A.Count > 0 && term.B.Count > 0 && term.More is null)
            .OrderByDescending(term => Math.Min(term.A.Share, term.B.Share)).ThenByDescending(term => term.A.Count + term.B.Count).ThenBy(term => term.Term, StringComparer.Ordinal);

    private static IEnumerable<ComparisonNote> Notes(Contrast contrast)
    {
        foreach (var (side, total) in new[] { (ComparedOn.A, contrast.A.Count), (ComparedOn.B, contrast.B.Count) })
        {
            if (total < Anecdotes)
                yield return new ComparisonNote(total == 0 ? ComparisonDoubt.Empty : ComparisonDoubt.Anecdotes, side, total);
        }

        if (contrast.Both == 0)
            yield break;
        yield return new ComparisonNote(ComparisonDoubt.Overlap, null, contrast.Both);
        if (contrast.A.Count == contrast.B.Count && contrast.Both == contrast.A.Count)
            yield return new ComparisonNote(ComparisonDoubt.Same, null, contrast.Both);
        else if (contrast.Both == Math.Min(contrast.A.Count, contrast.B.Count))
            yield return new ComparisonNote(ComparisonDoubt.Within, contrast.A.Count < contrast.B.Count ? ComparedOn.A : ComparedOn.B, contrast.Both);
    }
}
