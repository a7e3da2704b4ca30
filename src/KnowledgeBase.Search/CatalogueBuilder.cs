using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Registry;

namespace KnowledgeBase.Search;

/// <summary>
/// Gathers the catalogue of a corpus, statement by statement: who and what they speak of. Statements pass through; only
/// what they name is kept.
/// </summary>
internal sealed class CatalogueBuilder
{
    private readonly Dictionary<string, ReportEntity> _reports = new(StringComparer.Ordinal);
    private readonly ReportHeadings _headings = new();
    private readonly PrintedPlaces _places = new();
    private readonly PanelEntities _panels;
    private readonly SpeakerEntities _speakers;
    private readonly InstitutionEntities _institutions;
    private readonly ThemeEntities _themes;
    private readonly InstrumentEntities _instruments;

    public CatalogueBuilder(CorpusRegistry registry)
    {
        _panels = new PanelEntities(_places);
        _speakers = new SpeakerEntities(registry, _places);
        _institutions = new InstitutionEntities(registry.Institutions, _places);
        _themes = new ThemeEntities(registry, _places);
        _instruments = new InstrumentEntities(_places);
    }

    /// <summary>What a registry knows by itself, without any report.</summary>
    public static Catalogue OfRegistry(CorpusRegistry registry) => new()
    {
        Speakers = [.. registry.People.Select(person => new SpeakerEntity { Id = person.Id, Name = person.Name, NameEn = person.NameEn, Aliases = person.Aliases })],
        Institutions = [.. registry.Institutions.All.Select(institution => InstitutionEntities.Known(institution, registry.Institutions))],
        Themes = [.. new ThemeEntities(registry, new PrintedPlaces()).Build()],
    };

    /// <summary>A report of the corpus, with panels in which nobody may speak; to be added before its statements.</summary>
    public void Add(Report report)
    {
        _reports.TryAdd(report.Reference.Id, EntityOf(report.Reference) with { File = report.Source.File, Sha256 = report.Source.Sha256, TextSha256 = report.Source.TextSha256 == report.Source.Sha256 ? null : report.Source.TextSha256, Length = report.Source.CodePoints.Count });
        _places.Add(report);
        _panels.Add(report);
    }

    /// <summary>A statement.</summary>
    public void Add(Statement statement)
    {
        var report = statement.Report;
        if (!_reports.TryGetValue(report.Id, out var known))
            _reports.Add(report.Id, EntityOf(report));
        else if (known.Sha256 is null && known.Date != report.Date && known.Date is not null)
            // A file of many days has no date of its own.
            _reports[report.Id] = known with { Date = null };
        _headings.Add(statement);
        _panels.Add(statement);
        _speakers.Add(statement);
        _institutions.Add(statement);
        _themes.Add(statement);
        _instruments.Add(statement);
    }

    /// <summary>The catalogue of what was added.</summary>
    public Catalogue Build() => new()
    {
        Reports = [.. _reports.Values.OrderBy(report => report.Date, StringComparer.Ordinal).ThenBy(report => report.Id, StringComparer.Ordinal).Select(report => report with { Headings = _headings.Of(report.Id) })],
        Panels = [.. _panels.Build()],
        Speakers = [.. _speakers.Build()],
        Institutions = [.. _institutions.Build()],
        Themes = [.. _themes.Build()],
        Instruments = [.. _instruments.Build()],
    };

    private static ReportEntity EntityOf(ReportReference report) =>
        new() { Id = report.Id, Name = report.Title, Date = report.Date, Publisher = report.Publisher, Place = report.Place, Url = report.Url };
}
