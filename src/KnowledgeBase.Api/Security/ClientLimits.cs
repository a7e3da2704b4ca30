using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Diagnostics;

namespace KnowledgeBase.Api.Security;

/// <summary>
/// Limits how many requests a client sends: a bucket of a minute's requests each, which fills again bit by bit. What is left, and in how many seconds it is full again, is said in
/// <c>RateLimit</c> headers (draft-ietf-httpapi-ratelimit-headers); who has none left gets 429. Buckets of clients that are gone are dropped.
/// The machine's own clients are not limited: behind a proxy on the same machine everybody would seem to be one of them, so the
/// proxy has to be named (<c>trusted-proxies</c>).
/// </summary>
internal sealed class ClientLimits(RequestDelegate next, SecuritySettings settings) : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    // An address of IPv6 is one of billions that its holder may use.
    private const int BytesOfHolder = 8;
    private static readonly string[] Free = ["/health", "/metrics", "/assets"];

    private readonly PartitionedRateLimiter<HttpContext> _limiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
        RateLimitPartition.GetTokenBucketLimiter(ClientOf(context), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = settings.RequestsAMinute,
            TokensPerPeriod = PerPeriod(settings),
            ReplenishmentPeriod = Minute * PerPeriod(settings) / settings.RequestsAMinute,
        }));

    public Task InvokeAsync(HttpContext context)
    {
        // The page that says that there were too many requests is none.
        if (IsLocal(context) || context.Features.Get<IStatusCodeReExecuteFeature>() is not null || Array.Exists(Free, path => context.Request.Path.StartsWithSegments(path, StringComparison.Ordinal)))
            return next(context);
        // A bucket takes nothing back, so its leases need not be given back.
        var lease = _limiter.AttemptAcquire(context);
        var headers = context.Response.Headers;
        var left = _limiter.GetStatistics(context)?.CurrentAvailablePermits ?? 0;
        headers["RateLimit-Policy"] = string.Create(CultureInfo.InvariantCulture, $"\"client\";q={settings.RequestsAMinute};w={Minute.TotalSeconds}");
        headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"client\";r={left};t={Math.Ceiling((Minute * (settings.RequestsAMinute - left) / settings.RequestsAMinute).TotalSeconds)}");
        if (lease.IsAcquired)
            return next(context);
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
        headers.RetryAfter = ((int)Math.Ceiling(Math.Max(1, wait.TotalSeconds))).ToString(CultureInfo.InvariantCulture);
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose() => _limiter.Dispose();

    // Some at once, so that a limit of thousands needs no thousand ticks.
    private static int PerPeriod(SecuritySettings settings) => Math.Max(1, settings.RequestsAMinute / (int)Minute.TotalSeconds);

    private static bool IsLocal(HttpContext context) => context.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address);

    private static string ClientOf(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress!;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes(), 0, BytesOfHolder) : address.ToString();
    }
}
