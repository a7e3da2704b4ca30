using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace KnowledgeBase.Corpus.Reading.Pdf;

/// <summary>
/// The filters that unpack a PDF's streams, held to what a stream can hold in earnest: a page's drawing is three to thirty times as
/// large as it is packed, a bomb a thousand times, and one inside another a million. Pictures are not unpacked.
/// </summary>
internal sealed class PdfFilters : BaseFilterProvider, IFilterProvider
{
    private const int MostPacked = 100;
    private const int AlwaysFits = 10_000_000;

    // LZW is of the time before Flate, and unpacks to three thousand times as much at most.
    private const int LongestLzw = 1_000_000;

    // Bytes of a row that a predictor keeps; a list of objects has rows of four to ten.
    private const long LongestRow = 1_000_000;

    // PDF 32000-1, annex C: what a file can number. The library makes an entry for each before it looks at the stream.
    private const long MostObjects = 8_388_607;
    private const int LongestNumber = 8;

    /// <summary>The filters.</summary>
    public static readonly PdfFilters Instance = new();

    private PdfFilters()
        : base(All())
    {
    }

    /// <inheritdoc/>
    IReadOnlyList<IFilter> IFilterProvider.GetFilters(DictionaryToken dictionary)
    {
        if (dictionary.TryGet(NameToken.Type, out NameToken type) && type == NameToken.Xref)
        {
            if (Objects(dictionary) > MostObjects)
                throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"a list of objects names more than {MostObjects:N0}"));
            if (dictionary.TryGet(NameToken.W, out ArrayToken widths) && widths.Data.OfType<NumericToken>().Any(width => width.Double is < 0 or > LongestNumber))
                throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"a list of objects has numbers of less than 0 or more than {LongestNumber} bytes"));
        }

        return GetFilters(dictionary);
    }

    // "/Size 10", or "/Index [first count first count …]".
    private static long Objects(DictionaryToken list)
    {
        if (list.TryGet(NameToken.Index, out ArrayToken index))
            return index.Data.Where((number, i) => i % 2 == 1 && number is NumericToken).Sum(number => Math.Max(0L, ((NumericToken)number).Int));
        return list.TryGet(NameToken.Size, out NumericToken size) ? size.Int : 0;
    }

    private static Dictionary<string, IFilter> All()
    {
        IFilter flate = new Limited(new FlateFilter(), InflatesWithin), lzw = new Limited(new LzwFilter(), IsShort), picture = new Picture();
        IFilter hex = new AsciiHexDecodeFilter(), ascii = new Ascii85Filter(), runs = new RunLengthFilter();
        return new Dictionary<string, IFilter>(StringComparer.Ordinal)
        {
            ["FlateDecode"] = flate, ["Fl"] = flate, ["LZWDecode"] = lzw, ["LZW"] = lzw, ["ASCIIHexDecode"] = hex, ["AHx"] = hex, ["ASCII85Decode"] = ascii, ["A85"] = ascii,
            ["RunLengthDecode"] = runs, ["RL"] = runs, ["CCITTFaxDecode"] = picture, ["CCF"] = picture, ["DCTDecode"] = picture, ["DCT"] = picture, ["JBIG2Decode"] = picture, ["JPXDecode"] = picture,
        };
    }

    private static bool IsShort(Memory<byte> packed) => packed.Length <= LongestLzw;

    private static bool InflatesWithin(Memory<byte> packed)
    {
        var most = Math.Max(AlwaysFits, (long)MostPacked * packed.Length);
        var bytes = MemoryMarshal.TryGetArray<byte>(packed, out var segment) ? segment : new ArraySegment<byte>(packed.ToArray());
        using var stream = new ZLibStream(new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false), CompressionMode.Decompress);
        var buffer = new byte[64 * 1024];
        try
        {
            for (long length = 0, read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
            {
                if ((length += read) > most)
                    return false;
            }
        }
        catch (InvalidDataException)
        {
            // Damaged from here on, within what it may hold: the library makes the best of it.
        }

        return true;
    }

    /// <summary>A filter that looks at the packed bytes before it unpacks them.</summary>
    private sealed class Limited(IFilter filter, Func<Memory<byte>, bool> fits) : IFilter
    {
        public bool IsSupported => filter.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            if (!fits(input))
                throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"a stream of {input.Length} bytes unpacks to more than {MostPacked} times as much"));
            if (Row(DecodeParameterResolver.GetFilterParameters(streamDictionary, filterIndex)) > LongestRow)
                throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"a stream has rows of more than {LongestRow:N0} bytes"));
            return filter.Decode(input, streamDictionary, filterProvider, filterIndex);
        }

        private static double Row(DictionaryToken parameters) => Number(parameters, NameToken.Columns, 1) * Number(parameters, NameToken.Colors, 1) * Number(parameters, NameToken.BitsPerComponent, 8) / 8;

        private static double Number(DictionaryToken parameters, NameToken name, int otherwise) => parameters.TryGet(name, out NumericToken number) ? number.Double : otherwise;
    }

    /// <summary>A filter that only pictures are packed with.</summary>
    private sealed class Picture : IFilter
    {
        public bool IsSupported => false;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex) => throw new InvalidDataException("text is packed as a picture");
    }
}
