using System.Security.Cryptography;
using System.Text;
using KnowledgeBase.Search;
using Microsoft.Net.Http.Headers;

namespace KnowledgeBase.Api;

/// <summary>
/// Opens the generation for a request and gives the answer a strong ETag of program, generation and request: an answer
/// is the same as long as they are, so If-None-Match needs no search.
/// </summary>
internal sealed class EntityTags(LiveIndex index) : IEndpointFilter
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
            return Problems.NoIndex();
        var tag = new EntityTagHeaderValue($"\"{HashOf(Of(http).Info.Generation, http)}\"");
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(given => given.Equals(EntityTagHeaderValue.Any) || given.Compare(tag, useStrongComparison: false)))
        {
            http.Response.GetTypedHeaders().ETag = tag;
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        http.Response.OnStarting(() =>
        {
            if (http.Response.StatusCode == StatusCodes.Status200OK)
            {
                http.Response.GetTypedHeaders().ETag = tag;
                http.Response.Headers.CacheControl = "no-cache";
                http.Response.Headers.Vary = "Accept";
            }

            return Task.CompletedTask;
        });
        return await next(context);
    }

    private static string HashOf(string generation, HttpContext http)
    {
        var request = http.Request;
        var day = http.GetEndpoint()?.Metadata.GetMetadata<DatedAnswer>() is null ? "" : $"{Today:O}";
        var identity = $"{Program}\n{generation}\n{day}\n{request.Host}{request.Path}{request.QueryString}\n{request.Headers.Accept}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)))[..24];
    }
}
