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
