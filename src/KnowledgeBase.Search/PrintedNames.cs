using KnowledgeBase.Corpus;

namespace KnowledgeBase.Search;

/// <summary>
/// The names under which one entity is printed, with their places: one place a report. Of a name that many reports
/// print, and of very many names, the first are kept, so that a catalogue stays small beside its statements.
/// </summary>
/// <param name="lineOf">The 1-based line on which a name begins in a statement, 0 where that is not known.</param>
internal sealed class PrintedNames(Func<string, Statement, int> lineOf)
{
    /// <summary>How many different names of one entity are kept.</summary>
    public const int MostNames = 100;

    /// <summary>How many reports are kept for one name.</summary>
    public const int MostPlaces = 20;

    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly HashSet<(string Name, string Report)> _seen = [];
    private readonly List<PrintedName> _all = [];

    /// <summary>The names in the order in which they were met.</summary>
    public IReadOnlyList<PrintedName> All => _all;

    /// <summary>A name as a statement prints it.</summary>
    public void Add(string name, Statement statement)
    {
        var places = _places.GetValueOrDefault(name);
        if (places >= MostPlaces || (places == 0 && _places.Count >= MostNames) || !_seen.Add((name, statement.Report.Id)))
            return;
        _places[name] = places + 1;
        _all.Add(new PrintedName(name, statement.Report.Id, lineOf(name, statement), statement.Id));
    }
}
