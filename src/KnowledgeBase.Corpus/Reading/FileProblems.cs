namespace KnowledgeBase.Corpus.Reading;

/// <summary>What was found wrong with one file, or is worth knowing of it; places are lines of its text.</summary>
internal sealed class FileProblems(string file, ICollection<Diagnostic> diagnostics)
{
    /// <summary>The name by which diagnostics call the file.</summary>
    public string File => file;

    /// <summary>Something that could not be read.</summary>
    public void Fail(string code, string message, int line = 1) => Add(code, Severity.Error, message, line);

    /// <summary>Something that is in doubt and was resolved as the message says.</summary>
    public void Warn(string code, string message, int line = 1) => Add(code, Severity.Warning, message, line);

    /// <summary>Something worth knowing.</summary>
    public void Note(string code, string message, int line = 1) => Add(code, Severity.Info, message, line);

    /// <summary>What another process found in the file.</summary>
    public void Take(IEnumerable<Diagnostic> found)
    {
        foreach (var diagnostic in found)
            Add(diagnostic.Code, diagnostic.Severity, diagnostic.Message, diagnostic.Line);
    }

    private void Add(string code, Severity severity, string message, int line) =>
        diagnostics.Add(new Diagnostic(code, severity, file, line, 1, message.ReplaceLineEndings(" ")));
}
