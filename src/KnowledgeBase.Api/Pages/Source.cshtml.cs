using KnowledgeBase.Corpus.Text;
using KnowledgeBase.Research;
using KnowledgeBase.Search;
using Microsoft.AspNetCore.Mvc;

namespace KnowledgeBase.Api.Pages;

/// <summary>A report's source, verbatim, with a statement's passage marked in its context.</summary>
public sealed class SourcePage : IndexPage
{
    // Code points before and behind the passage: some screens of text.
    private const int Around = 1500;

    /// <summary>The report.</summary>
    public ReportEntity Report { get; private set; } = null!;

    /// <summary>The whole source.</summary>
    public string Source { get; private set; } = "";

    /// <summary>The part that is shown, in code points.</summary>
    public CodePointRange Part { get; private set; }

    /// <summary>What is marked in it.</summary>
    public IReadOnlyList<CodePointRange> Marks { get; private set; } = [];

    /// <summary>The statement whose passage is marked; null where none was asked for.</summary>
    public string? StatementId { get; private set; }

    /// <summary>The length of the source in code points.</summary>
    public int Length { get; private set; }

    /// <summary>Answers with the part around a statement, or from a place on.</summary>
    /// <param name="id">Report id.</param>
    /// <param name="statement">Id of a statement or claim of this report.</param>
    /// <param name="start">First code point, where no statement is given.</param>
    public IActionResult OnGet(string id, string? statement, int start = 0)
    {
        if (Generation.Names.Find("report", id) is not ReportEntity report || Generation.SourceOf(id) is not { } source)
            return NotFound();
        (Report, Source, Length) = (report, source, new CodePointIndex(source).Count);
        Title = Words.Say("source.of", report.Name);
        var passage = statement is null ? null : CitedPassage.Find(Generation, statement);
        if (statement is not null && (passage is null || passage.Statement.Report.Id != id))
            return NotFound();
        if (passage is { SourceRanges: { Count: > 0 } ranges })
        {
            (StatementId, Marks) = (passage.Statement.Id, ranges);
            Part = new(Math.Max(0, ranges[0].Start - Around), Math.Min(Length, ranges[^1].End + Around));
        }
        else
        {
            var from = Math.Clamp(start, 0, Length);
            Part = new(from, Math.Min(Length, from + (2 * Around)));
        }

        return Page();
    }
}
