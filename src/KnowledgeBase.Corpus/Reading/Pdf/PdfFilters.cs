using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace KnowledgeBase.Corpus.Reading.Pdf;

/// <summary>
/// The filters that unpack a PDF's streams, held to what a stream can hold in earnest: a page's drawing is three to thirty times as
/// large as it is packed, a bomb a thousand times, and one inside another a million.
/// </summary>
internal sealed class PdfFilters : BaseFilterProvider
{
    private const int MostPacked = 100;
    private const int AlwaysFits = 10_000_000;

    // LZW is of the time before Flate, and unpacks to three thousand times as much at most.
    private const int LongestLzw = 1_000_000;

    /// <summary>The filters.</summary>
    public static readonly PdfFilters Instance = new();

    private PdfFilters()
        : base(All())
    {
    }

    private static Dictionary<string, IFilter> All()
    {
        IFilter flate = new Limited(new FlateFilter(), InflatesWithin), lzw = new Limited(new LzwFilter(), IsShort);
        IFilter hex = new AsciiHexDecodeFilter(), ascii = new Ascii85Filter(), runs = new RunLengthFilter(), fax = new CcittFaxDecodeFilter(), dct = new DctDecodeFilter();
        return new Dictionary<string, IFilter>(StringComparer.Ordinal)
        {
            ["FlateDecode"] = flate, ["Fl"] = flate, ["LZWDecode"] = lzw, ["LZW"] = lzw, ["ASCIIHexDecode"] = hex, ["AHx"] = hex, ["ASCII85Decode"] = ascii, ["A85"] = ascii,
            ["RunLengthDecode"] = runs, ["RL"] = runs, ["CCITTFaxDecode"] = fax, ["CCF"] = fax, ["DCTDecode"] = dct, ["DCT"] = dct, ["JBIG2Decode"] = new Jbig2DecodeFilter(), ["JPXDecode"] = new JpxDecodeFilter(),
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

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex) => fits(input)
            ? filter.Decode(input, streamDictionary, filterProvider, filterIndex)
            : throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"a stream of {input.Length} bytes unpacks to more than {MostPacked} times as much"));
    }
}
