using System.Text;

namespace KnowledgeBase.Corpus.Reading.Encodings;

/// <summary>Encodings of two and four bytes a character, by byte order mark or by where their zero bytes stand.</summary>
internal static class ByteOrder
{
    private static readonly UnicodeEncoding BigEndian = new(bigEndian: true, byteOrderMark: true);

    /// <summary>The encoding that a byte order mark names; null where there is none, or UTF-8's.</summary>
    public static Encoding? Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, 0, 0, ..] => Encoding.UTF32,
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => BigEndian,
        _ => null,
    };

    /// <summary>UTF-16 without a mark, in the byte order by which the file is text; null where it is text in neither.</summary>
    public static Encoding? Guess(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length % 2 != 0)
            return null;
        foreach (var encoding in (UnicodeEncoding[])[new(bigEndian: false, byteOrderMark: false), new(bigEndian: true, byteOrderMark: false)])
        {
            if (IsText(encoding.GetString(bytes)))
                return encoding;
        }

        return null;
    }

    // Read in the wrong order, a line feed and most Latin letters are letters of scripts that no report is in.
    private static bool IsText(string text)
    {
        var usual = text.Count(c => c is (>= ' ' and < '\u007F') or '\n' or '\r' or '\t' or (>= '\u00A0' and <= '\u024F') or (>= '\u2010' and <= '\u2027') or (>= '\u3000' and <= '\u303F') or (>= '\u4E00' and <= '\u9FFF') or (>= '\uFF00' and <= '\uFFEF'));
        return usual * 20 >= text.Length * 19 && text.AsSpan().ContainsAny('\n', ' ');
    }
}
