using KnowledgeBase.Corpus.Text;
using KnowledgeBase.Research;
using KnowledgeBase.Search;
using Microsoft.AspNetCore.Mvc;

namespace KnowledgeBase.Api.Pages;

/// <summary>A report's source, verbatim, with a statement's passage or a line marked in its context.</summary>
public sealed class SourcePage : IndexPage
{
    // Code points before and behind the passage: some screens of text.
    private const int Around = 1500;

    private static readonly string[] Places = ["statement", "line", "start"];

    /// <summary>The report.</summary>
    public ReportEntity Report { get; private set; } = null!;

    /// <summary>The whole source.</summary>
    public SourceText Source { get; private set; } = null!;

    /// <summary>The part that is shown, in code points.</summary>
    public CodePointRange Part { get; private set; }

    /// <summary>What is marked in it.</summary>
    public IReadOnlyList<CodePointRange> Marks { get; private set; } = [];

    /// <summary>The statement whose passage is marked; null where none was asked for.</summary>
    public string? StatementId { get; private set; }

    /// <summary>The line that is marked, 1-based; null where none was asked for.</summary>
    public int? Line { get; private set; }

    /// <summary>The address of a report's source from a code point on.</summary>
    public static string UrlOf(string report, int start) => $"/reports/{Uri.EscapeDataString(report)}/source{(start > 0 ? $"?start={start}" : "")}";

    /// <summary>The length of the source in code points.</summary>
    public int Length => Source.CodePoints.Count;

    /// <summary>What is wrong with the parameters.</summary>
    public IReadOnlyList<ParameterError> Errors { get; private set; } = [];

    /// <summary>
    /// Answers with the part around a statement or claim of this report (<c>statement</c>, its id) or around a line
    /// (<c>line</c>, 1-based), or from a place on (<c>start</c>, a code point).
    /// </summary>
    /// <param name="id">Report id.</param>
    public IActionResult OnGet(string id)
    {
        if (Generation.Names.Find("report", id) is not ReportEntity report || Generation.SourceOf(id) is not { } source)
            return NotFound();
        (Report, Source) = (report, new SourceText(report.File!, source, report.Sha256!));
        Title = Words.Say("source.of", report.Name);

        var given = new GivenParameters(QueryStrings.Of(Request));
        var statement = given.One("statement");
        var line = given.Number("line", 1, Source.Lines, 0);
        var start = given.Number("start", 0, Length, 0);
        given.RejectUnknown(Places);
        foreach (var other in Places.Where(place => given.Of(place).Count > 0).Skip(1))
            given.Error(other, "invalid-value", $"{string.Join(", ", Places)}: only one of them can be given");
        Errors = given.Errors;
        if (Errors.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        if (line > 0)
            (Line, Marks) = (line, [Source.CodePoints.ToCodePoints(Source.LineSpan(line))]);
        else if (statement is not null && !Find(statement))
            return NotFound();
        Part = Marks is [var first, ..]
            ? new(Math.Max(0, first.Start - Around), Math.Min(Length, Marks[^1].End + Around))
            : new(start, Math.Min(Length, start + (2 * Around)));
        Canonical = UrlOf(id, Part.Start);
        return Page();
    }

    private bool Find(string statement)
    {
        if (CitedPassage.Find(Generation, statement) is not { } passage || passage.Statement.Report.Id != Report.Id)
            return false;
        if (passage.SourceRanges is { Count: > 0 } ranges)
            (StatementId, Marks) = (passage.Statement.Id, ranges);
        return true;
    }
}
