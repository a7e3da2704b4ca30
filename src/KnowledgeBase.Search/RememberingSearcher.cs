using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KnowledgeBase.Search;

/// <summary>
/// An index searcher that remembers where terms stand in the segments. One search asks for the same term in each way to take its
/// query, and many searches ask for the same ones; to look a term up takes longer than to read the statements of most. Safe for use
/// by several threads.
/// </summary>
internal sealed class RememberingSearcher(DirectoryReader reader) : IndexSearcher(reader)
{
    // About 1 KB each.
    private const int MostTerms = 4096;
    private readonly Entry?[] _terms = new Entry?[MostTerms];

    /// <summary>Where a term stands, and in how many statements; also one that stands nowhere.</summary>
    public TermContext StatesOf(Term term)
    {
        ref var slot = ref _terms[(uint)term.GetHashCode() % MostTerms];
        var known = Volatile.Read(ref slot);
        if (known is not null && known.Term.Equals(term))
            return known.States;
        var states = TermContext.Build(TopReaderContext, term);
        Volatile.Write(ref slot, new Entry(term, states));
        return states;
    }

    /// <summary>How many statements have a term.</summary>
    public int CountOf(Term term) => StatesOf(term).DocFreq;

    private sealed record Entry(Term Term, TermContext States);
}
