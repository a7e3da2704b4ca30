using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KnowledgeBase.Search.Queries;

/// <summary>A term, as Lucene's TermQuery finds and scores it; where it stands is asked of a <see cref="RememberingSearcher"/>.</summary>
/// <param name="field">The field.</param>
/// <param name="text">The term.</param>
internal sealed class KnownTermQuery(string field, string text) : TermQuery(new Term(field, text))
{
    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher) =>
        searcher is RememberingSearcher remembering ? new TermQuery(Term, remembering.StatesOf(Term)) { Boost = Boost }.CreateWeight(searcher) : base.CreateWeight(searcher);
}
