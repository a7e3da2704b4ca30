using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Search;

/// <summary>What a corpus changes in an index, by statement id.</summary>
/// <param name="Added">Statements that the index does not have.</param>
/// <param name="Changed">Statements with the same words and other facts about them: themes, titles, places.</param>
/// <param name="Removed">Statements that the corpus no longer has.</param>
public sealed record IndexChanges(IReadOnlyList<string> Added, IReadOnlyList<string> Changed, IReadOnlyList<string> Removed);

/// <summary>
/// Compares statements, one by one, with those of the published generation. Of that it remembers ids and hashes; one that
/// is missing or damaged counts as empty.
/// </summary>
internal sealed class ChangeLog
{
    private readonly Dictionary<string, ulong> _old = new(StringComparer.Ordinal);
    private readonly List<string> _added = [];
    private readonly List<string> _changed = [];

    public ChangeLog(Func<Generation?> open)
    {
        try
        {
            using var generation = open();
            foreach (var stored in generation?.All() ?? [])
                _old[stored.Id] = ContentHash.Bits(stored.Json.Span);
        }
        catch (IOException)
        {
            _old.Clear();
        }
    }

    /// <summary>A statement of the corpus.</summary>
    public void Add(StoredStatement statement)
    {
        var id = statement.Id;
        if (!_old.Remove(id, out var hash))
            _added.Add(id);
        else if (hash != ContentHash.Bits(statement.Json.Span))
            _changed.Add(id);
    }

    /// <summary>The changes, once all statements were added.</summary>
    public IndexChanges Changes() => new(_added, _changed, [.. _old.Keys]);
}
