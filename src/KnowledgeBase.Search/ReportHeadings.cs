using KnowledgeBase.Corpus;

namespace KnowledgeBase.Search;

/// <summary>Gathers the headings of each report from the statements that stand under them.</summary>
internal sealed class ReportHeadings
{
    // More is no outline that anybody reads: a file that calls each day's statements a section.
    private const int Most = 1000;

    private readonly Dictionary<string, OrderedDictionary<string, bool>> _byReport = new(StringComparer.Ordinal);

    public void Add(Statement statement)
    {
        if (!_byReport.TryGetValue(statement.Report.Id, out var headings))
            _byReport.Add(statement.Report.Id, headings = new(StringComparer.Ordinal));
        foreach (var heading in statement.Section)
        {
            if (headings.Count < Most)
                headings.TryAdd(heading, true);
        }
    }

    /// <summary>The headings of a report, as printed, in document order.</summary>
    public IReadOnlyList<string> Of(string report) => _byReport.TryGetValue(report, out var headings) ? [.. headings.Keys] : [];
}
