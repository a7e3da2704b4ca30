using System.Security.Cryptography;
using System.Text;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Reading;

/// <summary>Reads a source file's bytes as text. What cannot be read is a diagnostic, not an exception.</summary>
public static class SourceReader
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// The decoded text of <paramref name="path"/>, or null where there is none to read (missing, empty, binary), which
    /// an error in <paramref name="diagnostics"/> explains. UTF-8, and UTF-16 with a byte order mark, are read.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="name">The name by which diagnostics and provenance call it.</param>
    /// <param name="diagnostics">Receives what was found wrong.</param>
    public static SourceText? Read(string path, string name, ICollection<Diagnostic> diagnostics)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            diagnostics.Add(Error("KB001", name, 1, $"the file cannot be read: {e.Message}"));
            return null;
        }

        if (bytes.AsSpan().IndexOfAnyExcept([(byte)' ', (byte)'\t', (byte)'\r', (byte)'\n', (byte)0xEF, (byte)0xBB, (byte)0xBF]) < 0)
        {
            diagnostics.Add(Error("KB003", name, 1, "the file is empty: no report to segment"));
            return null;
        }

        var text = Decode(bytes, name, diagnostics);
        return text is null ? null : new SourceText(name, text, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    private static string? Decode(byte[] bytes, string name, ICollection<Diagnostic> diagnostics)
    {
        if (bytes is [0xFF, 0xFE, ..])
            return Encoding.Unicode.GetString(bytes.AsSpan(2));
        if (bytes is [0xFE, 0xFF, ..])
            return Encoding.BigEndianUnicode.GetString(bytes.AsSpan(2));

        var body = bytes.AsSpan(bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0);
        if (body.Contains((byte)0))
        {
            diagnostics.Add(Error("KB002", name, 1, "the file is binary (it holds NUL bytes): save it as UTF-8 text or Markdown"));
            return null;
        }

        try
        {
            return Strict.GetString(body);
        }
        catch (DecoderFallbackException)
        {
            return DecodeDamaged(body, name, diagnostics);
        }
    }

    // The damaged characters become U+FFFD and the rest is read, so that one bad byte does not lose a report.
    private static string? DecodeDamaged(ReadOnlySpan<byte> body, string name, ICollection<Diagnostic> diagnostics)
    {
        var text = Encoding.UTF8.GetString(body);
        var first = text.IndexOf('\uFFFD', StringComparison.Ordinal);
        var damaged = text.Count(c => c == '\uFFFD');
        var line = text.AsSpan(0, first).Count('\n') + 1;
        var offset = Encoding.UTF8.GetByteCount(text.AsSpan(0, first));
        if (damaged * 10 > text.Length)
        {
            diagnostics.Add(Error("KB004", name, line, $"the file is not UTF-8 (first bad byte at offset {offset}, {damaged} in all): save it as UTF-8"));
            return null;
        }

        diagnostics.Add(Error("KB004", name, line, $"invalid UTF-8 at byte {offset}; {damaged} damaged characters were read as U+FFFD"));
        return text;
    }

    private static Diagnostic Error(string code, string file, int line, string message) =>
        new(code, Severity.Error, file, line, 1, message);
}
