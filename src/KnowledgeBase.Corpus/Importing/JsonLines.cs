namespace KnowledgeBase.Corpus.Importing;

/// <summary>A line of a file.</summary>
/// <param name="Number">1-based.</param>
/// <param name="Bytes">Its bytes without line end and byte order mark, until the next line is read; empty where it is too long.</param>
/// <param name="IsTooLong">Whether it has more bytes than a line may have.</param>
internal readonly record struct JsonLine(int Number, ReadOnlyMemory<byte> Bytes, bool IsTooLong = false);

/// <summary>Reads a file line by line through one buffer: a line may be long, the file without end.</summary>
internal static class JsonLines
{
    /// <summary>The most bytes that a line may have.</summary>
    public const int Longest = 4 * 1024 * 1024;

    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <summary>The lines that hold more than white space. LF and CR LF end a line, and the end of the file does.</summary>
    public static IEnumerable<JsonLine> Read(Stream file)
    {
        var number = 0;
        foreach (var (bytes, isTooLong) in Split(file))
        {
            number++;
            var line = number == 1 && bytes.Span.StartsWith(ByteOrderMark) ? bytes[ByteOrderMark.Length..] : bytes;
            if (isTooLong)
                yield return new JsonLine(number, default, IsTooLong: true);
            else if (line.Span.IndexOfAnyExcept(" \t\r"u8) >= 0)
                yield return new JsonLine(number, line);
        }
    }

    private static IEnumerable<(ReadOnlyMemory<byte> Bytes, bool IsTooLong)> Split(Stream file)
    {
        var buffer = new byte[64 * 1024];
        var (start, end, skipping) = (0, 0, false);
        while (true)
        {
            var length = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (length >= 0)
            {
                var isTooLong = skipping || length > Longest;
                yield return (isTooLong ? default : buffer.AsMemory(start, length), isTooLong);
                (start, skipping) = (start + length + 1, false);
                continue;
            }

            // What is left of a line that is too long is dropped as it comes.
            skipping |= end - start > Longest;
            (start, end) = (0, skipping ? 0 : Move(ref buffer, start, end));
            var read = file.Read(buffer, end, buffer.Length - end);
            if (read == 0)
                break;
            end += read;
        }

        if (end > start || skipping)
            yield return (skipping ? default : buffer.AsMemory(start, end - start), skipping);
    }

    // Moves what is left to the front; a buffer that is full of one line grows.
    private static int Move(ref byte[] buffer, int start, int end)
    {
        var moved = end - start;
        var target = moved > buffer.Length / 2 ? new byte[buffer.Length * 2] : buffer;
        buffer.AsSpan(start, moved).CopyTo(target);
        buffer = target;
        return moved;
    }
}
