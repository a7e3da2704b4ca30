using KnowledgeBase.Corpus.Registry;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Reading;

/// <summary>Reads <c>report.yaml</c>.</summary>
internal static class ReportDescriptions
{
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
        if (IsoDate.IsValid(date))
            return date;
        record.Error("date", $"\"{date}\" {IsoDate.Expected}");
        return null;
    }
}
