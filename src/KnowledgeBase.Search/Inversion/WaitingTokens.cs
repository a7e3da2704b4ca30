using System.Globalization;
using KnowledgeBase.Search.Analysis;
using Lucene.Net.Util;

namespace KnowledgeBase.Search.Inversion;

/// <summary>
/// The tokens of documents that were given to an index writer and are not written yet. The document itself has a key in their place,
/// by which <see cref="InvertingPostingsFormat"/> takes them back. Not for several threads.
/// </summary>
internal sealed class WaitingTokens
{
    private readonly Dictionary<int, FieldTokens> _waiting = [];
    private int _last;

    /// <summary>How many tokens wait.</summary>
    public long Count { get; private set; }

    /// <summary>Keeps the tokens of a field.</summary>
    /// <returns>Their key.</returns>
    public string Add(FieldTokens tokens)
    {
        _waiting[++_last] = tokens;
        Count += tokens.Count;
        return _last.ToString("x", CultureInfo.InvariantCulture);
    }

    /// <summary>Gives tokens back, once.</summary>
    /// <param name="key">Their key, in UTF-8.</param>
    public FieldTokens Take(BytesRef key)
    {
        if (!_waiting.Remove(int.Parse(key.Bytes.AsSpan(key.Offset, key.Length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture), out var tokens))
            throw new InvalidOperationException($"no tokens wait under {key.Utf8ToString()}");
        Count -= tokens.Count;
        return tokens;
    }
}
