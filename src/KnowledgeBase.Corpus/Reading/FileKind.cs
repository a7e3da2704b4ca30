using System.Text;

namespace KnowledgeBase.Corpus.Reading;

/// <summary>The formats of report files: known by the ending of the name, checked against the first bytes.</summary>
internal enum FileFormat
{
    /// <summary>Markdown or plain text.</summary>
    Text,

    /// <summary>A web page.</summary>
    Html,

    /// <summary>Word, Office Open XML.</summary>
    Word,

    /// <summary>PDF.</summary>
    Pdf,
}

/// <summary>Tells formats apart.</summary>
internal static class FileKind
{
    private static readonly Dictionary<string, FileFormat> Formats = new(StringComparer.OrdinalIgnoreCase)
    {
        [".md"] = FileFormat.Text,
        [".markdown"] = FileFormat.Text,
        [".txt"] = FileFormat.Text,
        [".html"] = FileFormat.Html,
        [".htm"] = FileFormat.Html,
        [".docx"] = FileFormat.Word,
        [".pdf"] = FileFormat.Pdf,
    };

    /// <summary>The endings of report files, for messages.</summary>
    public static string Endings { get; } = string.Join(", ", Formats.Keys);

    /// <summary>Whether a name has one of the endings.</summary>
    public static bool IsKnown(string path) => Formats.ContainsKey(Path.GetExtension(path));

    /// <summary>The format that a name claims; a file of any other name is read as text.</summary>
    public static FileFormat Of(string path) => Formats.GetValueOrDefault(Path.GetExtension(path));

    /// <summary>What bytes look like, for the message that says why they are not what the file's name claims.</summary>
    public static string Describe(ReadOnlySpan<byte> bytes)
    {
        if (IsPdf(bytes))
            return "a PDF file: call it .pdf";
        if (IsCompound(bytes))
            return "a file of Office 97–2003 (.doc): save it as .docx";
        if (IsZip(bytes))
            return "a ZIP archive, as .docx files are, but without a Word document in it";
        var start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 512)]).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        if (start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
            return "a web page: call it .html, or download the file anew";
        if (start.StartsWith("{\\rtf", StringComparison.Ordinal))
            return "rich text (.rtf): save it as .docx";
        return bytes.Contains((byte)0) ? "an unknown binary file" : "plain text: call it .txt or .md";
    }

    /// <summary>Whether bytes begin as a PDF does, which may have some bytes of another program in front.</summary>
    public static bool IsPdf(ReadOnlySpan<byte> bytes) => bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0;

    /// <summary>Whether bytes are a ZIP archive.</summary>
    public static bool IsZip(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\x03\x04"u8);

    /// <summary>Whether bytes are an OLE compound file: Word 97–2003, or an encrypted file of today.</summary>
    public static bool IsCompound(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
}
