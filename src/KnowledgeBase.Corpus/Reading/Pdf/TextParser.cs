using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Logging;
using UglyToad.PdfPig.Parser;

namespace KnowledgeBase.Corpus.Reading.Pdf;

/// <summary>Reads the streams of pages, forms and glyphs for the operations of text.</summary>
/// <param name="depth">How deep things may be nested.</param>
internal sealed class TextParser(StackDepthGuard depth) : IPageContentParser
{
    /// <summary>How many times text was to be shown that cannot be read.</summary>
    public int Damaged { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<IGraphicsStateOperation> Parse(int pageNumber, IInputBytes inputBytes, ILog log)
    {
        var operations = new TextOperations();
        var parsed = new PageContentParser(operations, depth, useLenientParsing: true).Parse(pageNumber, inputBytes, log);
        Damaged += operations.Damaged;
        return parsed;
    }
}
