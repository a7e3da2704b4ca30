using KnowledgeBase.Search.Analysis;
using Lucene.Net.Codecs;
using Lucene.Net.Util;

namespace KnowledgeBase.Search.Inversion;

/// <summary>
/// Turns the tokens of documents into the postings of terms: a counting sort, in 12 bytes for each token, which are kept for the next
/// field. Not for several threads.
/// </summary>
internal sealed class Inverter
{
    private readonly TermTable _table = new();

    // The term of each token, in the order of the documents.
    private int[] _terms = [];

    // The same tokens term after term: document and position in one number.
    private ulong[] _occurrences = [];

    /// <summary>Writes the terms of a field, with the documents and positions of each.</summary>
    /// <param name="documents">Documents by ascending number, with their tokens.</param>
    /// <param name="terms">Receives them.</param>
    /// <param name="hasPositions">Whether it wants positions.</param>
    public void Write(IReadOnlyList<(int Doc, FieldTokens Tokens)> documents, TermsConsumer terms, bool hasPositions)
    {
        _table.Clear();
        var count = documents.Sum(document => document.Tokens.Count);
        if (count > _terms.Length)
            (_terms, _occurrences) = (new int[count], new ulong[count]);
        Number(documents);
        var order = _table.InOrder();
        var ends = Place(documents, count, order);
        var bytes = new BytesRef();
        var (begin, sumOfDocuments) = (0, 0L);
        foreach (var term in order)
        {
            _table.BytesOf(term, bytes);
            var found = WriteTerm(_occurrences.AsSpan(begin..ends[term]), terms.StartTerm(bytes), hasPositions);
            terms.FinishTerm(bytes, new TermStats(found, ends[term] - begin));
            begin = ends[term];
            sumOfDocuments += found;
        }

        terms.Finish(count, sumOfDocuments, documents.Count(document => document.Tokens.Count > 0));
    }

    private void Number(IReadOnlyList<(int Doc, FieldTokens Tokens)> documents)
    {
        var at = 0;
        foreach (var (_, tokens) in documents)
        {
            foreach (var token in tokens.Tokens)
                _terms[at++] = _table.NumberOf(tokens.Text.AsSpan(token.Span.Start, token.Span.Length));
        }
    }

    // Returns where the occurrences of each term end.
    private int[] Place(IReadOnlyList<(int Doc, FieldTokens Tokens)> documents, int count, int[] order)
    {
        var next = new int[order.Length];
        foreach (var term in _terms.AsSpan(..count))
            next[term]++;
        var begin = 0;
        foreach (var term in order)
            (next[term], begin) = (begin, begin + next[term]);
        var at = 0;
        foreach (var (doc, tokens) in documents)
        {
            foreach (var token in tokens.Tokens)
                _occurrences[next[_terms[at++]]++] = (ulong)doc << 32 | (uint)token.Position;
        }

        return next;
    }

    // Returns in how many documents they are.
    private static int WriteTerm(ReadOnlySpan<ulong> occurrences, PostingsConsumer postings, bool hasPositions)
    {
        var documents = 0;
        for (var (first, end) = (0, 0); first < occurrences.Length; first = end)
        {
            var doc = occurrences[first] >> 32;
            while (end < occurrences.Length && occurrences[end] >> 32 == doc)
                end++;
            postings.StartDoc((int)doc, end - first);
            if (hasPositions)
            {
                foreach (var occurrence in occurrences[first..end])
                    postings.AddPosition((int)(uint)occurrence, null, -1, -1);
            }

            postings.FinishDoc();
            documents++;
        }

        return documents;
    }
}
