using Lucene.Net.Search;

namespace KnowledgeBase.Search.Queries;

/// <summary>A query as it will be searched.</summary>
/// <param name="Level">How strictly it is taken.</param>
/// <param name="Builder">The words it was read as.</param>
/// <param name="WithAll">How many statements have all its words.</param>
/// <param name="Corrected">The text searched instead of the given one, or null.</param>
/// <param name="DidYouMean">A text that may have been meant, or null.</param>
internal sealed record ReadQuery(QueryLevel Level, QueryBuilder Builder, int WithAll, string? Corrected, string? DidYouMean)
{
    /// <summary>The words whose places are shown, each with the forms that were searched.</summary>
    public IEnumerable<QueryUnit> Searched => Builder.Shown.Select(WithSearchedForms);

    /// <summary>How it was taken, as answers say it; null where it has no words that could be given up.</summary>
    public Matching? ToMatching()
    {
        var words = Builder.Units.SelectMany(unit => unit.Leaves).Select(leaf => leaf.Text).ToList();
        return words.Count == 0 ? null : new Matching(words, Level.Required, WithAll, Level.Themes, Builder.LeftOut);
    }

    private QueryUnit WithSearchedForms(QueryUnit unit) => unit with
    {
        Forms = [.. unit.Forms.Where(form => Level.IsWide || form.Source != FormSource.Related)],
        Parts = [.. unit.Parts.Select(WithSearchedForms)],
    };
}

/// <summary>
/// Decides how a query is taken: as it stands; corrected, if it finds nothing so; and with fewer of its words, while all
/// of them find less than a page. Filters have no say in it, so that a facet's count stays the total after choosing it.
/// </summary>
/// <param name="generation">The generation that is asked.</param>
/// <param name="find">
/// Finds what a way to take the query finds, and says how many statements that are; null: they are only counted. The way
/// that is taken is mostly the last one asked for.
/// </param>
internal sealed class QueryReader(Generation generation, Func<Query, int>? find = null)
{
    // A first page. Where all words find as much, nobody misses what has only some of them. One word asks for itself: only
    // where that is scarce are related words welcome.
    private const int Enough = 10;
    private const int EnoughForOne = 5;

    // Of so many words, standing somewhere as they were typed: a passage that somebody looks for.
    private const int Passage = 4;

    // In a corpus about 人工智能, having that word alone does not answer a question that has others.
    private const double CommonShare = 0.4;

    /// <summary>Reads a query text.</summary>
    public ReadQuery Read(string text, bool expand)
    {
        var builder = BuilderOf(text, expand);
        var strictest = builder.Levels(IsCommon).First();
        var all = Find(strictest.Query);
        if (all > 0 || builder.Units.Count == 0 || !expand)
            return Relaxed(builder, strictest, all, null);

        var correction = generation.Spelling.Correct(text, builder, unit => Count(generation.Forms.Of(unit, isWide: false)) > 0);
        if (correction is null)
            return Relaxed(builder, strictest, all, null);
        // What is proposed must find something, each word of it that is new.
        var corrected = BuilderOf(correction, expand);
        var given = builder.Units.SelectMany(unit => unit.Leaves).Select(leaf => leaf.Text).ToHashSet(StringComparer.Ordinal);
        if (!corrected.Units.SelectMany(unit => unit.Leaves).Where(leaf => !given.Contains(leaf.Text)).All(leaf => Count(corrected.WholeOrParts(leaf, isWide: false)) > 0))
            return Relaxed(builder, strictest, all, null);
        var level = corrected.Levels(IsCommon).First();
        return Relaxed(corrected, level, Find(level.Query), correction);
    }

    private ReadQuery Relaxed(QueryBuilder builder, QueryLevel strictest, int all, string? corrected)
    {
        var (taken, found) = (strictest, all);
        var enough = builder.Leaves == 1 && builder.Units.All(unit => unit.Parts.Count == 0) ? EnoughForOne : builder.Units.Count == 1 && builder.Leaves >= Passage && all > 0 ? 1 : Enough;
        // Asking for a further level counts words already: it is not asked for where enough was found.
        using var levels = builder.Levels(IsCommon).Skip(1).GetEnumerator();
        while (found < enough && levels.MoveNext() && !(found > 0 && levels.Current.IsLastResort))
        {
            taken = levels.Current;
            found = Find(taken.Query);
            if (taken.Required == builder.Leaves && !taken.IsWide)
                all = found;
        }

        var didYouMean = corrected ?? (found == 0 && builder.Units is [{ IsKnown: false } only] ? generation.Spelling.NameLike(only.Text) : null);
        return new ReadQuery(taken, builder, all, corrected, didYouMean);
    }

    private QueryBuilder BuilderOf(string text, bool expand)
    {
        var reader = new UnitReader(generation.Analysis, generation.Thesaurus, generation.Stands, generation.Themes, expand);
        return new QueryBuilder(QuerySyntax.Read(text).Root, generation.Names, reader, generation.Forms);
    }

    /// <summary>How rare a word is: what few statements have tells more.</summary>
    public double RarityOf(QueryUnit unit) => Math.Log(1 + ((double)generation.Searcher.IndexReader.NumDocs / (1 + generation.Searcher.AtMost(generation.Forms.Of(unit, isWide: false)))));

    // Most words are so rare that nobody has to look where they stand.
    private bool IsCommon(Query word)
    {
        var common = CommonShare * generation.Searcher.IndexReader.NumDocs;
        return generation.Searcher.AtMost(word) > common && Count(word) > common;
    }

    private int Find(Query query) => find is null ? Count(query) : find(query);

    private int Count(Query query) => generation.Searcher.CountOf(query);
}
