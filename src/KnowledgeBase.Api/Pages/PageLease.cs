using KnowledgeBase.Search;
using Microsoft.AspNetCore.Mvc.Filters;

namespace KnowledgeBase.Api.Pages;

/// <summary>Opens the generation that a page is made from; without one, the page says so (503).</summary>
internal sealed class PageLease(LiveIndex index) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerInstance is IndexPage && !EntityTags.Acquire(context.HttpContext, index))
            context.Result = new Microsoft.AspNetCore.Mvc.StatusCodeResult(StatusCodes.Status503ServiceUnavailable);
        else
            await next();
    }
}
