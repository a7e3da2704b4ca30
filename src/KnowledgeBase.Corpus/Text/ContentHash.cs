using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace KnowledgeBase.Corpus.Text;

/// <summary>Short hashes of text that stay the same on every machine; they make permalinks.</summary>
public static class ContentHash
{
    // Crockford's base 32: no i, l, o, u, so that a hash read aloud or typed from paper comes out right.
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>The first <paramref name="length"/> (1 to 48) base-32 digits of the SHA-256 of the text in UTF-8.</summary>
    public static string Of(string text, int length)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        var digits = new char[length];
        for (var i = 0; i < length; i++)
        {
            // Five bits a digit, most significant first, across byte boundaries.
            var pair = (hash[i * 5 / 8] << 8) | hash[(i * 5 / 8) + 1];
            digits[i] = Alphabet[(pair >> (11 - (i * 5 % 8))) & 31];
        }

        return new string(digits);
    }

    /// <summary>The first 64 bits of the SHA-256 of the text in UTF-8: stands for it where a million must be told apart.</summary>
    public static ulong Bits(string text) => Bits(Encoding.UTF8.GetBytes(text));

    /// <summary>The first 64 bits of the SHA-256 of bytes.</summary>
    public static ulong Bits(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }
}
