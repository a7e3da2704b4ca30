namespace KnowledgeBase.Corpus.Importing;

/// <summary>Collects the diagnostics of one import file; of each code only the first ones, and how many more there are.</summary>
/// <param name="file">The file's name relative to the corpus.</param>
/// <param name="diagnostics">Receives them.</param>
internal sealed class ImportDiagnostics(string file, ICollection<Diagnostic> diagnostics)
{
    /// <summary>How many of one code are kept for a file.</summary>
    public const int Kept = 100;

    private readonly Dictionary<string, (int Count, Diagnostic FirstLeftOut)> _found = new(StringComparer.Ordinal);

    public void Fail(string code, int line, int column, string message) => Add(new Diagnostic(code, Severity.Error, file, line, column, message));

    /// <summary>A doubt; its column is looked for only where it is shown, for a line may have ten thousand.</summary>
    public void Warn(string code, int line, Func<int> column, string message)
    {
        var isKept = _found.GetValueOrDefault(code).Count < Kept;
        Add(new Diagnostic(code, Severity.Warning, file, line, isKept ? column() : 1, message));
    }

    /// <summary>Says how many were left out; to be called at the end of the file.</summary>
    public void Finish()
    {
        foreach (var (count, first) in _found.Values.Where(found => found.Count > Kept))
            diagnostics.Add(first with { Column = 1, Message = $"{count - Kept} more of {first.Code} from here on in this file are not shown" });
    }

    private void Add(Diagnostic diagnostic)
    {
        var (count, first) = _found.GetValueOrDefault(diagnostic.Code);
        count++;
        if (count <= Kept)
            diagnostics.Add(diagnostic);
        _found[diagnostic.Code] = (count, count <= Kept + 1 ? diagnostic : first);
    }
}
