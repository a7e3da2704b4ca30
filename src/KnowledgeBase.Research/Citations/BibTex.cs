using System.Globalization;
using System.Text;

namespace KnowledgeBase.Research.Citations;

/// <summary>A citation as a BibTeX entry, @incollection: a part of a report.</summary>
public static class BibTex
{
    // What BibTeX and TeX read as commands, and what to write for it.
    private static readonly Dictionary<char, string> Escapes = new()
    {
        ['\\'] = "\\textbackslash{}", ['{'] = "\\{", ['}'] = "\\}", ['&'] = "\\&", ['%'] = "\\%", ['$'] = "\\$", ['#'] = "\\#",
        ['_'] = "\\_", ['^'] = "\\textasciicircum{}", ['~'] = "\\textasciitilde{}",
    };

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The entry, ending with a line end.</summary>
    public static string Write(Citation citation)
    {
        var entry = new StringBuilder($"@incollection{{{KeyOf(citation.Id)}");
        var report = citation.Report;
        if (citation.Authors.Count > 0)
            Add("author", string.Join(" and ", citation.Authors.Select(NameOf)));
        Add("title", $"{{{Escape(citation.Title)}}}");
        Add("booktitle", $"{{{Escape(report.Title)}}}");
        if (citation.Pages is { } pages)
            Add("pages", pages.Replace("-", "--", StringComparison.Ordinal));
        if (report.Publisher is { } publisher)
            Add("publisher", $"{{{Escape(publisher)}}}");
        if (report.Place is { } place)
            Add("address", Escape(place));
        if (report.Date is { } date)
            AddDate(date);
        Add("url", citation.Url);
        Add("urldate", citation.Accessed.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add("langid", citation.IsChinese ? "chinese" : "english");
        Add("note", Escape(citation.Note));
        return entry.Append("\n}\n").ToString();

        void Add(string field, string value) => entry.Append(",\n  ").Append(field.PadRight(9)).Append(" = {").Append(value).Append('}');

        void AddDate(string iso)
        {
            Add("date", iso);
            Add("year", iso[..4]);
            // Without braces: jan to dec are names that every style knows.
            if (iso.Length >= 7)
                entry.Append(",\n  month     = ").Append(Months[int.Parse(iso.AsSpan(5, 2), CultureInfo.InvariantCulture) - 1]);
        }
    }

    /// <summary>A comment that BibTeX passes over; old ones look for @ even inside it.</summary>
    public static string Comment(string text) => $"@comment{{{OneLine.Of(text).Replace('{', '(').Replace('}', ')').Replace('@', '＠')}}}\n";

    // In braces a name is not parted: {{联合国开发计划署}}.
    private static string NameOf(PersonName name) => name.Family is null ? $"{{{Escape(name.Literal)}}}" : $"{Escape(name.Family)}, {Escape(name.Given!)}";

    // An imported id may hold what a key cannot: "forum 2020, a" → forum_2020__a.
    private static string KeyOf(string id) => string.Concat(id.Select(c => char.IsAsciiLetterOrDigit(c) || "-.:".Contains(c, StringComparison.Ordinal) ? c : '_'));

    private static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in OneLine.Of(text))
        {
            if (Escapes.TryGetValue(c, out var escape))
                escaped.Append(escape);
            else
                escaped.Append(c);
        }

        return escaped.ToString();
    }
}
