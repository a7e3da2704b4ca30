namespace KnowledgeBase.Cli;

/// <summary>What the exit codes mean.</summary>
internal static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Done, with errors found in the input.</summary>
    public const int ErrorsInInput = 1;

    /// <summary>Wrong usage, or it could not run.</summary>
    public const int Usage = 2;
}
