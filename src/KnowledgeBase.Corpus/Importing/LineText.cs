using System.Text.Json;
using System.Text.Unicode;

namespace KnowledgeBase.Corpus.Importing;

/// <summary>Reads the bytes of a line as one JSON object, and finds places in it.</summary>
internal static class LineText
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    /// <summary>The object, to be disposed; or null with what is wrong and its 1-based column, in code points.</summary>
    public static JsonDocument? Parse(JsonLine line, out (int Column, string Message) mistake)
    {
        mistake = default;
        if (line.IsTooLong)
            mistake = (1, $"the line has more than {JsonLines.Longest / 1024 / 1024} MB: a statement stands on one line");
        else if (FirstBadByte(line.Bytes.Span) is >= 0 and var bad)
            mistake = (ColumnAt(line.Bytes.Span, bad), $"the line is not UTF-8 (byte {bad + 1}): save the file as UTF-8");
        else
            return ParseText(line.Bytes, ref mistake);
        return null;
    }

    /// <summary>The column, in code points from 1, at which the value of a member of the object begins; 1 for null.</summary>
    public static int ColumnOf(ReadOnlySpan<byte> line, string? member)
    {
        var reader = new Utf8JsonReader(line);
        while (member is not null && reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1 || !reader.ValueTextEquals(member))
                continue;
            reader.Read();
            return ColumnAt(line, (int)reader.TokenStartIndex);
        }

        return 1;
    }

    private static JsonDocument? ParseText(ReadOnlyMemory<byte> line, ref (int Column, string Message) mistake)
    {
        try
        {
            ReadEscapes(line.Span);
            var document = JsonDocument.Parse(line, Options);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return document;
            mistake = (1, "the line is no JSON object: {\"text\": \"…\"} is expected");
            document.Dispose();
        }
        catch (JsonException e)
        {
            // The parser's message ends with places that it counts from 0.
            var message = e.Message.Split(" LineNumber:", 2)[0].Split(" Path:", 2)[0];
            mistake = (ColumnAt(line.Span, (int)Math.Min(e.BytePositionInLine ?? 0, line.Length)), $"the line is no JSON: {message}");
        }
        catch (InvalidOperationException)
        {
            mistake = (1, "half a character is escaped (\\ud800 without its other half)");
        }

        return null;
    }

    // JSON can escape what no text can hold; then reading the string throws, and so do those who read names later.
    private static void ReadEscapes(ReadOnlySpan<byte> line)
    {
        if (line.IndexOf("\\u"u8) < 0)
            return;
        var reader = new Utf8JsonReader(line);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                reader.GetString();
        }
    }

    private static int FirstBadByte(ReadOnlySpan<byte> line)
    {
        if (Utf8.IsValid(line))
            return -1;
        var at = 0;
        while (System.Text.Rune.DecodeFromUtf8(line[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
            at += length;
        return at;
    }

    private static int ColumnAt(ReadOnlySpan<byte> line, int at)
    {
        var column = 1;
        foreach (var b in line[..at])
            column += (b & 0xC0) == 0x80 ? 0 : 1;
        return column;
    }
}
