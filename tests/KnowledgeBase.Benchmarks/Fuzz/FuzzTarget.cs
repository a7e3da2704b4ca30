namespace KnowledgeBase.Fuzz;

/// <summary>A part of the product that is fed any input, and what must hold of its answer. Not for several threads.</summary>
internal abstract class FuzzTarget : IDisposable
{
    /// <summary>What it is called on the command line and in the table.</summary>
    public abstract string Name { get; }

    /// <summary>The ending of a file that keeps an input.</summary>
    public virtual string Ending => ".bin";

    /// <summary>The processors' time that was used for it so far, which other programs do not lengthen.</summary>
    public virtual TimeSpan ProcessorTime => Environment.CpuUsage.TotalTime;

    /// <summary>Makes an input; the same number and random numbers make the same.</summary>
    public abstract byte[] Make(Random random, int number);

    /// <summary>Feeds an input; whether it was taken, or refused in the way that is documented.</summary>
    /// <exception cref="Exception">Whatever the product throws, and <see cref="FuzzException"/> where its answer cannot be.</exception>
    public abstract bool Feed(byte[] input);

    /// <inheritdoc/>
    public virtual void Dispose()
    {
    }

    /// <summary>Fails the input where something does not hold.</summary>
    protected static void Must(bool holds, string what)
    {
        if (!holds)
            throw new FuzzException(what);
    }
}

/// <summary>An answer that cannot be.</summary>
/// <param name="message">What does not hold.</param>
internal sealed class FuzzException(string message) : Exception(message);
