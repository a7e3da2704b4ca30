using KnowledgeBase.Search;

namespace KnowledgeBase.Api;

/// <summary>Says when the served index was built with another lexicon, glossary or registry than there is now.</summary>
internal static class StaleIndex
{
    /// <summary>Why the index is stale, with the command that mends it; null where it is not.</summary>
    public static string? Reason(Generation generation, string corpus) =>
        StatementIndex.StaleReason(generation, corpus) is { } reason
            ? $"{reason} Run: {Problems.BuildCommand} --corpus {corpus} --index {generation.IndexFolder}"
            : null;

    /// <summary>Warns at the start.</summary>
    public static void Warn(LiveIndex index, string corpus, ILogger log)
    {
        using var lease = index.Acquire();
        if (lease is not null && Reason(lease.Generation, corpus) is { } reason)
            log.LogWarning("{Reason}", reason);
    }
}
