using System.Text;

namespace KnowledgeBase.Corpus.Reading.Encodings;

/// <summary>
/// The lines of a file that is no valid UTF-8, told apart: a file that was put together of two (a page in GB18030 pasted
/// under notes in UTF-8) is read line by line. All encodings in question write a line feed as the byte 10.
/// </summary>
internal sealed class MixedLines
{
    private const int ShortestForeign = 4;
    private readonly List<bool> _isForeign = [];

    /// <summary>Whether the file as a whole is not UTF-8: hardly a line beyond ASCII is.</summary>
    public bool IsForeign { get; private set; }

    /// <summary>The lines that are not UTF-8, joined.</summary>
    public byte[] Foreign { get; private set; } = [];

    /// <summary>How many lines are not UTF-8.</summary>
    public int ForeignCount => _isForeign.Count(isForeign => isForeign);

    /// <summary>The first line that is not, 1-based; 0 where all are.</summary>
    public int FirstForeign => _isForeign.IndexOf(true) + 1;

    /// <summary>Tells the lines apart.</summary>
    public static MixedLines Read(ReadOnlySpan<byte> body)
    {
        var lines = new MixedLines();
        using var foreign = new MemoryStream();
        var (sound, unsound) = (0L, 0L);
        foreach (var range in body.Split((byte)'\n'))
        {
            var line = body[range];
            var beyond = CountBeyondAscii(line);
            var isSound = Utf8Text.IsNearly(line);
            sound += isSound ? beyond : 0;
            unsound += isSound ? 0 : beyond;
            // A stray byte in a line is damage, not another encoding.
            lines._isForeign.Add(!isSound && beyond >= ShortestForeign);
            if (!lines._isForeign[^1])
                continue;
            foreign.Write(line);
            foreign.WriteByte((byte)'\n');
        }

        lines.Foreign = foreign.ToArray();
        lines.IsForeign = sound * 20 < unsound;
        return lines;
    }

    /// <summary>The text, each line by its own encoding.</summary>
    public string Decode(ReadOnlySpan<byte> body, Encoding foreign)
    {
        var text = new StringBuilder();
        var i = 0;
        foreach (var range in body.Split((byte)'\n'))
        {
            if (i > 0)
                text.Append('\n');
            text.Append((_isForeign[i++] ? foreign : Encoding.UTF8).GetString(body[range]));
        }

        return text.ToString();
    }

    private static int CountBeyondAscii(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        foreach (var b in bytes)
            count += b >= 0x80 ? 1 : 0;
        return count;
    }
}
