using System.Text;
using UtfUnknown;

namespace KnowledgeBase.Corpus.Reading.Encodings;

/// <summary>
/// Detects encodings from before Unicode. What a file declares is believed where its bytes bear it out. GB18030 and Big5 are
/// told by how many frequent characters either reading gives, also where a page of English has but a few dashes and
/// quotation marks in them; any other encoding is what UTF.Unknown finds.
/// </summary>
internal static class LegacyEncoding
{
    private const float Sure = 0.6f;
    private const string Frequent = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经这這個為國們時來對會發動過說產種後學經與数据數據智治理化合，。、：；？！“”‘’—…（）《》「」";

    /// <summary>The encoding of bytes; null where none fits.</summary>
    public static Encoding? Of(ReadOnlySpan<byte> bytes, string? declared)
    {
        var copy = bytes.ToArray();
        if (Fitting(declared, copy) is { } told)
            return told;
        var chinese = new[] { "gb18030", "big5" }.Select(name => Fitting(name, copy)).OfType<Encoding>()
            .MaxBy(encoding => encoding.GetString(copy).Count(IsFrequent));
        return chinese is not null && IsChinese(chinese.GetString(copy)) ? chinese : Fitting(Detected(copy), copy);
    }

    private static Encoding? Fitting(string? name, byte[] bytes) => name is not null && Find(name) is { } encoding && Fits(encoding, bytes) ? encoding : null;

    private static string? Detected(byte[] bytes) =>
        CharsetDetector.DetectFromBytes(bytes).Detected is { Confidence: >= Sure } detected ? detected.EncodingName : null;

    // GB2312 and GBK are parts of GB18030; what is called ISO 8859-1 is Windows-1252 wherever the two differ.
    private static Encoding? Find(string name)
    {
        if (name.StartsWith("gb", StringComparison.OrdinalIgnoreCase))
            name = "gb18030";
        if (name.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase))
            name = "windows-1252";
        if (name.StartsWith("utf", StringComparison.OrdinalIgnoreCase) || name.Contains("ascii", StringComparison.OrdinalIgnoreCase))
            return null;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool Fits(Encoding encoding, byte[] bytes)
    {
        var text = encoding.GetString(bytes);
        return text.Count(IsOdd) * 10 <= text.Count(c => c >= 0x80);
    }

    // Damage, control characters, private use: signs of a wrong guess.
    private static bool IsOdd(char c) => c is '\uFFFD' or (>= '\u0080' and <= '\u009F') or (>= '\uE000' and <= '\uF8FF');

    private static bool IsFrequent(char c) => c >= 0x80 && Frequent.Contains(c, StringComparison.Ordinal);

    // One in six characters of Chinese prose is a mark or one of the hundred most frequent ones.
    private static bool IsChinese(string text)
    {
        var beyond = text.Where(c => c >= 0x80).ToList();
        return beyond.Count(IsFrequent) * 6 >= beyond.Count && beyond.Count(c => IsHan(c) || Frequent.Contains(c, StringComparison.Ordinal)) * 10 >= beyond.Count * 9;
    }

    private static bool IsHan(char c) => c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3000' and <= '\u303F') or (>= '\uFF00' and <= '\uFFEF') or (>= '\u2010' and <= '\u2027');
}
