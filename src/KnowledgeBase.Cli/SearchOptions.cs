using System.CommandLine;
using KnowledgeBase.Search;

namespace KnowledgeBase.Cli;

/// <summary>
/// The options of a search that commands share: a filter for each facet, and whether to expand; as parameters they are
/// those of <c>GET /api/v1/statements</c>.
/// </summary>
internal sealed class SearchOptions
{
    private readonly Option<string> _expand = new("--expand") { Description = "on (default), or off: no synonyms, related words, pinyin or correction.", DefaultValueFactory = _ => "on" };

    private readonly List<Option<string[]>> _filters =
    [
        .. SearchParameters.Facets.SelectMany(facet => new[]
        {
            Filter(facet, $"Only this {facet}, by id or name; may be given more than once. Also --{facet}.all, --{facet}.not."),
            // Described above: thirty lines of filters would hide the other options.
            Filter(facet + ".all", "", isHidden: true),
            Filter(facet + ".not", "", isHidden: true),
        }),
    ];

    public SearchOptions() => _expand.AcceptOnlyFromAmong("on", "off");

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_expand);
        _filters.ForEach(command.Options.Add);
    }

    /// <summary>The search that was asked for; null, with the mistakes on standard error, where it cannot be read.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="names">The names that filters may use instead of ids.</param>
    /// <param name="others">Further parameters of the search: q, size, sort.</param>
    public SearchQuery? Read(ParseResult parsed, Names names, params IEnumerable<KeyValuePair<string, string>> others)
    {
        var filters = from filter in _filters from value in parsed.GetRequiredValue(filter) select KeyValuePair.Create(filter.Name[2..], value);
        var (query, errors) = SearchParameters.Read([.. others, KeyValuePair.Create("expand", parsed.GetRequiredValue(_expand)), .. filters], names);
        foreach (var error in errors)
            Console.Error.WriteLine($"kb: --{error.Parameter}: {error.Message}");
        return errors.Count == 0 ? query : null;
    }

    private static Option<string[]> Filter(string name, string description, bool isHidden = false) =>
        new("--" + name) { Description = description, Hidden = isHidden, DefaultValueFactory = _ => [] };
}
