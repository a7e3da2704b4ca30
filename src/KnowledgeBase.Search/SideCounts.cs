using System.Text;
using KnowledgeBase.Search.Queries;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KnowledgeBase.Search;

/// <summary>
/// Counts themes and words on two sides. Words are counted from the index's postings; no statement is read. What is kept
/// grows with the vocabulary, not with the statements.
/// </summary>
internal sealed class SideCounts(Generation generation, DocumentSet a, DocumentSet b)
{
    private readonly DocumentSet _either = a.Or(b);

    /// <summary>How many statements of each side have each theme, also the themes that none has.</summary>
    public ContrastTable Themes()
    {
        var ordinals = generation.OrdinalsOf("theme");
        var tallies = new Tally[ordinals.Values.Count];
        var corpus = new FacetCounts("theme", ordinals);
        var statements = generation.Searcher.IndexReader.MaxDoc;
        for (var doc = 0; doc < statements; doc++)
        {
            corpus.Add(doc);
            foreach (var ordinal in ordinals.Of(doc))
                Add(ref tallies[ordinal], doc, 1);
        }

        var counts = ordinals.Values.Select((id, ordinal) => tallies[ordinal].ToCount(id, corpus[ordinal]));
        var unused = generation.Catalogue.Themes.Select(theme => theme.Id).Except(ordinals.Values, StringComparer.Ordinal).Select(id => default(Tally).ToCount(id, 0));
        return new ContrastTable(a.Count, b.Count, statements, [.. counts.Concat(unused).OrderBy(count => count.Id, StringComparer.Ordinal)]);
    }

    /// <summary>How often each word stands in the contents of each side.</summary>
    public ContrastTable Terms()
    {
        var counts = new List<ContrastCount>();
        var corpus = 0L;
        var terms = MultiFields.GetTerms(generation.Searcher.IndexReader, StatementDocument.TextWords)?.GetEnumerator();
        DocsEnum? postings = null;
        while (terms?.MoveNext() == true)
        {
            SearchDeadline.Check();
            var word = terms.Term.Utf8ToString();
            if (!IsTelling(word))
                continue;
            corpus += terms.TotalTermFreq;
            postings = terms.Docs(null, postings, DocsFlags.FREQS);
            var tally = Of(postings);
            if (tally.Together.Statements > 0)
                counts.Add(tally.ToCount(word, terms.TotalTermFreq));
        }

        return new ContrastTable(counts.Sum(count => (long)count.A.Count), counts.Sum(count => (long)count.B.Count), corpus, counts);
    }

    // 的, 我们, 12 and 月 tell no side from another.
    private static bool IsTelling(string word) =>
        word.EnumerateRunes().Skip(1).Any() && word.EnumerateRunes().Any(Rune.IsLetter) && !UnitReader.StopWords.Contains(word);

    // Leaps over the statements that are on no side.
    private Tally Of(DocsEnum postings)
    {
        var tally = default(Tally);
        var next = _either.From(0);
        while (next >= 0 && postings.Advance(next) is var doc and not DocIdSetIterator.NO_MORE_DOCS)
        {
            if (_either.Has(doc))
                Add(ref tally, doc, postings.Freq);
            next = _either.From(doc + 1);
        }

        return tally;
    }

    private void Add(ref Tally tally, int doc, int occurrences)
    {
        var (onA, onB) = (a.Has(doc), b.Has(doc));
        if (onA)
            tally.A = tally.A.Plus(occurrences);
        if (onB)
            tally.B = tally.B.Plus(occurrences);
        if (onA || onB)
            tally.Together = tally.Together.Plus(occurrences);
    }

    private struct Tally
    {
        public Occurrences A;
        public Occurrences B;
        public Occurrences Together;

        public readonly ContrastCount ToCount(string id, long corpus) => new(id, A, B, Together, corpus);
    }
}
