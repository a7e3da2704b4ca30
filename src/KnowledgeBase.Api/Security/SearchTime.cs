using KnowledgeBase.Search;

namespace KnowledgeBase.Api.Security;

/// <summary>
/// Ends searches that take too long, or that nobody waits for any more. What they had found is not answered: a part must not pass for the
/// whole. Answers that are being sent (exports) are not searches any more.
/// </summary>
internal sealed class SearchTime(TimeSpan? most)
{
    private const string Soon = "1";

    /// <summary>How long a search may take; null: as long as it does.</summary>
    public TimeSpan? Most => most;

    /// <summary>Does what answers a request, up to its first wait, within the time that it has.</summary>
    public T Within<T>(HttpContext context, Func<T> answer)
    {
        var cancellation = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        context.Response.RegisterForDispose(cancellation);
        if (most is { Ticks: > 0 } time)
            cancellation.CancelAfter(time);
        else if (most is not null)
            cancellation.Cancel();
        using (SearchDeadline.Begin(cancellation.Token))
            return answer();
    }

    /// <summary>Whether a search ended because its time was over, not because who asked went away.</summary>
    public static bool IsOver(HttpContext context, Exception e) => e is OperationCanceledException && !context.RequestAborted.IsCancellationRequested;

    /// <summary>Answers 503 where a search took too long.</summary>
    internal sealed class Middleware(RequestDelegate next)
    {
        public async Task InvokeAsync(HttpContext context)
        {
            try
            {
                await next(context);
            }
            catch (OperationCanceledException e) when (IsOver(context, e) && !context.Response.HasStarted)
            {
                context.Response.Headers.RetryAfter = Soon;
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            }
        }
    }
}
