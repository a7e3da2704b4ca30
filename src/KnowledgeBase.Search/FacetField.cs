using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Registry;

namespace KnowledgeBase.Search;

/// <summary>A facet: a property of statements by which they are counted and filtered. Its values are identifiers.</summary>
/// <param name="Name">The name in URLs and answers.</param>
/// <param name="ValuesOf">The values of a statement; the institutions tell what belongs to what.</param>
public sealed record FacetField(string Name, Func<Statement, InstitutionRegistry, IEnumerable<string>> ValuesOf);
