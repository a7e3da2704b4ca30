using System.Text.Json;
using KnowledgeBase.Corpus;

namespace KnowledgeBase.Search;

/// <summary>What a corpus changes in an index, by statement id.</summary>
/// <param name="Added">Statements that the index does not have.</param>
/// <param name="Changed">Statements with the same words and other facts about them: themes, titles, places.</param>
/// <param name="Removed">Statements that the corpus no longer has.</param>
public sealed record IndexChanges(IReadOnlyList<string> Added, IReadOnlyList<string> Changed, IReadOnlyList<string> Removed)
{
    /// <summary>Compares a corpus with the published generation; one that is missing or damaged counts as empty.</summary>
    internal static IndexChanges Between(Func<Generation?> open, CorpusContent corpus)
    {
        var old = StoredStatements(open);
        var (added, changed) = (new List<string>(), new List<string>());
        foreach (var statement in corpus.Reports.SelectMany(report => report.Statements))
        {
            if (!old.Remove(statement.Id, out var stored))
                added.Add(statement.Id);
            else if (!stored.Json.Span.SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(statement, CorpusJson.Options)))
                changed.Add(statement.Id);
        }

        return new IndexChanges(added, changed, [.. old.Keys]);
    }

    private static Dictionary<string, StoredStatement> StoredStatements(Func<Generation?> open)
    {
        var statements = new Dictionary<string, StoredStatement>(StringComparer.Ordinal);
        try
        {
            using var generation = open();
            if (generation is null)
                return statements;
            foreach (var stored in generation.All())
                statements[stored.Read().Id] = stored;
        }
        catch (IOException)
        {
            statements.Clear();
        }

        return statements;
    }
}
