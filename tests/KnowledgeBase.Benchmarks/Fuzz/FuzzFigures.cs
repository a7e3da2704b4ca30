namespace KnowledgeBase.Fuzz;

/// <summary>What came of the inputs of one target so far.</summary>
internal struct FuzzFigures
{
    /// <summary>How many were fed.</summary>
    public long Inputs;

    /// <summary>How many of them were taken; the others were refused as documented, or failed.</summary>
    public long Taken;

    /// <summary>How many failed: an exception, an answer that cannot be, more than a second, more than a gigabyte.</summary>
    public long Failures;

    /// <summary>The seconds that feeding took, making inputs left out.</summary>
    public double Seconds;

    /// <summary>The longest that one took, in milliseconds; of more than a second, the least processor time of three tries.</summary>
    public double Slowest;

    /// <summary>The most bytes that were allocated for one.</summary>
    public long MostBytes;

    /// <summary>Adds others.</summary>
    public readonly FuzzFigures With(FuzzFigures others) => new()
    {
        Inputs = Inputs + others.Inputs,
        Taken = Taken + others.Taken,
        Failures = Failures + others.Failures,
        Seconds = Seconds + others.Seconds,
        Slowest = Math.Max(Slowest, others.Slowest),
        MostBytes = Math.Max(MostBytes, others.MostBytes),
    };
}
