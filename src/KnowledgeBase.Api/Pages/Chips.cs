using KnowledgeBase.Search;

namespace KnowledgeBase.Api.Pages;

/// <summary>The choices of a search, to be taken back one by one.</summary>
/// <param name="Page">The page that shows them.</param>
/// <param name="Query">The search.</param>
/// <param name="UrlOf">The address of the same page for another search.</param>
public sealed record Chips(IndexPage Page, SearchQuery Query, Func<SearchQuery, string> UrlOf)
{
    /// <summary>The choices: facet, value, label, and how it was chosen ("", all, not).</summary>
    public IEnumerable<(string Facet, string Id, string Label, string Mode)> Choices =>
        from filter in Query.Filters
        from choice in new[] { (filter.Value.Any, Mode: ""), (filter.Value.All, Mode: "all"), (filter.Value.Not, Mode: "not") }
        from id in choice.Item1
        select (filter.Key, id, Page.LabelOf(filter.Key, id), choice.Mode);
}
