using Microsoft.AspNetCore.HttpOverrides;

namespace KnowledgeBase.Api.Security;

/// <summary>Takes the word of the proxies that are named, and of nobody else, on who asks, by which scheme and host.</summary>
internal static class TrustedProxies
{
    public static ForwardedHeadersOptions Of(SecuritySettings settings)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost, ForwardLimit = null };
        // The framework trusts the machine itself unless told otherwise.
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        settings.TrustedProxies.ForEach(options.KnownIPNetworks.Add);
        return options;
    }
}
