using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace KnowledgeBase.Corpus.Reading.Pdf;

/// <summary>Reads pages for their letters alone.</summary>
internal sealed class PrintedPageFactory : BasePageFactory<PrintedPage>
{
    private readonly PageResources _resources;
    private readonly TextParser _parser;
    private int _unread;

    /// <summary>The factory that the library makes for a document; the parser is another one, which makes operations of text alone.</summary>
    public PrintedPageFactory(IPdfTokenScanner scanner, IResourceStore resources, ILookupFilterProvider filters, IPageContentParser parser, ParsingOptions options)
        : this(scanner, new PageResources(resources, scanner, filters), filters, new TextParser(scanner.StackDepthGuard), options) => _ = parser;

    private PrintedPageFactory(IPdfTokenScanner scanner, PageResources resources, ILookupFilterProvider filters, TextParser parser, ParsingOptions options)
        : base(scanner, resources, filters, parser, options) =>
        (_resources, _parser) = (resources, parser);

    /// <inheritdoc/>
    protected override PrintedPage ProcessPage(int pageNumber, DictionaryToken dictionary, NamedDestinations namedDestinations, MediaBox mediaBox, CropBox cropBox, UserSpaceUnit userSpaceUnit, PageRotationDegrees rotation, TransformationMatrix initialMatrix, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        var page = new PagePrinter(pageNumber, ResourceStore, PdfScanner, PageContentParser, FilterProvider, cropBox, userSpaceUnit, rotation, in initialMatrix, ParsingOptions).Process(pageNumber, operations);
        var before = _unread;
        _unread = _resources.MissingFonts + _parser.Damaged;
        return page with { Unread = _unread - before };
    }
}
