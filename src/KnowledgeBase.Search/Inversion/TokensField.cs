using KnowledgeBase.Search.Analysis;
using Lucene.Net.Documents;

namespace KnowledgeBase.Search.Inversion;

/// <summary>
/// A field that was cut into tokens already, which <see cref="SegmentsWriter"/> keeps until they are written: what Lucene is given is one
/// token, a key to them.
/// </summary>
internal sealed class TokensField : Field
{
    private static readonly FieldType WithPositions = new FieldType(TextField.TYPE_NOT_STORED) { IsTokenized = false }.Frozen();
    private static readonly FieldType WithoutPositions = new FieldType(WithPositions) { IndexOptions = Lucene.Net.Index.IndexOptions.DOCS_AND_FREQS }.Frozen();

    /// <summary>Makes a field.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="hasPositions">Whether positions are kept, for phrases.</param>
    public TokensField(string name, FieldTokens tokens, bool hasPositions = true)
        : base(name, "", hasPositions ? WithPositions : WithoutPositions)
    {
        Tokens = tokens;
        // Lucene sees one token and must write the norm of all: in BM25 one over the root of how many they are.
        Boost = 1 / (float)Math.Sqrt(tokens.Count);
    }

    /// <summary>The tokens.</summary>
    public FieldTokens Tokens { get; }
}
