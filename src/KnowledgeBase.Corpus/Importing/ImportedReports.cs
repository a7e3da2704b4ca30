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
    private const string FirstStays = "the first description stays, here and on further lines";
    private readonly HashSet<(string Id, string Member, string Value)> _contradictions = [];
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
        if (record.Problems.Error is not null)
            return report;
        if (_byId.TryGetValue(report.Id, out var first) && first.Id == report.Id)
            return AsFirstDescribed(record, report, first);
        Know(report);
        return report;

        string? Unsaid(string member, string? otherwise) => record.Says(member) ? null : otherwise;
    }

    // A report is one: whatever a later line calls it, catalogue, citations and TEI have the first description.
    private ReportReference AsFirstDescribed(ImportRecord record, ReportReference report, ReportReference first)
    {
        Compare("title", report.Title, first.Title);
        Compare("publisher", report.Publisher, first.Publisher);
        Compare("place", report.Place, first.Place);
        Compare("url", report.Url, first.Url);
        // 2021-12-04 in a report of 2021-12, or of no date, is the day of this statement.
        var isWithin = report.Date is null || first.Date is null || report.Date.StartsWith(first.Date, StringComparison.Ordinal) || first.Date.StartsWith(report.Date, StringComparison.Ordinal);
        // A file of many days (or a title with nothing else) is no publication with a date: its statements have theirs.
        var isOfManyDays = !isWithin && !_here.ContainsKey(first.Id) && first.Id == Slug.Of(first.Title);
        if (!isWithin)
            Compare("date", report.Date, first.Date, isOfManyDays ? "the statement keeps its date, and the report has none" : FirstStays);
        return first with { Date = isWithin || isOfManyDays ? report.Date : first.Date };

        void Compare(string member, string? said, string? kept, string outcome = FirstStays)
        {
            if (said is not null && said != kept && _contradictions.Add((first.Id, member, said)))
                record.Warn(member, $"is {Excerpt.Of(said)}, but the report {first.Id} {(kept is null ? "was first described without" : $"was first described with {Excerpt.Of(kept)}")}: {outcome}", "KB212");
        }
    }

    private void Know(ReportReference report)
    {
        _byId.TryAdd(report.Id, report);
        _ids.Add(Folding.Key(report.Title), report.Id);
    }

    private static string? DateOf(ImportRecord record)
    {
        var date = record.Name("date");
        if (date is null || IsoDate.IsValid(date))
            return date;
        record.Fail("date", $"cannot be \"{date}\": it {IsoDate.Expected}");
        return null;
    }
}
