using System.Text;

namespace KnowledgeBase.Corpus.Reading.Encodings;

/// <summary>
/// Decodes text: by byte order mark, as UTF-8 where that is valid, else as the encoding that is detected. Bytes that are
/// damaged become U+FFFD and the rest is read, so that one bad byte does not lose a report.
/// </summary>
internal static class TextDecoder
{
    /// <summary>The decoded text; null where it is no text, which an error explains.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="declared">The encoding that the file declares, as a web page does; null where it does not.</param>
    /// <param name="problems">Receives what is wrong, and a note where the encoding is not UTF-8.</param>
    public static ExtractedText? Decode(byte[] bytes, string? declared, FileProblems problems)
    {
        if (ByteOrder.Of(bytes) is { } marked)
            return Noted(marked.GetString(bytes.AsSpan(marked.Preamble.Length)), marked, "by its byte order mark", problems);

        ReadOnlySpan<byte> body = bytes.AsSpan(bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0);
        if (body.Contains((byte)0))
        {
            if (ByteOrder.Guess(body) is { } wide)
                return Noted(wide.GetString(body), wide, "by its zero bytes", problems);
            problems.Fail("KB002", $"the file is binary (it holds NUL bytes): it seems to be {FileKind.Describe(body)}");
            return null;
        }

        if (Utf8Text.IsValid(body))
            return new ExtractedText(Encoding.UTF8.GetString(body), "utf-8");
        return DecodeDamaged(body, declared, problems);
    }

    private static ExtractedText? DecodeDamaged(ReadOnlySpan<byte> body, string? declared, FileProblems problems)
    {
        var lines = MixedLines.Read(body);
        if (lines.IsForeign && LegacyEncoding.Of(body, declared) is { } whole)
            return DecodeWhole(body, whole, problems);
        if (!lines.IsForeign && lines.Foreign.Length > 0 && LegacyEncoding.Of(lines.Foreign, declared) is { } other)
            return Mixed(lines, body, other, problems);

        var text = Encoding.UTF8.GetString(body);
        var first = text.IndexOf('\uFFFD', StringComparison.Ordinal);
        var (damaged, line) = (text.Count(c => c == '\uFFFD'), text.AsSpan(0, first).Count('\n') + 1);
        var offset = Encoding.UTF8.GetByteCount(text.AsSpan(0, first));
        if (damaged * 10 > text.Length)
        {
            problems.Fail("KB004", $"the file is not UTF-8 (first bad byte at offset {offset}, {damaged} in all), and no other encoding fits: save it as UTF-8", line);
            return null;
        }

        problems.Fail("KB004", $"invalid UTF-8 at byte {offset}; {damaged} damaged characters were read as U+FFFD", line);
        return new ExtractedText(text, "utf-8");
    }

    private static ExtractedText DecodeWhole(ReadOnlySpan<byte> body, Encoding encoding, FileProblems problems)
    {
        var text = encoding.GetString(body);
        var first = text.IndexOf('\uFFFD', StringComparison.Ordinal);
        if (first >= 0)
            problems.Fail("KB004", $"invalid {NameOf(encoding)}; {text.Count(c => c == '\uFFFD')} damaged characters were read as U+FFFD", text.AsSpan(0, first).Count('\n') + 1);
        return Noted(text, encoding, "detected", problems);
    }

    private static ExtractedText Mixed(MixedLines lines, ReadOnlySpan<byte> body, Encoding other, FileProblems problems)
    {
        problems.Fail("KB004", $"the file mixes encodings: this line{(lines.ForeignCount == 1 ? " is" : $" and {lines.ForeignCount - 1} more are")} not UTF-8 but {NameOf(other)}; each line was read by its own: compare them and save the file as UTF-8", lines.FirstForeign);
        return new ExtractedText(lines.Decode(body, other), "utf-8");
    }

    private static ExtractedText Noted(string text, Encoding encoding, string how, FileProblems problems)
    {
        problems.Note("KB009", $"the file was read as {NameOf(encoding)} ({how})");
        return new ExtractedText(text, encoding.WebName);
    }

    private static string NameOf(Encoding encoding) => encoding.WebName is "big5" ? "Big5" : encoding.WebName.ToUpperInvariant();
}
