namespace KnowledgeBase.Corpus;

/// <summary>A doubt or mistake found in the input, with its place. Text is never an exception.</summary>
/// <param name="Code">Stable code, e.g. KB104; docs/diagnostics.md explains each.</param>
/// <param name="Severity">How grave it is.</param>
/// <param name="File">The file, as the reader knows it.</param>
/// <param name="Line">1-based line.</param>
/// <param name="Column">1-based column in code points.</param>
/// <param name="Message">What was found and what was made of it.</param>
public sealed record Diagnostic(string Code, Severity Severity, string File, int Line, int Column, string Message)
{
    /// <summary>The form compilers use: <c>corpus/reports/x/report.md:278:1: warning KB104: …</c>.</summary>
    public override string ToString() =>
        $"{File}:{Line}:{Column}: {Severity.ToString().ToLowerInvariant()} {Code}: {Message}";
}

/// <summary>How grave a diagnostic is.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing is in doubt.</summary>
    Info,

    /// <summary>Something is in doubt and was resolved as the message says.</summary>
    Warning,

    /// <summary>Something could not be read; the exit code says so.</summary>
    Error,
}
