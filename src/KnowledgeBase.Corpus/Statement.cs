using System.Text.Json.Serialization;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus;

/// <summary>
/// One reported statement: who said what, in which office and panel, and at which characters of which source. The same
/// object everywhere: on the command line, over HTTP, in exports and imports.
/// </summary>
public record Statement
{
    /// <summary>Permalink: report id and a hash of the text, unchanged by edits elsewhere in the report.</summary>
    public required string Id { get; init; }

    /// <summary>The report it stands in.</summary>
    public required ReportReference Report { get; init; }

    /// <summary>A person's, a collective's, or the forum's own outcome.</summary>
    public required StatementKind Kind { get; init; }

    /// <summary>The panel it was made in; null for an outcome and where the source names none.</summary>
    public PanelReference? Panel { get; init; }

    /// <summary>The headings above it, outermost first, as printed.</summary>
    public IReadOnlyList<string> Section { get; init; } = [];

    /// <summary>The person who speaks; null for collective and outcome, for nobody is invented.</summary>
    public SpeakerReference? Speaker { get; init; }

    /// <summary>How the source attributes the words, and what speaks for that reading.</summary>
    public required Attribution Attribution { get; init; }

    /// <summary>The speaker's institutions as printed at this statement, one entry per office.</summary>
    public IReadOnlyList<Office> Institutions { get; init; } = [];

    /// <summary>
    /// The sectors the speaker speaks from: of the present posts; where there is none, of the profession (科幻作家: arts).
    /// </summary>
    public IReadOnlyList<Sector> Sectors { get; init; } = [];

    /// <summary>The countries of the present posts, ISO 3166 alpha-2.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>The themes found, with the words they rest on.</summary>
    public IReadOnlyList<ThemeLabel> Themes { get; init; } = [];

    /// <summary>Works and instruments that the text names in 《》, without the marks, in order of appearance.</summary>
    public IReadOnlyList<string> Instruments { get; init; } = [];

    /// <summary>The words verbatim, slips and all; page breaks inside a sentence are joined with nothing.</summary>
    public required string Text { get; init; }

    /// <summary>Code point offset in <see cref="Text"/> at which the reported content begins.</summary>
    public int ContentStart { get; init; }

    /// <summary>The content cut into sentences and enumerated points.</summary>
    public IReadOnlyList<Claim> Claims { get; init; } = [];

    /// <summary>Where the words stand in the source; null only for an imported statement that came without.</summary>
    public Provenance? Source { get; init; }
}

/// <summary>What kind of voice a statement is.</summary>
public enum StatementKind
{
    /// <summary>One named person's words.</summary>
    Individual,

    /// <summary>The words of a group that is not spelt out (与会专家一致认为).</summary>
    Collective,

    /// <summary>A result that the forum itself states.</summary>
    Outcome,
}

/// <summary>The report of a statement.</summary>
/// <param name="Id">The report's folder name in the corpus.</param>
/// <param name="Title">The title, or the file's name where none is known.</param>
/// <param name="Date">ISO 8601, as exact as known: 2021, 2021-12 or 2021-12-04; null where unknown.</param>
/// <param name="Publisher">Who published it; null where unknown.</param>
/// <param name="Place">Where the publisher is; null where unknown.</param>
/// <param name="Url">Where it can be found on the web; null where unknown.</param>
public sealed record ReportReference(string Id, string Title, string? Date, string? Publisher = null, string? Place = null, string? Url = null);

/// <summary>The panel of a statement.</summary>
/// <param name="Id">Report id, slash, panel: aicg2021/main-1.</param>
/// <param name="Name">The panel's name without numbering and theme: 主论坛 I.</param>
/// <param name="Theme">What the panel was about, as the source states it; null where it does not.</param>
public sealed record PanelReference(string Id, string Name, string? Theme);

/// <summary>The speaker of a statement.</summary>
/// <param name="Id">Stable identifier, pinyin of the name or as the registry gives it.</param>
/// <param name="Name">The canonical name, written without spaces inside a Chinese name.</param>
/// <param name="Side">On whose side the source lists the person; null where it does not.</param>
public sealed record SpeakerReference(string Id, string Name, Side? Side);

/// <summary>The side on which a roster lists a guest.</summary>
public enum Side
{
    /// <summary>中方.</summary>
    Chinese,

    /// <summary>外方.</summary>
    International,
}

/// <summary>A theme of a statement.</summary>
/// <param name="Id">Theme id of the registry.</param>
/// <param name="Evidence">Verbatim words of the text that the label rests on.</param>
public sealed record ThemeLabel(string Id, IReadOnlyList<string> Evidence);

/// <summary>One sentence or enumerated point of a statement, citable by itself.</summary>
/// <param name="Id">Statement id, dot, number from 1.</param>
/// <param name="Start">First code point in the statement's text.</param>
/// <param name="End">One past the last code point.</param>
public sealed record Claim(string Id, int Start, int End);

/// <summary>Where a statement's words stand in its source.</summary>
/// <param name="File">The source file relative to the corpus folder.</param>
/// <param name="Sha256">SHA-256 of the file's bytes, lower-case hexadecimal.</param>
/// <param name="Lines">First and last line, 1-based.</param>
/// <param name="Ranges">Code point ranges of the decoded or extracted source with LF line ends; their slices joined are the text.</param>
public sealed record Provenance(string File, string Sha256, IReadOnlyList<int> Lines, IReadOnlyList<CodePointRange> Ranges)
{
    /// <summary>
    /// SHA-256 of the text that lines and ranges refer to, in UTF-8 with LF line ends; left out where it is the file's own
    /// (UTF-8 with LF). Of a web page, a Word or PDF file that is the extracted text, which an index keeps beside it.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TextSha256 { get; init; }

    /// <summary>First and last page of the file, counted from 1; left out where the file has no pages.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<int>? Pages { get; init; }

    /// <summary>Where a part of the statement's text stands in the source; a part over a page break has two ranges.</summary>
    /// <param name="part">Code points of the statement's text.</param>
    /// <returns>Code point ranges of the source, in order; their slices joined are the part.</returns>
    public IReadOnlyList<CodePointRange> Slice(CodePointRange part)
    {
        var slices = new List<CodePointRange>();
        var at = 0;
        foreach (var range in Ranges)
        {
            var start = Math.Max(part.Start, at);
            var end = Math.Min(part.End, at + range.End - range.Start);
            if (start < end)
                slices.Add(new CodePointRange(range.Start + start - at, range.Start + end - at));
            at += range.End - range.Start;
        }

        return slices;
    }
}
