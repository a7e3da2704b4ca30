using KnowledgeBase.Api.Security;
using KnowledgeBase.Search;
using Microsoft.AspNetCore.Mvc.Filters;

namespace KnowledgeBase.Api.Pages;

/// <summary>
/// Opens the generation that a page is made from; without one, the page says so (503). Pages answer GET: for a method that none of
/// their handlers takes (TRACE) the framework would show the page without having filled it.
/// </summary>
internal sealed class PageLease(LiveIndex index, SearchTime time) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerMethod is null && context.HandlerInstance is not StatusPage)
        {
            context.HttpContext.Response.Headers.Allow = HttpMethods.Get;
            context.Result = new Microsoft.AspNetCore.Mvc.StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
        }
        else if (context.HandlerInstance is IndexPage && !EntityTags.Acquire(context.HttpContext, index))
            context.Result = new Microsoft.AspNetCore.Mvc.StatusCodeResult(StatusCodes.Status503ServiceUnavailable);
        else
            await time.Within(context.HttpContext, () => next());
    }
}
