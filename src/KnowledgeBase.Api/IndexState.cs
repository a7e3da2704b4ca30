using KnowledgeBase.Search;

namespace KnowledgeBase.Api;

/// <summary>How it stands with the index.</summary>
/// <param name="Name">
/// none: there is nothing to answer from; ready; stale: it answers, but was built with another lexicon, glossary or registry;
/// damaged: an earlier generation answers, for the published one is damaged.
/// </param>
/// <param name="Index">The generation that answers.</param>
/// <param name="Message">Where stale or damaged: why, and the command that mends it.</param>
internal sealed record IndexState(string Name, IndexInfo? Index, string? Message)
{
    /// <summary>Every name there is.</summary>
    public static readonly string[] Names = ["none", "ready", "stale", "damaged"];

    /// <summary>Looks at it.</summary>
    public static IndexState Of(LiveIndex index, Settings settings)
    {
        using var lease = index.Acquire();
        if (lease is null)
            return new IndexState("none", null, null);
        var info = lease.Generation.Info;
        if (index.Warning is { } warning)
            return new IndexState("damaged", info, $"{warning} Run: {Problems.BuildCommand}");
        return StaleIndex.Reason(lease.Generation, settings.Corpus) is { } reason ? new IndexState("stale", info, reason) : new IndexState("ready", info, null);
    }
}
