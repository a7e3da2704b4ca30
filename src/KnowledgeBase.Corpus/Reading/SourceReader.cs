using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KnowledgeBase.Corpus.Reading.Encodings;
using KnowledgeBase.Corpus.Reading.Html;
using KnowledgeBase.Corpus.Reading.Pdf;
using KnowledgeBase.Corpus.Reading.Word;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Reading;

/// <summary>Reads a source file's bytes as text. What cannot be read is a diagnostic, not an exception.</summary>
public static class SourceReader
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const long LargestFile = 200_000_000;

    /// <summary>
    /// The text of <paramref name="path"/>, or null where there is none to read, which an error in
    /// <paramref name="diagnostics"/> explains. The ending of the name tells the format: .html, .htm, .docx and .pdf are
    /// extracted, anything else is decoded as text.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="name">The name by which diagnostics and provenance call it.</param>
    /// <param name="diagnostics">Receives what was found wrong.</param>
    public static SourceText? Read(string path, string name, ICollection<Diagnostic> diagnostics) => Read(path, name, diagnostics, PdfProcess.Read);

    /// <summary>The same, with what shall read a PDF: <see cref="PdfProcess"/> for any file, <see cref="PdfReader"/> for one that does no harm.</summary>
    internal static SourceText? Read(string path, string name, ICollection<Diagnostic> diagnostics, Func<byte[], FileProblems, ExtractedText?> pdf)
    {
        var problems = new FileProblems(name, diagnostics);
        if (BytesOf(path, problems) is not { } bytes)
            return null;
        if (bytes.AsSpan().IndexOfAnyExcept([(byte)' ', (byte)'\t', (byte)'\r', (byte)'\n', (byte)0xEF, (byte)0xBB, (byte)0xBF]) < 0)
        {
            problems.Fail("KB003", "the file is empty: no report to segment");
            return null;
        }

        var extracted = FileKind.Of(path) switch
        {
            FileFormat.Html => HtmlReader.Read(bytes, problems),
            FileFormat.Word => WordReader.Read(bytes, problems),
            FileFormat.Pdf => pdf(bytes, problems),
            _ => TextDecoder.Decode(bytes, null, problems),
        };
        return extracted is null ? null : new SourceText(name, WellFormed(extracted.Text), Convert.ToHexStringLower(SHA256.HashData(bytes)))
        {
            Encoding = extracted.Encoding,
            StatedTitle = extracted.Title is { } title ? WellFormed(title) : null,
            PageStarts = extracted.PageStarts,
        };
    }

    // A PDF's font may say that a letter is half a character, which no file in UTF-8 can keep: it becomes U+FFFD, of the same length.
    private static string WellFormed(string text) =>
        text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 ? text : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static byte[]? BytesOf(string path, FileProblems problems)
    {
        try
        {
            var length = new FileInfo(path).Length;
            if (length <= LargestFile)
                return File.ReadAllBytes(path);
            problems.Fail("KB008", string.Create(CultureInfo.InvariantCulture, $"the file has {length / 1e6:0} MB, and at most {LargestFile / 1e6:0} MB are read: split it into several reports"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Fail("KB001", $"the file cannot be read: {e.Message}");
        }

        return null;
    }
}
