using System.Globalization;
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

    /// <summary>Checks the tables of a font.</summary>
    /// <exception cref="InvalidDataException">One names more characters than a font can have.</exception>
    public static void Check(DictionaryToken font, IPdfTokenScanner scanner, ILookupFilterProvider filters)
    {
        foreach (var name in (ReadOnlySpan<NameToken>)[NameToken.ToUnicode, NameToken.Encoding])
        {
            if (font.TryGet(name, scanner, out StreamToken? map))
                CheckMap(map.Decode(filters, scanner), name);
        }

        if (font.TryGet(NameToken.DescendantFonts, scanner, out ArrayToken? descendants) && descendants.Length > 0 && DirectObjectFinder.TryGet(descendants[0], scanner, out DictionaryToken? descendant))
        {
            CheckWidths(descendant, NameToken.W, 1, scanner);
            CheckWidths(descendant, NameToken.W2, 3, scanner);
        }
    }

    // "first [width width …]" or "first last width", and of vertical type three numbers for a width.
    private static void CheckWidths(DictionaryToken font, NameToken name, int numbers, IPdfTokenScanner scanner)
    {
        if (!font.TryGet(name, scanner, out ArrayToken? widths))
            return;
        long characters = 0;
        for (var i = 0; i + 1 < widths.Length; i += 2)
        {
            if (DirectObjectFinder.TryGet(widths[i + 1], scanner, out NumericToken? last) && DirectObjectFinder.TryGet(widths[i], scanner, out NumericToken? first))
            {
                Count(ref characters, (long)last.Int - first.Int, name);
                i += numbers;
            }
        }
    }

    // "2 beginbfrange <0041> <005A> <0061> <00C0> <00C1> [<0061> <0062>] endbfrange"
    private static void CheckMap(Memory<byte> map, NameToken name)
    {
        var tokens = new CoreTokenScanner(new MemoryInputBytes(map), usePdfDocEncoding: false, new StackDepthGuard(256), isCMapParser: true);
        long characters = 0;
        IToken? before = null;
        for (; tokens.MoveNext(); before = tokens.CurrentToken)
        {
            if (tokens.CurrentToken is not OperatorToken { Data: var command })
                continue;
            if (command == "begincodespacerange" && before is NumericToken { Double: > MostCodeRanges })
                throw TooMany(name);
            if (command is not ("beginbfrange" or "begincodespacerange"))
                continue;
            while (tokens.TryReadToken<HexToken>(out var first) && tokens.TryReadToken<HexToken>(out var last))
            {
                if (command == "begincodespacerange" ? Math.Max(first.Bytes.Length, last.Bytes.Length) > LongestCode : !tokens.MoveNext())
                    throw TooMany(name);
                if (command == "beginbfrange" && tokens.CurrentToken is HexToken)
                    Count(ref characters, Distance(first.Bytes, last.Bytes), name);
            }
        }
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

    private static void Count(ref long characters, long distance, NameToken name)
    {
        if (distance >= MostCharacters || (characters += Math.Max(0, distance) + 1) > MostCharacters)
            throw TooMany(name);
    }

    private static InvalidDataException TooMany(NameToken name) => new(string.Create(CultureInfo.InvariantCulture, $"the table {name} of a font names more characters than a font can have"));
}
