namespace KnowledgeBase.Research.Exports;

/// <summary>A format that searches are exported in.</summary>
/// <param name="Name">Its name in URLs and on the command line.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Extension">The usual ending of file names, without the dot.</param>
public sealed record ExportFormat(string Name, string MediaType, string Extension)
{
    /// <summary>JSON Lines: one statement a line, as everywhere; imports again.</summary>
    public static readonly ExportFormat JsonLines = new("jsonl", "application/jsonl", "jsonl");

    /// <summary>CSV by RFC 4180 with a byte order mark, for spreadsheets.</summary>
    public static readonly ExportFormat Csv = new("csv", "text/csv", "csv");

    /// <summary>TEI P5, with speakers and institutions as lists.</summary>
    public static readonly ExportFormat Tei = new("tei", "application/tei+xml", "xml");

    /// <summary>BibTeX.</summary>
    public static readonly ExportFormat BibTex = new("bibtex", "application/x-bibtex", "bib");

    /// <summary>RIS.</summary>
    public static readonly ExportFormat Ris = new("ris", "application/x-research-info-systems", "ris");

    /// <summary>CSL-JSON.</summary>
    public static readonly ExportFormat Csl = new("csl", "application/vnd.citationstyles.csl+json", "json");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ExportFormat> All { get; } = [JsonLines, Csv, Tei, BibTex, Ris, Csl];

    /// <summary>The format of a name; null where there is none.</summary>
    public static ExportFormat? Find(string name) => All.FirstOrDefault(format => format.Name == name);
}
