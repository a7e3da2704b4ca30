using System.Text.Json.Nodes;
using KnowledgeBase.Search;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KnowledgeBase.Api.Pages;

/// <summary>What every page has: the words of its language.</summary>
public abstract class KbPage : PageModel
{
    /// <summary>The words of the reader's language.</summary>
    public Wording Words => field ??= Wording.Of(Request);

    /// <summary>The title of the page, without the site's name.</summary>
    public string? Title { get; protected set; }

    /// <summary>The text of the search box.</summary>
    public virtual string SearchText => "";

    /// <summary>
    /// The one address of the page, path and query, which its other addresses name; null where it has none, as an error.
    /// </summary>
    public string? Canonical { get; protected set; }

    /// <summary>Whether search engines are to keep the page.</summary>
    public virtual bool IsIndexed => Canonical is not null;

    /// <summary>What the page is about in the terms of schema.org; null where it has nothing of its own.</summary>
    public virtual JsonObject? StructuredData => null;

    /// <summary>Where the service is, without a slash at the end.</summary>
    protected string Root => Addresses.RootOf(HttpContext);
}

/// <summary>A page that is made from the index.</summary>
public abstract class IndexPage : KbPage
{
    /// <summary>The generation that it is made from.</summary>
    public Generation Generation => EntityTags.Of(HttpContext);

    /// <summary>What a value of a facet is called in the reader's language.</summary>
    public string LabelOf(string facet, string id)
    {
        var value = Generation.ValueOf(facet, id);
        return Words.Name(value.Label, value.LabelEn);
    }
}
