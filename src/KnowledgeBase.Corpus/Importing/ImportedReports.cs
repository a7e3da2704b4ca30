using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Importing;

/// <summary>
/// Which report a line belongs to: one of the corpus, by id or title; one that an earlier line described; or a new one,
/// by default called as the file.
/// </summary>
internal sealed class ImportedReports
{
    private readonly Dictionary<string, Report> _here;
    private readonly Dictionary<string, ReportReference> _byId = new(StringComparer.OrdinalIgnoreCase);
    private readonly NameIds _ids = new();

    public ImportedReports(IReadOnlyList<Report> reports)
    {
        _here = reports.ToDictionary(report => report.Reference.Id, StringComparer.Ordinal);
        foreach (var report in reports)
            Know(report.Reference);
    }

    /// <summary>The report of the corpus with an id, or null.</summary>
    public Report? Find(string id) => _here.GetValueOrDefault(id);

    /// <summary>The report of a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="file">The file's name without folder and ending.</param>
    public ReportReference Of(ImportRecord line, string file)
    {
        var (name, record) = line.NameOrRecord("report");
        var report = record is null ? Named(name ?? file) : Described(record);
        if (DateOf(line) is not { } date || report.Date == date)
            return report;
        if (report.Date is null || date.StartsWith(report.Date, StringComparison.Ordinal))
            return report with { Date = date };
        if (!report.Date.StartsWith(date, StringComparison.Ordinal))
            line.Fail("date", $"is {date}, but the report {report.Id} is of {report.Date}");
        return report;
    }

    private ReportReference Named(string name)
    {
        if (_byId.TryGetValue(name, out var known))
            return known;
        var id = _ids.Of(Folding.Key(name), () => Slug.Of(name));
        return _byId.TryGetValue(id, out known) ? known : new ReportReference(id, name, null);
    }

    private ReportReference Described(ImportRecord record)
    {
        var (id, title) = (record.Text("id"), record.Text("title"));
        var (date, publisher, place, url) = (DateOf(record), record.Text("publisher"), record.Text("place"), record.Text("url"));
        record.Finish();
        if (id is null && title is null)
            record.Fail("id", "and \"report.title\" are both missing");
        if (id is not null)
            Identifiers.CheckPlain(record, "id", id);

        var known = Named(id ?? title ?? "");
        var report = new ReportReference(id ?? known.Id, title ?? known.Title, date ?? Unsaid("date", known.Date), publisher ?? Unsaid("publisher", known.Publisher), place ?? Unsaid("place", known.Place), url ?? Unsaid("url", known.Url));
        if (record.Problems.Error is null)
            Know(report);
        return report;

        string? Unsaid(string member, string? otherwise) => record.Says(member) ? null : otherwise;
    }

    private void Know(ReportReference report)
    {
        _byId.TryAdd(report.Id, report);
        _ids.Add(Folding.Key(report.Title), report.Id);
    }

    private static string? DateOf(ImportRecord record)
    {
        if (record.Name("date") is not { } date || IsoDate.IsValid(date))
            return record.Name("date");
        record.Fail("date", $"cannot be \"{date}\": it {IsoDate.Expected}");
        return null;
    }
}
