using KnowledgeBase.Search;

namespace KnowledgeBase.Api;

/// <summary>/health/live: the process runs; /health/ready: it can answer searches.</summary>
internal static class HealthApi
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/health/live", () => TypedResults.Ok(new Health("live", null))).WithName("GetLiveness").WithTags("service")
            .WithSummary("Whether the process runs.");
        app.MapGet("/health/ready", (LiveIndex index) =>
        {
            using var lease = index.Acquire();
            return lease is null ? (IResult)Problems.NoIndex() : TypedResults.Ok(new Health("ready", lease.Generation.Info));
        }).WithName("GetReadiness").WithTags("service").Produces<Health>().ProducesProblem(503)
            .WithSummary("Whether searches can be answered, and from which index.");
    }

    /// <summary>How the service is.</summary>
    /// <param name="Status">live or ready.</param>
    /// <param name="Index">The generation that answers.</param>
    internal sealed record Health(string Status, IndexInfo? Index);
}
