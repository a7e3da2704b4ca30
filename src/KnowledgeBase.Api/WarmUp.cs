using System.Text.Json;
using KnowledgeBase.Search;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Api;

/// <summary>Answers one search at the start, to nobody, so that the first one that somebody sends finds everything loaded and compiled.</summary>
internal static class WarmUp
{
    public static void Run(LiveIndex live, IServiceProvider services)
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
