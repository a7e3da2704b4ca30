using System.Globalization;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;
using UglyToad.PdfPig.Util;

namespace KnowledgeBase.Corpus.Reading.Pdf;

/// <summary>
/// Carries out what a page's stream says as far as letters are concerned: lines, areas, colours and pictures are passed over.
/// What is more than a page can hold is an error: forms that draw forms that draw forms multiply without end in a file of a few
/// kilobytes.
/// </summary>
internal sealed class PagePrinter : BaseStreamProcessor<PrintedPage>
{
    // The fullest page of a newspaper prints some 50,000 letters; a map draws a million lines.
    private const int MostLetters = 500_000;
    private const int MostSteps = 5_000_000;

    // What a form costs beside its own steps: a chart draws each of a hundred thousand points as one.
    private const int StepsOfForm = 20;

    // Forms in forms: drawing programs come to five or six.
    private const int DeepestForm = 50;

    private readonly List<Letter> _letters = [];
    private int _pictures;
    private int _steps;
    private int _depth;

    /// <summary>A page to print; what the parameters are says the library.</summary>
    public PagePrinter(int page, IResourceStore resources, IPdfTokenScanner scanner, IPageContentParser parser, ILookupFilterProvider filters, CropBox cropBox, UserSpaceUnit unit, PageRotationDegrees rotation, in TransformationMatrix initial, ParsingOptions options)
        : base(page, resources, scanner, parser, filters, cropBox, unit, rotation, in initial, options) =>
        GetCurrentState().ColorSpaceContext = new NoColors();

    /// <summary>Prints the page.</summary>
    /// <exception cref="InvalidDataException">It is more than a page can hold.</exception>
    public override PrintedPage Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        ProcessOperations(operations);
        return new PrintedPage { Number = pageNumberCurrent, Letters = _letters, Pictures = _pictures };
    }

    /// <inheritdoc/>
    public override void RenderGlyph(IFont font, CurrentGraphicsState currentState, double fontSize, double pointSize, int code, string unicode, long currentOffset, in TransformationMatrix renderingMatrix, in TransformationMatrix textMatrix, in TransformationMatrix transformationMatrix, CharacterBoundingBox characterBoundingBox)
    {
        if (_letters.Count >= MostLetters)
            throw TooMuch($"prints more than {MostLetters:N0} letters");
        // Spacing accents follow the letter that they belong to, in files that TeX made: "Mu" "¨" "ller".
        if (currentOffset > 0 && _letters.Count > 0 && _letters[^1] is var last && last.TextSequence == TextSequence && Diacritics.IsInCombiningDiacriticRange(unicode) && Diacritics.TryCombineDiacriticWithPreviousLetter(unicode, last.Value, out var whole))
        {
            _letters[^1] = new Letter(whole, last.BoundingBox, last.GlyphRectangleLoose, last.StartBaseLine, last.EndBaseLine, last.Width, last.FontSize, last.FontDetails, last.RenderingMode, last.StrokeColor, last.FillColor, last.PointSize, last.TextSequence);
            return;
        }

        var glyph = PerformantRectangleTransformer.Transform(in renderingMatrix, in textMatrix, in transformationMatrix, characterBoundingBox.GlyphBounds);
        var place = PerformantRectangleTransformer.Transform(in renderingMatrix, in textMatrix, in transformationMatrix, new PdfRectangle(0, 0, characterBoundingBox.Width, UserSpaceUnit.PointMultiples));
        var isDrawn = glyph.Width > double.Epsilon || glyph.Height > double.Epsilon;
        _letters.Add(new Letter(unicode, isDrawn ? glyph : place, place, place.BottomLeft, place.BottomRight, place.Width, fontSize, font.Details, currentState.FontState.TextRenderingMode, currentState.CurrentStrokingColor, currentState.CurrentNonStrokingColor, pointSize, TextSequence));
    }

    /// <inheritdoc/>
    protected override void ProcessOperations(IReadOnlyList<IGraphicsStateOperation> operations)
    {
        if ((_steps += operations.Count + StepsOfForm) > MostSteps)
            throw TooMuch($"takes more than {MostSteps:N0} steps to draw");
        base.ProcessOperations(operations);
    }

    /// <inheritdoc/>
    protected override void ProcessFormXObject(StreamToken formStream, NameToken xObjectName)
    {
        if (++_depth > DeepestForm)
            throw TooMuch($"draws forms in forms, more than {DeepestForm} deep");
        base.ProcessFormXObject(formStream, xObjectName);
        _depth--;
    }

    /// <inheritdoc/>
    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord) => _pictures++;

    /// <inheritdoc/>
    protected override void RenderInlineImage(InlineImage inlineImage) => _pictures++;

    /// <inheritdoc/>
    public override void BeginInlineImage()
    {
        // Counted where it ends.
    }

    /// <inheritdoc/>
    public override void SetInlineImageProperties(IReadOnlyDictionary<NameToken, IToken> properties)
    {
        // Its size and colours are of no use.
    }

    /// <inheritdoc/>
    public override void EndInlineImage(Memory<byte> bytes) => _pictures++;

    private InvalidDataException TooMuch(FormattableString what) => new(string.Create(CultureInfo.InvariantCulture, $"page {PageNumber} {what.ToString(CultureInfo.InvariantCulture)}"));

    /// <inheritdoc/>
    public override void BeginSubpath() => Pass();

    /// <inheritdoc/>
    public override PdfPoint? CloseSubpath() => null;

    /// <inheritdoc/>
    public override void StrokePath(bool close) => Pass();

    /// <inheritdoc/>
    public override void FillPath(FillingRule fillingRule, bool close) => Pass();

    /// <inheritdoc/>
    public override void FillStrokePath(FillingRule fillingRule, bool close) => Pass();

    /// <inheritdoc/>
    public override void MoveTo(double x, double y) => Pass();

    /// <inheritdoc/>
    public override void BezierCurveTo(double x2, double y2, double x3, double y3) => Pass();

    /// <inheritdoc/>
    public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3) => Pass();

    /// <inheritdoc/>
    public override void LineTo(double x, double y) => Pass();

    /// <inheritdoc/>
    public override void Rectangle(double x, double y, double width, double height) => Pass();

    /// <inheritdoc/>
    public override void EndPath() => Pass();

    /// <inheritdoc/>
    public override void ClosePath() => Pass();

    /// <inheritdoc/>
    public override void ModifyClippingIntersect(FillingRule clippingRule) => Pass();

    /// <inheritdoc/>
    protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule) => Pass();

    /// <inheritdoc/>
    public override void BeginMarkedContent(NameToken name, NameToken? propertyDictionaryName, DictionaryToken? properties) => Pass();

    /// <inheritdoc/>
    public override void EndMarkedContent() => Pass();

    /// <inheritdoc/>
    public override void PaintShading(NameToken shadingName) => Pass();

    // Draws no letter.
    private static void Pass()
    {
    }
}
