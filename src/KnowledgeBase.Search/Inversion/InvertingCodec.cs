using Lucene.Net.Codecs;
using Lucene.Net.Codecs.Compressing;
using Lucene.Net.Codecs.Lucene46;

namespace KnowledgeBase.Search.Inversion;

/// <summary>
/// Writes what Lucene's own codec writes, under its name, and is read by it. Fields whose documents bring <see cref="WaitingTokens"/> are
/// inverted here, and stored statements lie in smaller blocks.
/// </summary>
/// <param name="waiting">The tokens.</param>
/// <param name="fields">The fields that have them.</param>
[CodecName("Lucene46")]
internal sealed class InvertingCodec(WaitingTokens waiting, IReadOnlyCollection<string> fields) : FilterCodec(new Fields(waiting, fields))
{
    // Whoever reads a statement unpacks its block up to it, and Lucene's own of 16 KB hold five or six.
    private const int StoredBlock = 4096;

    /// <inheritdoc/>
    public override StoredFieldsFormat StoredFieldsFormat { get; } = new CompressingStoredFieldsFormat("Lucene41StoredFields", CompressionMode.FAST, StoredBlock);

    [CodecName("Lucene46")]
    private sealed class Fields(WaitingTokens waiting, IReadOnlyCollection<string> fields) : Lucene46Codec
    {
        // One for all its fields: each format has files of its own.
        private readonly InvertingPostingsFormat _inverting = new(waiting);

        public override PostingsFormat GetPostingsFormatForField(string field) => fields.Contains(field) ? _inverting : base.GetPostingsFormatForField(field);
    }
}
