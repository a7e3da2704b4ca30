using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KnowledgeBase.Search.Queries;

/// <summary>A query as it will be searched.</summary>
/// <param name="Level">How strictly it is taken.</param>
/// <param name="Builder">The words it was read as.</param>
/// <param name="WithAll">How many statements have all its words.</param>
/// <param name="Corrected">The text searched instead of the given one, or null.</param>
/// <param name="DidYouMean">A text that may have been meant, or null.</param>
internal sealed record ReadQuery(QueryLevel Level, QueryBuilder Builder, int WithAll, string? Corrected, string? DidYouMean);

/// <summary>
/// Decides how a query is taken: as it stands; corrected, if it finds nothing so; and with fewer of its words, while all
/// of them find less than a page. Filters have no say in it, so that a facet's count stays the total after choosing it.
/// </summary>
/// <param name="generation">The generation that is asked.</param>
internal sealed class QueryReader(Generation generation)
{
    // A first page. Where all words find as much, nobody misses what has only some of them.
    private const int Enough = 10;

    // In a corpus about 人工智能, having that word alone does not answer a question that has others.
    private const double CommonShare = 0.4;

    /// <summary>Reads a query text.</summary>
    public ReadQuery Read(string text, bool expand)
    {
        var builder = BuilderOf(text, expand);
        var strictest = builder.Levels(IsCommon).First();
        var all = Count(strictest.Query);
        if (all > 0 || builder.Units.Count == 0)
            return Relaxed(builder, strictest, all, null, null);

        var correction = generation.Spelling.Correct(text, builder, unit => Count(FormsOf().Of(unit)) > 0);
        if (correction is null || !expand)
            return Relaxed(builder, strictest, all, null, correction);
        var corrected = BuilderOf(correction, expand);
        var level = corrected.Levels(IsCommon).First();
        return Count(level.Query) is > 0 and var found
            ? Relaxed(corrected, level, found, correction, correction)
            : Relaxed(builder, strictest, all, null, correction);
    }

    private ReadQuery Relaxed(QueryBuilder builder, QueryLevel strictest, int all, string? corrected, string? didYouMean)
    {
        var (taken, found) = (strictest, all);
        foreach (var level in builder.Levels(IsCommon).Skip(1))
        {
            if (found >= Enough || (found > 0 && level.Required < builder.Least))
                break;
            taken = level;
            found = Count(level.Query);
            if (level.Required == builder.Leaves && level.Themes.Count == 0)
                all = found;
        }

        return new ReadQuery(taken, builder, all, corrected, didYouMean);
    }

    private QueryBuilder BuilderOf(string text, bool expand)
    {
        var reader = new UnitReader(generation.Analysis, generation.Thesaurus, Occurs, generation.Themes, expand);
        return new QueryBuilder(QuerySyntax.Read(text).Root, generation.Names, reader, FormsOf());
    }

    private bool IsCommon(Query word) => Count(word) > CommonShare * generation.Searcher.IndexReader.NumDocs;

    private FormQueries FormsOf() => new(generation.Analysis);

    private bool Occurs(string word) => generation.Searcher.IndexReader.DocFreq(new Term(StatementDocument.TextWords, word)) > 0;

    private int Count(Query query)
    {
        var count = new TotalHitCountCollector();
        generation.Searcher.Search(query, count);
        return count.TotalHits;
    }
}
