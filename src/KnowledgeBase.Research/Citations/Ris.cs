using System.Globalization;
using System.Text;

namespace KnowledgeBase.Research.Citations;

/// <summary>A citation as a RIS record, type CHAP: a part of a report. Lines end with CR LF.</summary>
public static class Ris
{
    /// <summary>The record, from TY to ER.</summary>
    /// <param name="citation">What to cite.</param>
    /// <param name="notes">Further notes, one N1 each.</param>
    public static string Write(Citation citation, params IEnumerable<string> notes)
    {
        var record = new StringBuilder();
        var report = citation.Report;
        Add("TY", "CHAP");
        Add("ID", citation.Id);
        foreach (var author in citation.Authors)
            Add("AU", author.Family is null ? author.Literal : $"{author.Family}, {author.Given}");
        Add("TI", citation.Title);
        Add("T2", report.Title);
        Add("PB", report.Publisher);
        Add("CY", report.Place);
        Add("PY", report.Date?[..4]);
        Add("DA", report.Date is { } date ? Slashed(date) : null);
        var pages = citation.Pages?.Split('-');
        Add("SP", pages?[0]);
        Add("EP", pages?.ElementAtOrDefault(1));
        Add("SE", citation.Place);
        Add("LA", citation.IsChinese ? "zh" : "en");
        Add("UR", citation.Url);
        Add("Y2", Slashed(citation.Accessed.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        Add("N1", citation.Note);
        foreach (var note in notes)
            Add("N1", note);
        return record.Append("ER  - \r\n").ToString();

        void Add(string tag, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value))
                record.Append(tag).Append("  - ").Append(OneLine.Of(value)).Append("\r\n");
        }
    }

    // RIS dates always have their three slashes: 2021-12 → 2021/12//.
    private static string Slashed(string iso)
    {
        var parts = iso.Split('-');
        return $"{parts[0]}/{parts.ElementAtOrDefault(1)}/{parts.ElementAtOrDefault(2)}/";
    }
}
