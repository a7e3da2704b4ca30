using KnowledgeBase.Benchmarks.Synthetic;

namespace KnowledgeBase.Benchmarks.Engines;

/// <summary>A search engine that the whole-system measure compares, over one folder of its own.</summary>
internal interface ISearchEngine : IDisposable
{
    /// <summary>Builds the index from the statements of a corpus folder.</summary>
    void Build(string corpus);

    /// <summary>Opens the index.</summary>
    void Open();

    /// <summary>
    /// Answers a query: ten hits with their texts, and the counts of the values of the four facets, where a facet's counts ignore the
    /// value chosen in it.
    /// </summary>
    /// <returns>How many statements it finds.</returns>
    int Search(SyntheticQuery query);
}
