using Lucene.Net.Codecs;
using Lucene.Net.Codecs.Lucene46;

namespace KnowledgeBase.Search.Inversion;

/// <summary>Writes what Lucene's own codec writes, under its name, and is read by it; fields whose documents bring <see cref="WaitingTokens"/> are inverted here.</summary>
/// <param name="waiting">The tokens.</param>
/// <param name="fields">The fields that have them.</param>
[CodecName("Lucene46")]
internal sealed class InvertingCodec(WaitingTokens waiting, IReadOnlyCollection<string> fields) : Lucene46Codec
{
    // One for all its fields: each format has files of its own.
    private readonly InvertingPostingsFormat _inverting = new(waiting);

    /// <inheritdoc/>
    public override PostingsFormat GetPostingsFormatForField(string field) => fields.Contains(field) ? _inverting : base.GetPostingsFormatForField(field);
}
