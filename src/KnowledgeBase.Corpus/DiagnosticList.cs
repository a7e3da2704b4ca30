using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus;

/// <summary>Collects the diagnostics of one source; places are UTF-16 offsets of its text.</summary>
internal sealed class DiagnosticList(SourceText source)
{
    private readonly List<Diagnostic> _all = [];

    /// <summary>The diagnostics in the order of their places.</summary>
    public IReadOnlyList<Diagnostic> InOrder() =>
        [.. _all.OrderBy(d => d.Line).ThenBy(d => d.Column).ThenBy(d => d.Code, StringComparer.Ordinal)];

    /// <summary>Something worth knowing.</summary>
    public void Note(string code, int at, string message) => Add(code, Severity.Info, at, message);

    /// <summary>Something that is in doubt and was resolved as the message says.</summary>
    public void Warn(string code, int at, string message) => Add(code, Severity.Warning, at, message);

    /// <summary>Something that could not be read.</summary>
    public void Fail(string code, int at, string message) => Add(code, Severity.Error, at, message);

    private void Add(string code, Severity severity, int at, string message) =>
        _all.Add(new Diagnostic(code, severity, source.File, source.LineAt(at), source.ColumnAt(at), message));
}
