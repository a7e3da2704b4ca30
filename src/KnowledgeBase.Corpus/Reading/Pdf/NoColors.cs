using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Colors;
using UglyToad.PdfPig.Tokens;

namespace KnowledgeBase.Corpus.Reading.Pdf;

/// <summary>Colours, passed over: to know one can mean to fill a table that the file gives the size of.</summary>
internal sealed class NoColors : IColorSpaceContext
{
    /// <inheritdoc/>
    public ColorSpaceDetails CurrentStrokingColorSpace => DeviceGrayColorSpaceDetails.Instance;

    /// <inheritdoc/>
    public ColorSpaceDetails CurrentNonStrokingColorSpace => DeviceGrayColorSpaceDetails.Instance;

    /// <inheritdoc/>
    public IColorSpaceContext DeepClone() => this;

    /// <inheritdoc/>
    public void SetStrokingColorspace(NameToken colorspace, DictionaryToken? dictionary = null) => Pass();

    /// <inheritdoc/>
    public void SetNonStrokingColorspace(NameToken colorspace, DictionaryToken? dictionary = null) => Pass();

    /// <inheritdoc/>
    public void SetStrokingColor(double[] operands, NameToken? patternName = null) => Pass();

    /// <inheritdoc/>
    public void SetStrokingColorGray(double gray) => Pass();

    /// <inheritdoc/>
    public void SetStrokingColorRgb(double r, double g, double b) => Pass();

    /// <inheritdoc/>
    public void SetStrokingColorCmyk(double c, double m, double y, double k) => Pass();

    /// <inheritdoc/>
    public void SetNonStrokingColor(double[] operands, NameToken? patternName = null) => Pass();

    /// <inheritdoc/>
    public void SetNonStrokingColorGray(double gray) => Pass();

    /// <inheritdoc/>
    public void SetNonStrokingColorRgb(double r, double g, double b) => Pass();

    /// <inheritdoc/>
    public void SetNonStrokingColorCmyk(double c, double m, double y, double k) => Pass();

    private static void Pass()
    {
    }
}
