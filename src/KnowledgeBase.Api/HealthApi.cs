using KnowledgeBase.Search;

namespace KnowledgeBase.Api;

/// <summary>/health/live: the process runs; /health/ready: it can answer searches.</summary>
internal static class HealthApi
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/health/live", () => TypedResults.Ok(new Health("live", null, null))).WithName("GetLiveness").WithTags("service").DisableHttpMetrics()
            .WithSummary("Whether the process runs.");
        app.MapGet("/health/ready", (LiveIndex index, Settings settings, IHostApplicationLifetime lifetime) =>
        {
            if (lifetime.ApplicationStopping.IsCancellationRequested)
                return (IResult)Problems.Stopping();
            var state = IndexState.Of(index, settings);
            return state.Index is null ? Problems.NoIndex(index) : TypedResults.Ok(new Health(state.Name, state.Index, state.Message));
        }).DisableHttpMetrics().WithName("GetReadiness").WithTags("service").Produces<Health>().ProducesProblem(503)
            .WithSummary("Whether searches can be answered, and from which index.");
    }

    /// <summary>How the service is.</summary>
    /// <param name="Status">
    /// live; ready; stale: it answers, but was built with another lexicon, glossary or registry; damaged: it answers from an
    /// earlier generation, for the published one is damaged.
    /// </param>
    /// <param name="Index">The generation that answers.</param>
    /// <param name="Message">Where stale or damaged: why, and the command that mends it.</param>
    internal sealed record Health(string Status, IndexInfo? Index, string? Message);
}
