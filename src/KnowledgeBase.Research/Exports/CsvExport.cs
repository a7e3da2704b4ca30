using System.Globalization;
using System.Text;
using CsvHelper;
using KnowledgeBase.Corpus;
using KnowledgeBase.Research.Citations;

namespace KnowledgeBase.Research.Exports;

/// <summary>
/// CSV by RFC 4180 in UTF-8 with a byte order mark, by which Excel knows the encoding. Lists are parted by "; ". A cell
/// that a spreadsheet would take for a formula (= + - @ in front) gets an apostrophe in front.
/// </summary>
internal sealed class CsvExport(ExportSubject subject) : ExportWriter
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private static readonly (string Name, Func<ExportSubject, ExportRow, string?> Of)[] Columns =
    [
        ("id", (_, row) => row.Statement.Id),
        ("kind", (_, row) => CorpusJson.NameOf(row.Statement.Kind)),
        ("speaker", (_, row) => row.Statement.Speaker?.Name),
        ("speaker_id", (_, row) => row.Statement.Speaker?.Id),
        ("side", (_, row) => row.Statement.Speaker?.Side is { } side ? CorpusJson.NameOf(side) : null),
        ("as_printed", (_, row) => row.Statement.Attribution.Source),
        ("title", (_, row) => row.Statement.Attribution.Title),
        ("cue", (_, row) => row.Statement.Attribution.Cue),
        ("strength", (_, row) => row.Statement.Attribution.Strength is { } strength ? CorpusJson.NameOf(strength) : null),
        ("scope", (_, row) => List(row.Statement.Attribution.Scope)),
        ("confidence", (_, row) => Number(row.Statement.Attribution.Confidence)),
        ("evidence", (_, row) => List(row.Statement.Attribution.Evidence)),
        ("text", (_, row) => row.Statement.Text),
        ("content_start", (_, row) => Number(row.Statement.ContentStart)),
        ("institutions", (_, row) => List(row.Statement.Institutions.Select(office => office.Name + office.Unit))),
        ("institution_ids", (_, row) => List(row.Statement.Institutions.Select(office => office.Id))),
        ("roles", (_, row) => List(row.Statement.Institutions.Select(office => office.Role ?? ""))),
        ("sectors", (_, row) => List(row.Statement.Sectors.Select(CorpusJson.NameOf))),
        ("countries", (_, row) => List(row.Statement.Countries)),
        ("themes", (_, row) => List(row.Statement.Themes.Select(theme => theme.Id))),
        ("theme_evidence", (_, row) => List(row.Statement.Themes.Select(theme => $"{theme.Id}: {string.Join(", ", theme.Evidence)}"))),
        ("instruments", (_, row) => List(row.Statement.Instruments)),
        ("panel", (_, row) => row.Statement.Panel?.Name),
        ("panel_id", (_, row) => row.Statement.Panel?.Id),
        ("panel_theme", (_, row) => row.Statement.Panel?.Theme),
        ("section", (_, row) => string.Join(" › ", row.Statement.Section)),
        ("report", (_, row) => row.Statement.Report.Title),
        ("report_id", (_, row) => row.Statement.Report.Id),
        ("date", (_, row) => row.Statement.Report.Date),
        ("publisher", (_, row) => row.Statement.Report.Publisher),
        ("source_file", (_, row) => row.Statement.Source?.File),
        ("source_sha256", (_, row) => row.Statement.Source?.Sha256),
        ("source_lines", (_, row) => row.Statement.Source is { } source ? $"{source.Lines[0]}–{source.Lines[^1]}" : null),
        ("source_pages", (_, row) => row.Statement.Source?.Pages is { } pages ? $"{pages[0]}–{pages[^1]}" : null),
        ("source_ranges", (_, row) => row.Statement.Source is { } source ? List(source.Ranges.Select(range => $"{range.Start}–{range.End}")) : null),
        ("permalink", (subject, row) => subject.Citations.Permalinks.Of(row.Statement.Id)),
        ("citation", (subject, row) => Gbt7714.Write(Citation.Of(CitedPassage.Of(row.Statement), subject.Citations))),
        ("export_row", (_, row) => Number(row.Number)),
        ("export_rows", (subject, _) => Number(subject.Matches.Count)),
        ("export_query", (subject, _) => subject.Query.Text),
        ("export_searched_as", (subject, _) => subject.Matches.Query.Corrected),
        ("export_expand", (subject, _) => subject.Query.Expand ? "on" : "off"),
        ("export_sort", (subject, _) => subject.Sort),
        ("export_filters", (subject, _) => List(subject.Filters.Select(filter => $"{filter.Key}={filter.Value}"))),
        ("export_corpus_version", (subject, _) => subject.Matches.Index.CorpusVersion),
        ("export_sha256", (_, row) => row.Checksum),
    ];

    public override void Begin(Stream output)
    {
        output.Write(Encoding.UTF8.Preamble);
        Write(output, Columns.Select(column => column.Name));
    }

    public override void Row(Stream output, ExportRow row) => Write(output, Columns.Select(column => column.Of(subject, row)));

    public override void End(Stream output, string checksum)
    {
    }

    private static void Write(Stream output, IEnumerable<string?> cells)
    {
        using var text = new StreamWriter(output, Utf8, leaveOpen: true);
        using var csv = new CsvWriter(text, Rfc4180.Configuration, leaveOpen: true);
        foreach (var cell in cells)
            csv.WriteField(cell);
        csv.NextRecord();
    }

    private static string List(IEnumerable<string> values) => string.Join("; ", values);

    private static string Number(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
