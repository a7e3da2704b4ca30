using System.Globalization;
using System.IO.Compression;
using System.Text;
using ICU4N.Text;

namespace KnowledgeBase.Tables;

/// <summary>
/// Writes the character tables of KnowledgeBase.Corpus from ICU's transliterators, so that neither the service nor the
/// command line carries ICU. han.tsv.gz: Han character, simplified form if another, reading in pinyin without tone.
/// fold.tsv.gz: other character, what it is without accent, width or ligature (é e, Ａ A, ﬁ fi).
/// </summary>
internal static class CharacterTables
{
    public static void Write(string folder)
    {
        Write(folder, "han.tsv.gz", HanTable());
        Write(folder, "fold.tsv.gz", FoldTable());
    }

    private static string HanTable()
    {
        var toSimplified = Transliterator.GetInstance("Traditional-Simplified");
        var toLatin = Transliterator.GetInstance("Han-Latin");
        var table = new StringBuilder();
        foreach (var c in Letters([(0x3400, 0x9FFF), (0xF900, 0xFAFF)]))
        {
            var text = c.ToString();
            var simplified = toSimplified.Transliterate(text.Normalize(NormalizationForm.FormC));
            if (simplified.Length != 1)
                simplified = text;
            var reading = Reading(toLatin, text);
            if (simplified != text || reading.Length > 0)
                table.Append(c).Append('\t').Append(simplified == text ? "" : simplified).Append('\t').Append(reading).Append('\n');
        }

        return table.ToString();
    }

    private static string FoldTable()
    {
        var fold = Transliterator.GetInstance("NFKD; [:Nonspacing Mark:] Remove; Latin-ASCII; NFC");
        var table = new StringBuilder();
        for (var c = '\u00A0'; c < '\uFFF0'; c++)
        {
            // 、。《》 are marks of their own, not a writing of , . << >>.
            if (c is (>= '\u3400' and < '\uFB00') or (> '\u3000' and < '\u3040') || char.GetUnicodeCategory(c) is UnicodeCategory.OtherNotAssigned or UnicodeCategory.NonSpacingMark)
                continue;
            var folded = fold.Transliterate(c.ToString());
            if (folded != c.ToString() && folded.Length > 0 && folded.Trim() == folded)
                table.Append(c).Append('\t').Append(folded).Append('\n');
        }

        return table.ToString();
    }

    private static IEnumerable<char> Letters((int First, int Last)[] blocks) =>
        from block in blocks
        from c in Enumerable.Range(block.First, block.Last - block.First + 1)
        where char.GetUnicodeCategory((char)c) == UnicodeCategory.OtherLetter
        select (char)c;

    // "lǜ" → "lü": the tone goes, the diaeresis stays, for it tells two syllables apart.
    private static string Reading(Transliterator transliterator, string text)
    {
        var latin = transliterator.Transliterate(text);
        if (latin == text || latin.Any(c => c > 0x2FF))
            return "";
        var letters = latin.Normalize(NormalizationForm.FormD)
            .Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark || c == '\u0308');
        return string.Concat(letters).Normalize(NormalizationForm.FormC).Trim();
    }

    private static void Write(string folder, string name, string table)
    {
        using var gzip = new GZipStream(File.Create(Path.Combine(folder, name)), CompressionLevel.SmallestSize);
        gzip.Write(Encoding.UTF8.GetBytes(table));
    }
}
