using System.Security.Cryptography;
using System.Text;
using KnowledgeBase.Api.Security;
using KnowledgeBase.Search;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace KnowledgeBase.Api;

/// <summary>
/// Opens the generation for a request and gives the answer a strong ETag of program, generation, root of permalinks
/// and request: an answer is the same as long as they are, so If-None-Match needs no search.
/// </summary>
internal sealed class EntityTags(LiveIndex index, SearchTime time) : IEndpointFilter
{
    private const string LeaseKey = "generation";
    private static readonly string Program = typeof(EntityTags).Module.ModuleVersionId.ToString("n");

    /// <summary>The day of an answer, UTC.</summary>
    public static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    /// <summary>The generation that the request is answered from.</summary>
    public static Generation Of(HttpContext context) => ((LiveIndex.Lease)context.Items[LeaseKey]!).Generation;

    /// <summary>Opens the published generation for a request, until its answer is sent; false where none is published.</summary>
    public static bool Acquire(HttpContext context, LiveIndex index)
    {
        if (index.Acquire() is not { } lease)
            return false;
        context.Response.RegisterForDispose(lease);
        context.Items[LeaseKey] = lease;
        return true;
    }

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!Acquire(http, index))
            return Problems.NoIndex(index);
        var tag = new EntityTagHeaderValue($"\"{HashOf(Of(http).Info.Generation, http)}\"");
        http.Response.OnStarting(() =>
        {
            AddHeaders(http.Response, tag);
            return Task.CompletedTask;
        });
        var given = http.Request.GetTypedHeaders().IfNoneMatch;
        if (given.Any(one => one.Compare(tag, useStrongComparison: false)))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        var answer = await time.Within(http, () => next(context));
        // "*" means any answer that there is: an error is none.
        return given.Contains(EntityTagHeaderValue.Any) && !IsProblem(answer) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : answer;
    }

    private static bool IsProblem(object? answer) => (answer is INestedHttpResult nested ? nested.Result : answer) is ProblemHttpResult;

    private static void AddHeaders(HttpResponse response, EntityTagHeaderValue tag)
    {
        if (response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified)
        {
            response.GetTypedHeaders().ETag = tag;
            response.Headers.CacheControl = "no-cache";
        }

        if (response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified or StatusCodes.Status406NotAcceptable)
            response.Headers.Vary = "Accept";
    }

    private static string HashOf(string generation, HttpContext http)
    {
        var request = http.Request;
        var day = http.GetEndpoint()?.Metadata.GetMetadata<DatedAnswer>() is null ? "" : $"{Today:O}";
        var identity = $"{Program}\n{generation}\n{day}\n{Addresses.RootOf(http)}\n{request.Path}{request.QueryString}\n{request.Headers.Accept}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)))[..24];
    }
}
