using System.Globalization;
using KnowledgeBase.Corpus.Registry;

namespace KnowledgeBase.Corpus.Reading;

/// <summary>Reads <c>report.yaml</c>.</summary>
internal static class ReportDescriptions
{
    private static readonly string[] DateForms = ["yyyy", "yyyy-MM", "yyyy-MM-dd"];

    /// <summary>The description in a file; one with nothing but the id where there is no file.</summary>
    public static ReportDescription Read(string? path, string name, string id, ICollection<Diagnostic> diagnostics)
    {
        if (path is null || YamlFile.ReadRecord(path, name, diagnostics) is not { } record)
            return new ReportDescription { Id = id };

        var description = new ReportDescription
        {
            Id = id,
            Title = record.Text("title"),
            Date = DateOf(record),
            Publisher = record.Text("publisher"),
            Place = record.Text("place"),
            Url = record.Text("url"),
        };
        record.Finish();
        return description;
    }

    private static string? DateOf(YamlRecord record)
    {
        if (record.Text("date") is not { } date)
            return null;
        if (DateOnly.TryParseExact(date, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            return date;
        record.Error("date", $"\"{date}\" is no date: write 2021, 2021-12 or 2021-12-04");
        return null;
    }
}
