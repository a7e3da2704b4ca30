using System.Text.Json;
using KnowledgeBase.Corpus;
using KnowledgeBase.Search.Queries;

namespace KnowledgeBase.Search;

/// <summary>Asks a generation the golden queries of its corpus, which it carries.</summary>
internal static class GoldenCheck
{
    /// <summary>The queries that do not find what they should, one line each.</summary>
    public static IEnumerable<string> Problems(Generation generation)
    {
        foreach (var golden in Read(generation))
        {
            var found = DocumentSet.Of(generation, new QueryReader(generation).Read(golden.Query, expand: true).Level.Query, new SearchQuery().Filters);
            var expected = golden.Finds.Select(id => (Id: id, Doc: generation.DocOf(id))).ToList();
            if (expected.Where(statement => statement.Doc >= 0 && !found.Has(statement.Doc)).Select(statement => statement.Id).ToList() is { Count: > 0 } missed)
                yield return $"the golden query \"{golden.Query}\" ({GoldenQueries.FileName}:{golden.Line}) does not find {string.Join(", ", missed)}";
            // Where a statement is no longer in the corpus, the number was counted in another corpus too.
            if (found.Count < golden.AtLeast && expected.TrueForAll(statement => statement.Doc >= 0))
                yield return $"the golden query \"{golden.Query}\" ({GoldenQueries.FileName}:{golden.Line}) finds {found.Count} statements, and should find at least {golden.AtLeast}";
        }
    }

    /// <summary>The statements that golden queries expect and that are in no report or import: the queries were not held to them.</summary>
    public static IReadOnlyList<Diagnostic> Unknown(Generation generation) =>
    [
        .. from golden in Read(generation)
           let unknown = golden.Finds.Where(id => generation.DocOf(id) < 0).ToList()
           where unknown.Count > 0
           select new Diagnostic(
               "KB017", Severity.Warning, GoldenQueries.FileName, golden.Line, 1,
               $"the corpus does not have {string.Join(", ", unknown)}, which the golden query \"{golden.Query}\" expects; the index was not held to that"),
    ];

    private static IReadOnlyList<GoldenQuery> Read(Generation generation) =>
        JsonSerializer.Deserialize<List<GoldenQuery>>(File.ReadAllBytes(generation.Files.Golden), CorpusJson.Options)!;
}
