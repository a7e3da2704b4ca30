using System.Text.Json;
using System.Text.Json.Nodes;
using KnowledgeBase.Corpus;

namespace KnowledgeBase.Research.Exports;

/// <summary>What an export says of itself: the search that it answers and the corpus that it was taken from.</summary>
internal static class ExportDescription
{
    /// <summary>Adds the description to a JSON object.</summary>
    public static void Add(JsonObject about, ExportSubject subject)
    {
        about["query"] = JsonSerializer.SerializeToNode(subject.Matches.Query, CorpusJson.Options);
        about["expand"] = subject.Query.Expand;
        about["filters"] = new JsonObject(subject.Filters.GroupBy(filter => filter.Key, StringComparer.Ordinal)
            .Select(filter => KeyValuePair.Create<string, JsonNode?>(filter.Key, new JsonArray([.. filter.Select(f => JsonValue.Create(f.Value))]))));
        about["sort"] = subject.Sort;
        about["corpusVersion"] = subject.Matches.Index.CorpusVersion;
        about["generation"] = subject.Matches.Index.Generation;
        about["exported"] = subject.Citations.Accessed.ToString("O");
    }

    /// <summary>The description as one line of text: 84 statements; query: 可解释; theme: explainability; ….</summary>
    public static string Text(ExportSubject subject)
    {
        IEnumerable<string> parts =
        [
            $"{subject.Matches.Count} statements",
            $"query: {(subject.Query.Text.Length == 0 ? "everything" : subject.Query.Text)}",
            .. subject.Matches.Query.Corrected is { } corrected ? [$"searched as: {corrected}"] : Array.Empty<string>(),
            .. subject.Query.Expand ? [] : new[] { "expand: off" },
            .. subject.Filters.Select(filter => $"{filter.Key}: {filter.Value}"),
            $"sort: {subject.Sort}",
            $"corpus version: {subject.Matches.Index.CorpusVersion}",
            $"index: {subject.Matches.Index.Generation}",
        ];
        return string.Join("; ", parts);
    }
}
