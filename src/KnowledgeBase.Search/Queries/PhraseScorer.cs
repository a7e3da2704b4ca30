using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;

namespace KnowledgeBase.Search.Queries;

/// <summary>The statements of one segment that have a phrase's terms at their places, and how often.</summary>
internal sealed class PhraseScorer : Scorer
{
    private readonly Similarity.SimScorer _similarity;

    // The rarest term leads, the others follow.
    private readonly DocsAndPositionsEnum[] _postings;
    private readonly int[] _offsets;

    // Of each term in the present document: where the phrase begins if the present occurrence is in it, and how many are left.
    private readonly int[] _begins;
    private readonly int[] _left;
    private int _doc = -1;

    // Of a document found it is known that the phrase stands in it; how often, only a score asks.
    private int _frequency;
    private bool _isCounted;

    /// <summary>Prepares a search.</summary>
    /// <param name="weight">The phrase's weight.</param>
    /// <param name="terms">The postings of each term, with its offset in the phrase, the rarest first.</param>
    /// <param name="similarity">What a frequency scores.</param>
    public PhraseScorer(Weight weight, IReadOnlyList<(DocsAndPositionsEnum Postings, int Offset)> terms, Similarity.SimScorer similarity)
        : base(weight)
    {
        _similarity = similarity;
        _postings = [.. terms.Select(term => term.Postings)];
        _offsets = [.. terms.Select(term => term.Offset)];
        _begins = new int[terms.Count];
        _left = new int[terms.Count];
    }

    /// <inheritdoc/>
    public override int DocID => _doc;

    /// <inheritdoc/>
    public override int Freq
    {
        get
        {
            if (!_isCounted)
                Count();
            return _frequency;
        }
    }

    /// <inheritdoc/>
    public override int NextDoc() => _doc = FirstFrom(_postings[0].NextDoc());

    /// <inheritdoc/>
    public override int Advance(int target) => _doc = FirstFrom(_postings[0].Advance(target));

    /// <inheritdoc/>
    public override float GetScore() => _similarity.Score(_doc, Freq);

    /// <inheritdoc/>
    public override long GetCost() => _postings[0].GetCost();

    private int FirstFrom(int doc)
    {
        for (var tried = 1; doc != NO_MORE_DOCS; tried++)
        {
            SearchDeadline.Check(tried);
            var next = AllHave(doc);
            if (next == doc && StandsIn())
                return doc;
            doc = next == doc ? _postings[0].NextDoc() : _postings[0].Advance(next);
        }

        return doc;
    }

    // The document itself, or the next one that the first term without it has.
    private int AllHave(int doc)
    {
        for (var term = 1; term < _postings.Length; term++)
        {
            var at = _postings[term].DocID;
            if (at < doc)
                at = _postings[term].Advance(doc);
            if (at > doc)
                return at;
        }

        return doc;
    }

    private bool StandsIn()
    {
        for (var term = 0; term < _postings.Length; term++)
        {
            _left[term] = _postings[term].Freq;
            Step(term);
        }

        (_frequency, _isCounted) = (1, false);
        return FindsNext();
    }

    private void Count()
    {
        while (_left[0] > 0)
        {
            Step(0);
            if (!FindsNext())
                break;
            _frequency++;
        }

        _isCounted = true;
    }

    // Goes on until all terms agree where the phrase begins; false where one of them has no occurrence left.
    private bool FindsNext()
    {
        for (var term = 1; term < _postings.Length; term++)
        {
            while (_begins[term] < _begins[0])
            {
                if (_left[term] == 0)
                    return false;
                Step(term);
            }

            if (_begins[term] == _begins[0])
                continue;
            while (_begins[0] < _begins[term])
            {
                if (_left[0] == 0)
                    return false;
                Step(0);
            }

            // Those before it must follow.
            term = 0;
        }

        return true;
    }

    private void Step(int term)
    {
        _left[term]--;
        _begins[term] = _postings[term].NextPosition() - _offsets[term];
    }
}
