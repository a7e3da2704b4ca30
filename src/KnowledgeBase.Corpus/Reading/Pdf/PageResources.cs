using System.Diagnostics.CodeAnalysis;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Graphics.Colors;
using UglyToad.PdfPig.Parser.Parts;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace KnowledgeBase.Corpus.Reading.Pdf;

/// <summary>
/// The fonts and forms that pages name; colours, patterns and shadings are not looked at. Fonts are checked before the library
/// loads them, and what the file does not have is looked for once, not each time that a page draws it.
/// </summary>
internal sealed class PageResources(IResourceStore store, IPdfTokenScanner scanner, ILookupFilterProvider filters) : IResourceStore
{
    private static readonly NameToken[] Kept = [NameToken.Font, NameToken.Xobject, NameToken.ExtGState];

    private readonly Dictionary<DictionaryToken, DictionaryToken> _kept = [];
    private readonly HashSet<IndirectReference> _checked = [];
    private readonly HashSet<IndirectReference> _missing = [];

    /// <summary>How many times a font was asked for that is not there or could not be read.</summary>
    public int MissingFonts { get; private set; }

    /// <inheritdoc/>
    public void LoadResourceDictionary(DictionaryToken resourceDictionary)
    {
        if (!_kept.TryGetValue(resourceDictionary, out var kept))
        {
            if (resourceDictionary.TryGet(NameToken.Font, scanner, out DictionaryToken? fonts))
            {
                foreach (var font in fonts.Data.Values)
                    Check(font);
            }

            kept = Only(resourceDictionary, Kept);
            _kept[resourceDictionary] = kept;
        }

        store.LoadResourceDictionary(kept);
    }

    /// <inheritdoc/>
    public void UnloadResourceDictionary() => store.UnloadResourceDictionary();

    /// <inheritdoc/>
    public IFont? GetFont(NameToken name)
    {
        var font = store.GetFont(name);
        if (font is null)
            MissingFonts++;
        return font;
    }

    /// <inheritdoc/>
    public IFont GetFontDirectly(IndirectReferenceToken fontReferenceToken)
    {
        Check(fontReferenceToken);
        return store.GetFontDirectly(fontReferenceToken);
    }

    /// <inheritdoc/>
    public bool TryGetXObject(NameToken name, [NotNullWhen(true)] out StreamToken? stream)
    {
        stream = null;
        if (!store.TryGetXObjectReference(name, out var reference) || _missing.Contains(reference))
            return false;
        if (store.TryGetXObject(name, out stream))
            return true;
        _missing.Add(reference);
        return false;
    }

    /// <inheritdoc/>
    public bool TryGetXObjectReference(NameToken name, out IndirectReference reference) => store.TryGetXObjectReference(name, out reference);

    /// <summary>Of a state of the page, the font that it sets.</summary>
    public DictionaryToken? GetExtendedGraphicsStateDictionary(NameToken name) => store.GetExtendedGraphicsStateDictionary(name) is { } state ? Only(state, NameToken.Font) : null;

    /// <inheritdoc/>
    public bool TryGetNamedColorSpace(NameToken name, out ResourceColorSpace namedColorSpace)
    {
        namedColorSpace = default;
        return false;
    }

    /// <inheritdoc/>
    public ColorSpaceDetails GetColorSpaceDetails(NameToken? name, DictionaryToken? dictionary) => DeviceGrayColorSpaceDetails.Instance;

    /// <inheritdoc/>
    public ColorSpaceDetails GetDeviceColorSpaceDetails(ColorSpace deviceColorSpace) => DeviceGrayColorSpaceDetails.Instance;

    /// <inheritdoc/>
    public DictionaryToken? GetMarkedContentPropertiesDictionary(NameToken name) => null;

    /// <inheritdoc/>
    public IReadOnlyDictionary<NameToken, PatternColor> GetPatterns() => new Dictionary<NameToken, PatternColor>();

    /// <inheritdoc/>
    public Shading GetShading(NameToken name) => throw new NotSupportedException("shadings are not read");

    private void Check(IToken font)
    {
        if (font is IndirectReferenceToken reference && !_checked.Add(reference.Data))
            return;
        if (DirectObjectFinder.TryGet(font, scanner, out DictionaryToken? dictionary) && FontTables.Overfull(dictionary, scanner, filters) is { } table)
            throw new InvalidDataException($"the table {table} of a font names more characters than a font can have");
    }

    private static DictionaryToken Only(DictionaryToken dictionary, params ReadOnlySpan<NameToken> names)
    {
        var kept = new Dictionary<NameToken, IToken>();
        foreach (var name in names)
        {
            if (dictionary.TryGet(name, out var value))
                kept[name] = value;
        }

        return new DictionaryToken(kept);
    }
}
