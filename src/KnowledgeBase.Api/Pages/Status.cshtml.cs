using System.Globalization;
using KnowledgeBase.Search;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace KnowledgeBase.Api.Pages;

/// <summary>What a reader sees when there is no page to show: why, and the way on.</summary>
[ResponseCache(NoStore = true)]
[IgnoreAntiforgeryToken]
public sealed class StatusPage(LiveIndex index) : KbPage
{
    // Seconds after which a browser or a script may ask again while the index is being built.
    private const string Soon = "5";

    /// <summary>Whether there is no index because it is being built.</summary>
    public bool IsBeingBuilt { get; private set; }

    /// <summary>The address that failed, to try it again.</summary>
    public string Asked { get; private set; } = "/";

    /// <summary>The status code.</summary>
    public int Status { get; private set; }

    /// <summary>Answers with the code of the request that failed, whatever its method was.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        Status = int.Parse((string)RouteData.Values["status"]!, CultureInfo.InvariantCulture);
        IsBeingBuilt = Status == StatusCodes.Status503ServiceUnavailable && index.Index.IsBeingBuilt;
        if (IsBeingBuilt)
            Response.Headers.RetryAfter = Soon;
        if (HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { } failed)
            Asked = failed.OriginalPath + failed.OriginalQueryString;
        Title = Words.Say("error.title");
    }
}
