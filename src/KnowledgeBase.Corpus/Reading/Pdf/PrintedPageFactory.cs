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
    private readonly TextOperations _operations;
    private int _unread;

    /// <summary>The factory that the library makes for a document; the parser is made anew, to make operations of text alone.</summary>
    public PrintedPageFactory(IPdfTokenScanner scanner, IResourceStore resources, ILookupFilterProvider filters, IPageContentParser parser, ParsingOptions options)
        : this(scanner, new PageResources(resources, scanner, filters), filters, new TextOperations(), options) => _ = parser;

    private PrintedPageFactory(IPdfTokenScanner scanner, PageResources resources, ILookupFilterProvider filters, TextOperations operations, ParsingOptions options)
        : base(scanner, resources, filters, new PageContentParser(operations, scanner.StackDepthGuard, options.UseLenientParsing), options) =>
        (_resources, _operations) = (resources, operations);

    /// <inheritdoc/>
    protected override PrintedPage ProcessPage(int pageNumber, DictionaryToken dictionary, NamedDestinations namedDestinations, MediaBox mediaBox, CropBox cropBox, UserSpaceUnit userSpaceUnit, PageRotationDegrees rotation, TransformationMatrix initialMatrix, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        var page = new PagePrinter(pageNumber, ResourceStore, PdfScanner, PageContentParser, FilterProvider, cropBox, userSpaceUnit, rotation, in initialMatrix, ParsingOptions).Process(pageNumber, operations);
        var before = _unread;
        _unread = _resources.MissingFonts + _operations.Damaged;
        return page with { Unread = _unread - before };
    }
}
