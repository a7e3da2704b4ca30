using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus;

/// <summary>What <c>report.yaml</c> says of a report.</summary>
public sealed record ReportDescription
{
    /// <summary>The report's id: its folder's name.</summary>
    public required string Id { get; init; }

    /// <summary>Its title; null: as its first heading says.</summary>
    public string? Title { get; init; }

    /// <summary>ISO 8601 date, as exact as known: 2021, 2021-12, 2021-12-04; null where unknown.</summary>
    public string? Date { get; init; }

    /// <summary>Who published it.</summary>
    public string? Publisher { get; init; }

    /// <summary>Where the publisher is.</summary>
    public string? Place { get; init; }

    /// <summary>Where it can be found on the web.</summary>
    public string? Url { get; init; }
}

/// <summary>A report as segmented: its statements and the account of everything else in it.</summary>
public sealed record Report
{
    /// <summary>Id, title and date, as each statement carries them.</summary>
    public required ReportReference Reference { get; init; }

    /// <summary>What report.yaml says.</summary>
    public required ReportDescription Description { get; init; }

    /// <summary>The decoded text.</summary>
    public required SourceText Source { get; init; }

    /// <summary>The statements in document order.</summary>
    public required IReadOnlyList<Statement> Statements { get; init; }

    /// <summary>The panels in document order.</summary>
    public required IReadOnlyList<PanelReference> Panels { get; init; }

    /// <summary>What was found, what is doubtful, what was left over.</summary>
    public required Audit Audit { get; init; }
}
