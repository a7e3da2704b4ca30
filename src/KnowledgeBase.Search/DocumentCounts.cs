using KnowledgeBase.Search.Queries;
using Lucene.Net.Search;

namespace KnowledgeBase.Search;

/// <summary>Counts what a query finds without ranking it, and without looking where the index knows it.</summary>
internal static class DocumentCounts
{
    /// <summary>How many documents a query finds. No document of a generation is ever deleted.</summary>
    public static int CountOf(this RememberingSearcher searcher, Query query)
    {
        if (Known(searcher, query) is { } known)
            return known;
        SearchDeadline.Check();
        var counter = new TotalHitCountCollector();
        searcher.Search(query, counter);
        return counter.TotalHits;
    }

    /// <summary>
    /// At most how many documents a query finds, without looking for them: a phrase stands nowhere where its rarest term does not,
    /// and of pairs of characters (数字|字鸿|鸿沟) the rarest mostly stands nowhere else.
    /// </summary>
    public static int AtMost(this RememberingSearcher searcher, Query query) => query switch
    {
        TermQuery term => searcher.CountOf(term.Term),
        PlacedTermsQuery phrase => phrase.Terms.Min(searcher.CountOf),
        ConstantScoreQuery { Query: { } inner } => searcher.AtMost(inner),
        SumQuery sum => searcher.AtMost(sum.Required),
        DisjunctionMaxQuery any => searcher.AtMost(any.Disjuncts),
        BooleanQuery boolean when boolean.Clauses.Where(clause => clause.Occur == Occur.MUST).Select(clause => clause.Query).ToList() is { Count: > 0 } all => all.Min(searcher.AtMost),
        BooleanQuery boolean => searcher.AtMost(boolean.Clauses.Where(clause => clause.Occur == Occur.SHOULD).Select(clause => clause.Query)),
        _ => searcher.CountOf(query),
    };

    /// <summary>Whether a query finds any document.</summary>
    public static bool FindsAny(this RememberingSearcher searcher, Query query)
    {
        if (Known(searcher, query) is { } known)
            return known > 0;
        var weight = searcher.CreateNormalizedWeight(query);
        return searcher.IndexReader.Leaves.Any(leaf => weight.GetScorer(leaf, leaf.AtomicReader.LiveDocs) is { } scorer && scorer.NextDoc() != DocIdSetIterator.NO_MORE_DOCS);
    }

    private static int AtMost(this RememberingSearcher searcher, IEnumerable<Query> any) => (int)Math.Min(searcher.IndexReader.NumDocs, any.Sum(query => (long)searcher.AtMost(query)));

    // A term, with whatever only ranks it.
    private static int? Known(RememberingSearcher searcher, Query query) => query switch
    {
        TermQuery term => searcher.CountOf(term.Term),
        ConstantScoreQuery { Query: { } inner } => Known(searcher, inner),
        SumQuery sum => Known(searcher, sum.Required),
        DisjunctionMaxQuery { Disjuncts: [var only] } => Known(searcher, only),
        BooleanQuery { MinimumNumberShouldMatch: 0 } boolean when boolean.Clauses.All(clause => clause.Occur != Occur.MUST_NOT)
            && boolean.Clauses.Where(clause => clause.Occur == Occur.MUST).ToList() is [var only] => Known(searcher, only.Query),
        _ => null,
    };
}
