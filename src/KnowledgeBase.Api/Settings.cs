using KnowledgeBase.Corpus;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace KnowledgeBase.Api;

/// <summary>Where corpus and index lie: <c>--corpus</c> and <c>--index</c>, KB_CORPUS and KB_INDEX, or the repository's.</summary>
internal sealed class Settings(IConfiguration configuration)
{
    /// <summary>Where the service listens unless told otherwise.</summary>
    public const string DefaultUrl = "http://localhost:5080";

    /// <summary>The corpus folder.</summary>
    public string Corpus { get; } = configuration["corpus"] is { Length: > 0 } corpus ? Path.GetFullPath(corpus) : Folders.Corpus;

    /// <summary>The index folder.</summary>
    public string Index { get; } = configuration["index"] is { Length: > 0 } index ? Path.GetFullPath(index) : Folders.Index;

    /// <summary>
    /// The address under which the service is known, for permalinks: <c>--public-url</c>, KB_PUBLIC_URL; null: the host that
    /// was asked.
    /// </summary>
    public string? PublicUrl { get; } = (configuration["public-url"] ?? configuration["KB_PUBLIC_URL"]) is { Length: > 0 } url ? url.TrimEnd('/') : null;

    /// <summary>A query of thousands of Chinese characters is nine times as long in a URL: it gets an answer, not a broken connection.</summary>
    public static void Limits(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.Limits.MaxRequestLineSize = 256 * 1024;
        options.Limits.MaxRequestBufferSize = 512 * 1024;
        options.Limits.MaxRequestBodySize = 1024 * 1024;
    }
}
