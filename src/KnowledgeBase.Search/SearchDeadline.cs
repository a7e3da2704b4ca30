namespace KnowledgeBase.Search;

/// <summary>
/// When the searches of a thread have to end. Whoever asks says it once, around all that a search does, and the loops that may be long
/// look at it. Other threads that help a search take it from its own (<see cref="SearchHelpers"/>).
/// </summary>
public static class SearchDeadline
{
    /// <summary>After how many statements a loop looks again; a power of two.</summary>
    internal const int Stride = 1024;

    [ThreadStatic]
    private static CancellationToken _token;

    /// <summary>Whether the time of this thread's searches is over.</summary>
    public static bool IsOver => _token.IsCancellationRequested;

    /// <summary>What ends this thread's searches, for threads that help them.</summary>
    internal static CancellationToken Current => _token;

    /// <summary>Ends searches of this thread when a token is cancelled, until the scope is disposed, on the same thread.</summary>
    public static Scope Begin(CancellationToken token)
    {
        var scope = new Scope(_token);
        _token = token;
        return scope;
    }

    /// <summary>
    /// Makes something without a deadline: what one search makes for all that follow is made to the end, even if nobody waits for that
    /// one any more.
    /// </summary>
    internal static T Without<T>(Func<T> make)
    {
        using (Begin(CancellationToken.None))
            return make();
    }

    /// <summary>Looks whether the time is over.</summary>
    /// <exception cref="OperationCanceledException">It is.</exception>
    public static void Check() => _token.ThrowIfCancellationRequested();

    /// <summary>Looks at it once in a while, where a loop counts.</summary>
    internal static void Check(int count)
    {
        if ((count & (Stride - 1)) == 0)
            Check();
    }

    /// <summary>Puts back what was before.</summary>
    public readonly struct Scope(CancellationToken before) : IDisposable
    {
        /// <inheritdoc/>
        public void Dispose() => _token = before;
    }
}
