using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace KnowledgeBase.Corpus.Reading.Word;

/// <summary>
/// Looks through the archive of a Word document before its parts are read as a tree: that it is one, that it does not unpack to
/// more than it can hold in earnest, and that nothing in it is nested without end, which would fill the stack.
/// </summary>
internal static class WordArchive
{
    private const string Body = "word/document.xml";

    // Word's own XML is five to thirty times as large as it is packed; a bomb a thousand times.
    private const int MostPacked = 100;
    private const long AlwaysFits = 10_000_000;

    // A table inside ten tables has some sixty.
    private const int Deepest = 300;

    /// <summary>Why the file is no document that can be opened: code and message; null where it is one.</summary>
    public static (string Code, string Message)? Refusal(byte[] bytes)
    {
        // Office encrypts a whole file and puts it into a compound file, where it is called so in UTF-16.
        if (FileKind.IsCompound(bytes) && bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0)
            return ("KB013", "the document is protected by a password: open it in Word and save it without one");
        if (!FileKind.IsZip(bytes))
            return ("KB012", $"the file is no Word document (.docx): it seems to be {FileKind.Describe(bytes)}");
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes, writable: false));
            if (archive.GetEntry(Body) is null && !archive.Entries.Any(entry => entry.FullName.StartsWith("word/", StringComparison.OrdinalIgnoreCase)))
                return ("KB012", $"the file is no Word document (.docx): it seems to be {FileKind.Describe(bytes)}");
            var parts = archive.Entries.Where(IsMarkup).ToList();
            return TooLarge(parts) ?? parts.Select(TooDeep).FirstOrDefault(refusal => refusal is not null);
        }
        catch (InvalidDataException e)
        {
            return ("KB012", $"the Word document is damaged ({e.Message}): download it anew, or open it in Word and save it");
        }
    }

    // By its first bytes, for a part may have any name: pictures and fonts begin otherwise.
    private static bool IsMarkup(ZipArchiveEntry part)
    {
        using var stream = part.Open();
        var start = new byte[2];
        return stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length
            && (start is [(byte)'<' or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0xEF, _] or [0xFF, 0xFE] or [0xFE, 0xFF] or [0, (byte)'<']);
    }

    // What the archive says of lengths may be wrong: what comes out counts.
    private static (string, string)? TooLarge(List<ZipArchiveEntry> parts)
    {
        var most = Math.Min(SourceReader.LargestFile, Math.Max(AlwaysFits, MostPacked * parts.Sum(part => part.CompressedLength)));
        var buffer = new byte[64 * 1024];
        var length = 0L;
        foreach (var part in parts)
        {
            using var stream = part.Open();
            for (var read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
            {
                if ((length += read) > most)
                    return ("KB008", string.Create(CultureInfo.InvariantCulture, $"the document unpacks to more than {most / 1e6:0} MB, at {part.FullName}: if it is so long, split it into several reports"));
            }
        }

        return null;
    }

    private static (string, string)? TooDeep(ZipArchiveEntry part)
    {
        try
        {
            using var reader = XmlReader.Create(part.Open(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, CloseInput = true });
            while (reader.Read())
            {
                if (reader.Depth > Deepest)
                    return ("KB012", $"the Word document is damaged ({part.FullName} is nested more than {Deepest} deep at line {((IXmlLineInfo)reader).LineNumber}, column {((IXmlLineInfo)reader).LinePosition}): open it in Word and save it anew");
            }
        }
        catch (XmlException)
        {
            // Whoever needs the part will say so; many are not read.
        }

        return null;
    }
}
