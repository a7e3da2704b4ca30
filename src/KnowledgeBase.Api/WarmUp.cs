using System.Text.Json;
using KnowledgeBase.Search;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Api;

/// <summary>Answers one search at the start, to nobody, so that the first one that somebody sends finds everything loaded and compiled.</summary>
internal static class WarmUp
{
    /// <summary>Answers it; that it failed is logged, for whoever searches then will see it again.</summary>
    public static void Run(LiveIndex live, IServiceProvider services)
    {
        try
        {
            Search(live, services);
        }
        catch (Exception e)
        {
            services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(WarmUp)).LogWarning(e, "The first search, by which the service makes itself ready, failed");
        }
    }

    private static void Search(LiveIndex live, IServiceProvider services)
    {
        using var lease = live.Acquire();
        if (lease?.Generation.Catalogue.Themes is not [var theme, ..])
            return;
        var result = new StatementSearcher(lease.Generation).Search(new SearchQuery { Text = theme.Name });
        JsonSerializer.Serialize(Stream.Null, result, services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions);
        // What was needed only to load is given back to the machine.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
    }
}
