using KnowledgeBase.Corpus.Registry;

namespace KnowledgeBase.Corpus.Importing;

/// <summary>
/// Watches the members that imported groups name (attribution.scope). A member may speak on a later line or in a later
/// file, so who is not known is said when everything was read: once for an id, at its first line.
/// </summary>
internal sealed class GroupMembers
{
    private readonly HashSet<string> _known;
    private readonly Dictionary<string, (string File, int Line, int Column)> _awaited = new(StringComparer.Ordinal);

    public GroupMembers(CorpusRegistry registry, IReadOnlyList<Report> reports)
    {
        _known = registry.People.Select(person => person.Id).ToHashSet(StringComparer.Ordinal);
        _known.UnionWith(reports.SelectMany(report => report.Statements).Select(statement => statement.Speaker?.Id).OfType<string>());
    }

    /// <summary>A statement and where it was read.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="file">The file's name relative to the corpus.</param>
    /// <param name="line">Its line there.</param>
    public void Add(Statement statement, string file, JsonLine line)
    {
        if (statement.Speaker is { } speaker && _known.Add(speaker.Id))
            _awaited.Remove(speaker.Id);
        foreach (var id in statement.Attribution.Scope.Where(id => !_known.Contains(id)))
            _awaited.TryAdd(id, (file, line.Number, LineText.ColumnOf(line.Bytes.Span, "attribution")));
    }

    /// <summary>Names those whom nobody knows; to be called when all files were read.</summary>
    public void Finish(ICollection<Diagnostic> diagnostics)
    {
        foreach (var ofFile in _awaited.GroupBy(member => member.Value.File, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var unknown = new ImportDiagnostics(ofFile.Key, diagnostics);
            foreach (var (id, (_, line, column)) in ofFile.OrderBy(member => member.Value.Line))
                unknown.Warn("KB211", line, () => column, $"\"attribution.scope\" names \"{Text.Excerpt.Of(id)}\", whom neither registry/people.yaml nor any statement knows: the group is cited as printed");
            unknown.Finish();
        }
    }
}
