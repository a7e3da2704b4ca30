using KnowledgeBase.Search;

namespace KnowledgeBase.Api;

/// <summary>What the documentation says of a parameter.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it does.</param>
/// <param name="IsRepeatable">Whether it may be given more than once.</param>
/// <param name="IsRequired">Whether it must be given.</param>
internal sealed record ParameterDescription(string Name, string Description, bool IsRepeatable = false, bool IsRequired = false);

/// <summary>The parameters of searches, described for the OpenAPI document.</summary>
internal static class ParameterDescriptions
{
    /// <summary>All of them: every parameter of <see cref="SearchParameters.Known"/>, and those of single operations.</summary>
    public static IReadOnlyList<ParameterDescription> All { get; } =
    [
        new("q", "Words, \"exact phrase\", -not, OR, field:value (speaker, institution, panel, theme, kind, report), brackets. Read leniently: any text is answered."),
        new("syntax", "strict answers 400 with the column of a mistake in q; lenient (default) takes it as plain words."),
        new("expand", "off switches synonyms, glossary and correction off; default on."),
        new("facet", $"A facet to count: {string.Join(", ", SearchParameters.Facets)}; default theme, speaker, institution, panel.", IsRepeatable: true),
        new("facetSize", $"The most values that a facet lists, 1 to {SearchParameters.MaxFacetSize}; selected values are always listed."),
        new("sort", "relevance (default), document, date or speaker; - in front reverses."),
        new("size", $"Answers a page, 1 to {SearchParameters.MaxSize}, default 20."),
        new("cursor", "Where to go on: the \"next\" of the answer before."),
        new("match", "Narrows a facet's values by name, alias, English name or pinyin."),
        new("format", "The format of the answer; without it Accept decides."),
        new("a", "One side, as facet:value, such as sector:company; the facet is any of the filters, the value an id or a name that is one's alone.", IsRequired: true),
        new("b", "The other side, likewise.", IsRequired: true),
        new("rows", $"The facet of the rows: {string.Join(", ", SearchParameters.Facets)}.", IsRequired: true),
        new("columns", "The facet of the columns; that of the rows again counts what comes together.", IsRequired: true),
        .. SearchParameters.Facets.SelectMany(OfFacet),
    ];

    private static IEnumerable<ParameterDescription> OfFacet(string facet) =>
    [
        new(facet, $"Only statements with this {facet}, by id or by a name that is one's alone; repeated values are OR.", IsRepeatable: true),
        new($"{facet}.all", $"Only statements with all of these; the values of {facet} repeated are AND.", IsRepeatable: true),
        new($"{facet}.not", $"No statements with this {facet}.", IsRepeatable: true),
    ];
}
