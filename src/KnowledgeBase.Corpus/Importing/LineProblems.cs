namespace KnowledgeBase.Corpus.Importing;

/// <summary>Something wrong with a line of an import file.</summary>
/// <param name="Code">The diagnostic's code.</param>
/// <param name="Member">The member of the line at whose value it is shown; null: the beginning of the line.</param>
/// <param name="Message">What is wrong.</param>
internal sealed record LineProblem(string Code, string? Member, string Message);

/// <summary>What is wrong with one line: the first error, for which it is left out, or else what was not understood.</summary>
internal sealed class LineProblems
{
    /// <summary>The first error, or null where the line can be taken.</summary>
    public LineProblem? Error { get; private set; }

    /// <summary>What does not keep the line from being taken.</summary>
    public List<LineProblem> Warnings { get; } = [];

    /// <summary>An error; those after the first are not kept.</summary>
    public void Fail(string code, string? member, string message) => Error ??= new LineProblem(code, member, message);

    /// <summary>A doubt.</summary>
    public void Warn(string code, string? member, string message) => Warnings.Add(new LineProblem(code, member, message));
}
