using System.Security.Cryptography;
using System.Text;
using KnowledgeBase.Corpus;

namespace KnowledgeBase.Research.Exports;

/// <summary>
/// The checksum of exported statements: SHA-256 over id, LF, text, LF of each in order, in UTF-8. It is the same in every
/// format, so that anyone can compute it from what a file says.
/// </summary>
public sealed class ExportChecksum : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Adds the next statement.</summary>
    public void Add(Statement statement) => _hash.AppendData(Encoding.UTF8.GetBytes($"{statement.Id}\n{statement.Text}\n"));

    /// <summary>The checksum of those added so far, lower-case hexadecimal.</summary>
    public override string ToString() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();
}
