using Lucene.Net.Search.Similarities;

namespace KnowledgeBase.Search;

/// <summary>BM25, and of several words asked for, a statement that has more of them counts for more than their sum.</summary>
internal sealed class Ranking : BM25Similarity
{
    /// <inheritdoc/>
    public override float Coord(int overlap, int maxOverlap) => (float)overlap / maxOverlap;
}
