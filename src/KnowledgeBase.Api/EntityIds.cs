using KnowledgeBase.Search;

namespace KnowledgeBase.Api;

/// <summary>Ids of entities as paths have them.</summary>
internal static class EntityIds
{
    /// <summary>
    /// The ids that the rest of a path can mean: an id, or as in a filter a name; more than one is ambiguous. A panel's id holds
    /// a slash (main/1); clients that encode it leave %2F in the path, for servers keep it.
    /// </summary>
    public static IReadOnlyList<string> Resolve(Generation generation, string facet, string path) =>
        generation.Names.Resolve(facet, path.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase).Trim());
}
