using KnowledgeBase.Search;

namespace KnowledgeBase.Api;

/// <summary>GET /api/v1: what this service is and holds.</summary>
internal static class RootApi
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("", (HttpContext http) =>
    {
        var generation = EntityTags.Of(http);
        var catalogue = generation.Catalogue;
        return TypedResults.Ok(new ServiceInfo(
            "KnowledgeBase",
            typeof(RootApi).Assembly.GetName().Version!.ToString(3),
            generation.Info,
            new Counts(generation.Manifest.Statements, catalogue.Reports.Count, catalogue.Panels.Count, catalogue.Speakers.Count, catalogue.Institutions.Count, catalogue.Themes.Count, catalogue.Instruments.Count),
            Links));
    }).WithName("GetService").WithTags("service").WithSummary("What this service is, what it holds, and where to go on.");

    private static readonly Dictionary<string, string> Links = new(StringComparer.Ordinal)
    {
        ["statements"] = "/api/v1/statements",
        ["speakers"] = "/api/v1/speakers",
        ["institutions"] = "/api/v1/institutions",
        ["panels"] = "/api/v1/panels",
        ["themes"] = "/api/v1/themes",
        ["instruments"] = "/api/v1/instruments",
        ["reports"] = "/api/v1/reports",
        ["audit"] = "/api/v1/audit",
        ["suggest"] = "/api/v1/suggest?q={text}",
        ["export"] = "/api/v1/export?format={format}",
        ["verify"] = "/api/v1/statements/{id}/verify",
        ["similar"] = "/api/v1/statements/{id}/similar",
        ["lineage"] = "/api/v1/statements/{id}/lineage",
        ["explain"] = "/api/v1/explain?q={text}",
        ["compare"] = "/api/v1/compare?a={facet}:{value}&b={facet}:{value}",
        ["matrix"] = "/api/v1/matrix?rows={facet}&columns={facet}",
        ["facets"] = "/api/v1/facets/{facet}",
        ["openapi"] = "/openapi/v1.json",
        ["documentation"] = "/swagger",
    };

    /// <summary>What this service is and holds.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Version">Version of the program.</param>
    /// <param name="Index">The generation that answers, with the corpus version.</param>
    /// <param name="Counts">How many of everything it holds.</param>
    /// <param name="Links">Where to go on.</param>
    internal sealed record ServiceInfo(string Name, string Version, IndexInfo Index, Counts Counts, IReadOnlyDictionary<string, string> Links)
    {
        /// <summary>Hash over sources and registry; the same as in <see cref="Index"/>.</summary>
        public string CorpusVersion => Index.CorpusVersion;
    }

    /// <summary>How many of everything the index holds.</summary>
    internal sealed record Counts(int Statements, int Reports, int Panels, int Speakers, int Institutions, int Themes, int Instruments);
}
