namespace KnowledgeBase.Corpus.Reading;

/// <summary>What was found wrong with one file, or is worth knowing of it; places are lines of its text.</summary>
internal sealed class FileProblems(string file, ICollection<Diagnostic> diagnostics)
{
    /// <summary>Something that could not be read.</summary>
    public void Fail(string code, string message, int line = 1) => Add(code, Severity.Error, message, line);

    /// <summary>Something that is in doubt and was resolved as the message says.</summary>
    public void Warn(string code, string message, int line = 1) => Add(code, Severity.Warning, message, line);

    /// <summary>Something worth knowing.</summary>
    public void Note(string code, string message, int line = 1) => Add(code, Severity.Info, message, line);

    private void Add(string code, Severity severity, string message, int line) =>
        diagnostics.Add(new Diagnostic(code, severity, file, line, 1, message.ReplaceLineEndings(" ")));
}
