using System.Security.Cryptography;
using System.Text;

namespace KnowledgeBase.Api.Builds;

/// <summary>What a presented key is worth for a scope.</summary>
internal enum KeyCheck
{
    /// <summary>No key has that scope: what needs it is switched off.</summary>
    Off,

    /// <summary>None was presented, or one that is not for this.</summary>
    Unknown,

    /// <summary>It may.</summary>
    Valid,
}

/// <summary>
/// The keys that the service knows, as SHA-256 hashes with what each is for: <c>api-keys build:9f86d0…</c>, KB_API_KEYS. The keys
/// themselves are nowhere kept.
/// </summary>
internal sealed class ApiKeys
{
    /// <summary>May rebuild the index.</summary>
    public const string Build = "build";

    private const string Setting = "api-keys";
    private static readonly string[] Scopes = [Build];
    private readonly List<(string Scope, byte[] Hash)> _keys = [];

    /// <summary>Reads the setting.</summary>
    public ApiKeys(GivenSettings given)
    {
        foreach (var (index, entry) in (given.Text(Setting)?.Split([',', ' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries) ?? []).Index())
        {
            var parts = entry.Split(':');
            if (parts is [var scope, { Length: 2 * SHA256.HashSizeInBytes } hash] && Scopes.Contains(scope, StringComparer.Ordinal) && hash.All(char.IsAsciiHexDigit))
                _keys.Add((scope, Convert.FromHexString(hash)));
            else
                // The entry may be a key that somebody forgot to hash: it is not shown.
                given.Wrong(Setting, $"has an entry {index + 1} that is none", $"a scope ({string.Join(", ", Scopes)}), a colon and the SHA-256 of a key in 64 hexadecimal digits; entries are parted by commas or spaces");
        }
    }

    /// <summary>What a key is worth for a scope. It takes as long for a wrong key as for a right one.</summary>
    public KeyCheck Check(string? presented, string scope)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(presented ?? ""));
        var (isOn, isValid) = (false, false);
        foreach (var key in _keys.Where(key => key.Scope == scope))
        {
            isOn = true;
            isValid |= CryptographicOperations.FixedTimeEquals(key.Hash, hash);
        }

        return !isOn ? KeyCheck.Off : presented is not null && isValid ? KeyCheck.Valid : KeyCheck.Unknown;
    }
}
