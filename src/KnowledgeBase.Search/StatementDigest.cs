using System.Globalization;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Search;

/// <summary>
/// A hash over many statements, whatever their order, for Lucene orders documents as it likes. The same before and after
/// shows that none was lost, doubled or changed on its way into the index, imported ones too.
/// </summary>
internal sealed class StatementDigest
{
    private ulong _sum;

    /// <summary>Adds a statement; several threads may.</summary>
    public void Add(StoredStatement statement) => Interlocked.Add(ref _sum, ContentHash.Bits(statement.Json.Span));

    /// <summary>The digest in 16 hexadecimal digits.</summary>
    public override string ToString() => _sum.ToString("x16", CultureInfo.InvariantCulture);
}
