using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;

namespace KnowledgeBase.Search.Queries;

/// <summary>
/// A phrase: terms of a field at fixed distances, such as 可解|释人|工智|智能 for 可解释人工智能. It finds and scores what Lucene's
/// PhraseQuery does, with less work: that one makes tables of 32 KB for each segment and counts all occurrences where one is enough.
/// </summary>
/// <param name="field">The field.</param>
/// <param name="terms">At least two terms, with their offsets in the phrase, in positions.</param>
internal sealed class PlacedTermsQuery(string field, IReadOnlyList<(string Text, int Offset)> terms) : Query
{
    private readonly (Term Term, int Offset)[] _terms = [.. terms.Select(term => (new Term(field, term.Text), term.Offset))];

    /// <summary>The terms.</summary>
    public IEnumerable<Term> Terms => _terms.Select(term => term.Term);

    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher) => new PhraseWeight(this, searcher);

    /// <inheritdoc/>
    public override void ExtractTerms(ISet<Term> terms) => terms.UnionWith(Terms);

    /// <inheritdoc/>
    public override string ToString(string field) => $"\"{string.Join(' ', _terms.Select(term => $"{term.Term.Text}@{term.Offset}"))}\"^{Boost}";

    /// <inheritdoc/>
    public override bool Equals(object? obj) => base.Equals(obj) && _terms.SequenceEqual(((PlacedTermsQuery)obj)._terms);

    /// <inheritdoc/>
    public override int GetHashCode() => _terms.Aggregate(base.GetHashCode(), HashCode.Combine);

    private sealed class PhraseWeight : Weight
    {
        private readonly PlacedTermsQuery _query;
        private readonly Similarity _similarity;
        private readonly Similarity.SimWeight _weight;
        private readonly (TermContext States, int Offset, BytesRef Bytes)[] _terms;

        public PhraseWeight(PlacedTermsQuery query, IndexSearcher searcher)
        {
            _query = query;
            _similarity = searcher.Similarity;
            // The rarest first: it leads.
            var terms = query._terms.Select(term => (term.Term, States: StatesOf(searcher, term.Term), term.Offset)).OrderBy(term => term.States.DocFreq).ToList();
            _terms = [.. terms.Select(term => (term.States, term.Offset, term.Term.Bytes))];
            _weight = _similarity.ComputeWeight(query.Boost, searcher.CollectionStatistics(query._terms[0].Term.Field), [.. terms.Select(term => searcher.TermStatistics(term.Term, term.States))]);
        }

        private static TermContext StatesOf(IndexSearcher searcher, Term term) =>
            searcher is RememberingSearcher remembering ? remembering.StatesOf(term) : TermContext.Build(searcher.TopReaderContext, term);

        public override Query Query => _query;

        public override float GetValueForNormalization() => _weight.GetValueForNormalization();

        public override void Normalize(float norm, float topLevelBoost) => _weight.Normalize(norm, topLevelBoost);

        public override Scorer? GetScorer(AtomicReaderContext context, IBits? acceptDocs)
        {
            if (_terms.Any(term => term.States.Get(context.Ord) is null))
                return null;
            var found = context.AtomicReader.GetTerms(_query._terms[0].Term.Field).GetEnumerator();
            var postings = new (DocsAndPositionsEnum, int)[_terms.Length];
            for (var term = 0; term < _terms.Length; term++)
            {
                found.SeekExact(_terms[term].Bytes, _terms[term].States.Get(context.Ord));
                postings[term] = (found.DocsAndPositions(acceptDocs, null, DocsAndPositionsFlags.NONE), _terms[term].Offset);
            }

            return new PhraseScorer(this, postings, _similarity.GetSimScorer(_weight, context));
        }

        public override Explanation Explain(AtomicReaderContext context, int doc)
        {
            if (GetScorer(context, context.AtomicReader.LiveDocs) is not { } scorer || scorer.Advance(doc) != doc)
                return new ComplexExplanation(false, 0, $"{_query} does not stand in it");
            var score = _similarity.GetSimScorer(_weight, context).Explain(doc, new Explanation(scorer.Freq, $"frequency of {_query}"));
            return score;
        }
    }
}
