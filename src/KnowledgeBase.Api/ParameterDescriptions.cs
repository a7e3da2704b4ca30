using KnowledgeBase.Search;

namespace KnowledgeBase.Api;

/// <summary>What the documentation says of a parameter.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it does.</param>
/// <param name="Example">A value that works on the first report.</param>
/// <param name="IsRepeatable">Whether it may be given more than once.</param>
internal sealed record ParameterDescription(string Name, string Description, string? Example = null, bool IsRepeatable = false);

/// <summary>The parameters of searches, described for the OpenAPI document.</summary>
internal static class ParameterDescriptions
{
    /// <summary>All of them: every parameter of <see cref="SearchParameters.Known"/>, and those of single operations.</summary>
    public static IReadOnlyList<ParameterDescription> All { get; } =
    [
        new("q", "Words, \"exact phrase\", -not, OR, field:value (speaker, institution, panel, theme, kind, report), brackets. Read leniently: any text is answered.", "可解释"),
        new("syntax", "strict answers 400 with the column of a mistake in q; lenient (default) takes it as plain words.", "strict"),
        new("expand", "off switches synonyms, glossary and correction off; default on.", "off"),
        new("facet", $"A facet to count: {string.Join(", ", SearchParameters.Facets)}; default theme, speaker, institution, panel.", "theme", IsRepeatable: true),
        new("facetSize", $"The most values that a facet lists, 1 to {SearchParameters.MaxFacetSize}; selected values are always listed.", "20"),
        new("sort", "relevance (default), document, date or speaker; - in front reverses.", "-date"),
        new("size", $"Answers a page, 1 to {SearchParameters.MaxSize}, default 20.", "20"),
        new("cursor", "Where to go on: the \"next\" of the answer before."),
        new("match", "Narrows a facet's values by name, alias, English name or pinyin.", "xuelan"),
        .. SearchParameters.Facets.SelectMany(OfFacet),
    ];

    private static IEnumerable<ParameterDescription> OfFacet(string facet)
    {
        var value = facet switch
        {
            "theme" => "explainability",
            "speaker" => "薛澜",
            "institution" => "清华大学",
            "panel" => "aicg2021/main-1",
            "report" => "aicg2021",
            "kind" => "individual",
            "side" => "international",
            "sector" => "company",
            "country" => "CN",
            _ => "2021",
        };
        yield return new ParameterDescription(facet, $"Only statements with this {facet}, by id or by a name that is one's alone; repeated values are OR.", value, IsRepeatable: true);
        yield return new ParameterDescription($"{facet}.all", $"Only statements with all of these; the values of {facet} repeated are AND.", value, IsRepeatable: true);
        yield return new ParameterDescription($"{facet}.not", $"No statements with this {facet}.", value, IsRepeatable: true);
    }
}
