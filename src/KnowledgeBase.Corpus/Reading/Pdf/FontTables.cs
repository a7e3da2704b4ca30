using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Parser.Parts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace KnowledgeBase.Corpus.Reading.Pdf;

/// <summary>
/// The tables of a font that name characters by ranges (PDF 32000-1, 9.7.4.3 and 9.10.3). The library makes an entry for each
/// character of a range, and a damaged bound stands for two thousand million: <c>/W [1 2000000000 500]</c>.
/// </summary>
internal static class FontTables
{
    // A font has 65,536 characters at most; a table may name one more than once.
    private const long MostCharacters = 500_000;

    // A code has four bytes at most, and a block of a map a hundred ranges of codes.
    private const int LongestCode = 4;
    private const int MostCodeRanges = 1000;

    // Where one of these is missing, the end of the dictionary is too, and the library reads on.
    private static readonly Dictionary<NameToken, IReadOnlyList<NameToken>> Required = new() { [NameToken.CidSystemInfo] = [NameToken.Registry, NameToken.Ordering, NameToken.Supplement] };

    /// <summary>
    /// The table of a font that names more characters than a font can have; null where there is none. What is wrong with a table
    /// otherwise is for the library to say, which reads the font without it or leaves the font out.
    /// </summary>
    public static NameToken? Overfull(DictionaryToken font, IPdfTokenScanner scanner, ILookupFilterProvider filters)
    {
        foreach (var name in (ReadOnlySpan<NameToken>)[NameToken.ToUnicode, NameToken.Encoding])
        {
            if (IsOverfull(() => font.TryGet(name, scanner, out StreamToken? map) && IsMapOverfull(map.Decode(filters, scanner))))
                return name;
        }

        foreach (var (name, numbers) in (ReadOnlySpan<(NameToken, int)>)[(NameToken.W, 1), (NameToken.W2, 3)])
        {
            if (IsOverfull(() => Descendant(font, scanner) is { } descendant && IsWidthsOverfull(descendant, name, numbers, scanner)))
                return name;
        }

        return null;
    }

    private static bool IsOverfull(Func<bool> look)
    {
        try
        {
            return look();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Damaged in another way.
            return false;
        }
    }

    private static DictionaryToken? Descendant(DictionaryToken font, IPdfTokenScanner scanner) =>
        font.TryGet(NameToken.DescendantFonts, scanner, out ArrayToken? descendants) && descendants.Length > 0 && DirectObjectFinder.TryGet(descendants[0], scanner, out DictionaryToken? descendant) ? descendant : null;

    // "first [width width …]" or "first last width", and of vertical type three numbers for a width.
    private static bool IsWidthsOverfull(DictionaryToken font, NameToken name, int numbers, IPdfTokenScanner scanner)
    {
        if (!font.TryGet(name, scanner, out ArrayToken? widths))
            return false;
        long characters = 0;
        for (var i = 0; i + 1 < widths.Length; i += 2)
        {
            if (DirectObjectFinder.TryGet(widths[i + 1], scanner, out NumericToken? last) && DirectObjectFinder.TryGet(widths[i], scanner, out NumericToken? first))
            {
                characters += Length((long)last.Int - first.Int);
                i += numbers;
            }
        }

        return characters > MostCharacters;
    }

    // "2 beginbfrange <0041> <005A> <0061> <00C0> <00C1> [<0061> <0062>] endbfrange"
    private static bool IsMapOverfull(Memory<byte> map)
    {
        var tokens = new CoreTokenScanner(new MemoryInputBytes(map), usePdfDocEncoding: false, new StackDepthGuard(256), namedDictionaryRequiredKeys: Required, isCMapParser: true);
        long characters = 0;
        IToken? before = null;
        for (; tokens.MoveNext(); before = tokens.CurrentToken)
        {
            if (tokens.CurrentToken is not OperatorToken { Data: var command })
                continue;
            if (command == "begincodespacerange" && before is NumericToken { Double: > MostCodeRanges })
                return true;
            if (command is not ("beginbfrange" or "begincodespacerange"))
                continue;
            while (tokens.TryReadToken<HexToken>(out var first) && tokens.TryReadToken<HexToken>(out var last))
            {
                if (command == "begincodespacerange" && Math.Max(first.Bytes.Length, last.Bytes.Length) > LongestCode)
                    return true;
                if (command == "beginbfrange" && tokens.MoveNext() && tokens.CurrentToken is HexToken && (characters += Length(Distance(first.Bytes, last.Bytes))) > MostCharacters)
                    return true;
            }
        }

        return false;
    }

    // The library compares byte by byte as far as the first code goes: <00000041> up to <5A> is <00000041> up to <5A……>.
    private static long Distance(ReadOnlySpan<byte> first, ReadOnlySpan<byte> last)
    {
        var same = first.CommonPrefixLength(last);
        first = first[same..];
        if (first.Length > LongestCode)
            return long.MaxValue;
        Span<byte> end = stackalloc byte[first.Length];
        end.Fill(byte.MaxValue);
        last[same..Math.Min(last.Length, same + end.Length)].CopyTo(end);
        return Number(end) - Number(first);
    }

    private static long Number(ReadOnlySpan<byte> bytes)
    {
        long number = 0;
        foreach (var value in bytes)
            number = (number << 8) | value;
        return number;
    }

    // Of a range, in characters; no more than is too many, so that none of a thousand of them is too many for a number.
    private static long Length(long distance) => Math.Clamp(distance, 0, MostCharacters) + 1;
}
