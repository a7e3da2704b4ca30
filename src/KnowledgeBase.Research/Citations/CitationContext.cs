using KnowledgeBase.Search;

namespace KnowledgeBase.Research.Citations;

/// <summary>What a citation says besides the statement itself.</summary>
/// <param name="Permalinks">Where statements can be found again.</param>
/// <param name="Names">The names behind speaker ids.</param>
/// <param name="CorpusVersion">The corpus that was read, by its hash.</param>
/// <param name="Accessed">The day on which it was read.</param>
public sealed record CitationContext(Permalinks Permalinks, Names Names, string CorpusVersion, DateOnly Accessed);
