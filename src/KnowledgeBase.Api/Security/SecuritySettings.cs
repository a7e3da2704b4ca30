using System.Globalization;
using System.Net;

namespace KnowledgeBase.Api.Security;

/// <summary>What the service takes from whom, and how much of it.</summary>
internal sealed class SecuritySettings
{
    private const int MostRequests = 1_000_000;

    public SecuritySettings(GivenSettings given)
    {
        RequestsAMinute = Number(given, "rate-limit", 600, MostRequests);
        SearchTimeout = given.Seconds("search-timeout", 5) is { Ticks: > 0 } timeout ? timeout : null;
        foreach (var entry in given.Text("trusted-proxies")?.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            if (IPNetwork.TryParse(entry, out var network))
                TrustedProxies.Add(network);
            else if (IPAddress.TryParse(entry, out var address))
                TrustedProxies.Add(new IPNetwork(address, 8 * address.GetAddressBytes().Length));
            else
                given.Wrong("trusted-proxies", $"has \"{entry}\", which is no address", "addresses (10.0.0.1) and networks (10.0.0.0/8), parted by commas");
        }
    }

    /// <summary>How many requests a client may send in a minute (<c>rate-limit NUMBER</c>); 0: as many as it likes.</summary>
    public int RequestsAMinute { get; }

    /// <summary>How long a search may take (<c>search-timeout SECONDS</c>); null: as long as it does.</summary>
    public TimeSpan? SearchTimeout { get; }

    /// <summary>The proxies whose word on client, scheme and host is taken (<c>trusted-proxies ADDRESSES</c>).</summary>
    public List<IPNetwork> TrustedProxies { get; } = [];

    private static int Number(GivenSettings given, string name, int otherwise, int most)
    {
        if (given.Text(name) is not { } text)
            return otherwise;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most)
            return number;
        given.Wrong(name, $"cannot be \"{text}\"", $"a whole number, 0 to {most}");
        return otherwise;
    }
}
