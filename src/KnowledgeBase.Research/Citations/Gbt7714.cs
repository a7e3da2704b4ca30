using System.Globalization;

namespace KnowledgeBase.Research.Citations;

/// <summary>
/// A citation as text by GB/T 7714—2015, 专著中的析出文献: a part of a report that is on line ([R/OL]). Three authors at most,
/// then 等 or et al.; what the source does not tell is said to be unknown.
/// </summary>
public static class Gbt7714
{
    private const int MostAuthors = 3;

    /// <summary>The citation on one line.</summary>
    public static string Write(Citation citation)
    {
        var unknown = citation.IsChinese ? new Unknown("佚名", "[出版地不详]", "[出版者不详]", "[出版年不详]") : new Unknown("Anon", "[S.l.]", "[s.n.]", "[n.d.]");
        var report = citation.Report;
        var authors = citation.Authors.Count == 0 ? unknown.Author : AuthorsOf(citation);
        var publisher = report.Publisher ?? unknown.Publisher;
        var place = string.Join(", ", new[] { citation.Pages, citation.Place }.Where(part => !string.IsNullOrEmpty(part)));
        var version = citation.IsChinese ? "语料库版本" : "corpus version";
        return OneLine.Of(
            $"{authors}. {citation.Title}[R/OL]//{(report.Publisher is null ? "" : publisher + ". ")}{report.Title}. "
            + $"{report.Place ?? unknown.Place}: {publisher}, {report.Date?[..4] ?? unknown.Year}{(place.Length > 0 ? ": " : "")}{place}, {version} {citation.CorpusVersion}"
            + $"[{citation.Accessed.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}]. {citation.Url}.");
    }

    private static string AuthorsOf(Citation citation)
    {
        var names = citation.Authors.Take(MostAuthors).Select(NameOf);
        var others = citation.Authors.Count > MostAuthors ? citation.IsChinese ? ", 等" : ", et al" : "";
        return string.Join(", ", names) + others;
    }

    // Family name in capitals, initials without dots: CAVE S J.
    private static string NameOf(PersonName name) => name.Family is null || name.Given is null
        ? name.Literal
        : $"{name.Family.ToUpperInvariant()} {string.Join(' ', name.Given.Split(' ', '-').Where(part => part.Length > 0).Select(part => char.ToUpperInvariant(part[0])))}";

    private sealed record Unknown(string Author, string Place, string Publisher, string Year);
}
