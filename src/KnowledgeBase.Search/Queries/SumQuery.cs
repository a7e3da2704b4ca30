using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace KnowledgeBase.Search.Queries;

/// <summary>
/// What one query finds, with the scores that others add where they match too. It finds and scores what Lucene's BooleanQuery of one
/// required clause and optional ones does, with less work: that one passes each document and score through three objects more, to
/// count the clauses that match, and queries of words are four deep.
/// </summary>
/// <param name="required">What decides what is found.</param>
/// <param name="optional">What adds to its score.</param>
internal sealed class SumQuery(Query required, params IReadOnlyList<Query> optional) : Query
{
    /// <summary>What decides what is found.</summary>
    public Query Required => required;

    private IReadOnlyList<Query> Optional => optional;

    /// <inheritdoc/>
    public override Query Rewrite(IndexReader reader)
    {
        var rewritten = required.Rewrite(reader);
        List<Query> others = [.. optional.Select(query => query.Rewrite(reader))];
        return ReferenceEquals(rewritten, required) && others.SequenceEqual(optional, ReferenceEqualityComparer.Instance) ? this : new SumQuery(rewritten, others) { Boost = Boost };
    }

    /// <inheritdoc/>
    public override void ExtractTerms(ISet<Term> terms)
    {
        foreach (var query in optional.Prepend(required))
            query.ExtractTerms(terms);
    }

    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher) => new SumWeight(this, required.CreateWeight(searcher), [.. optional.Select(query => query.CreateWeight(searcher))]);

    /// <inheritdoc/>
    public override string ToString(string field) => $"(+{required.ToString(field)} {string.Join(' ', optional.Select(query => query.ToString(field)))})^{Boost}";

    /// <inheritdoc/>
    public override bool Equals(object? obj) => base.Equals(obj) && obj is SumQuery other && required.Equals(other.Required) && optional.SequenceEqual(other.Optional);

    /// <inheritdoc/>
    public override int GetHashCode() => optional.Aggregate(HashCode.Combine(base.GetHashCode(), required), HashCode.Combine);

    private sealed class SumWeight(Query query, Weight required, Weight[] optional) : Weight
    {
        private IEnumerable<Weight> All => optional.Prepend(required);

        public override Query Query => query;

        public override float GetValueForNormalization() => All.Sum(weight => weight.GetValueForNormalization()) * query.Boost * query.Boost;

        public override void Normalize(float norm, float topLevelBoost)
        {
            foreach (var weight in All)
                weight.Normalize(norm, topLevelBoost * query.Boost);
        }

        public override Scorer? GetScorer(AtomicReaderContext context, IBits? acceptDocs)
        {
            if (required.GetScorer(context, acceptDocs) is not { } scorer)
                return null;
            Scorer[] others = [.. optional.Select(weight => weight.GetScorer(context, acceptDocs)).OfType<Scorer>()];
            return others.Length == 0 ? scorer : new SumScorer(this, scorer, others);
        }

        public override Explanation Explain(AtomicReaderContext context, int doc)
        {
            var found = required.Explain(context, doc);
            if (!found.IsMatch)
                return new ComplexExplanation(false, 0, $"{query} does not match");
            var sum = new ComplexExplanation(true, 0, "sum of:");
            foreach (var part in optional.Select(weight => weight.Explain(context, doc)).Where(part => part.IsMatch).Prepend(found))
            {
                sum.AddDetail(part);
                sum.Value += part.Value;
            }

            return sum;
        }
    }

    private sealed class SumScorer(Weight weight, Scorer required, Scorer[] optional) : Scorer(weight)
    {
        public override int DocID => required.DocID;

        public override int Freq => required.Freq;

        public override int NextDoc() => required.NextDoc();

        public override int Advance(int target) => required.Advance(target);

        public override long GetCost() => required.GetCost();

        // The optional ones follow, and only where a score is asked for.
        public override float GetScore()
        {
            var doc = required.DocID;
            var added = 0.0;
            foreach (var scorer in optional)
            {
                var at = scorer.DocID;
                if (at < doc)
                    at = scorer.Advance(doc);
                if (at == doc)
                    added += scorer.GetScore();
            }

            return required.GetScore() + (float)added;
        }
    }
}
