using System.IO.Compression;
using System.Text;
using KnowledgeBase.Tests;

namespace KnowledgeBase.Fuzz.Targets;

/// <summary>Word documents: mostly one part is changed inside a sound archive, as XML or as bytes; seldom the archive itself.</summary>
internal sealed class WordTarget : FileTarget
{
    private static readonly string[] Tokens = ["<w:p>", "</w:p>", "<w:r>", "<w:t>", "<w:tbl>", "<w:tr>", "<w:tc>", "<w:sdt>", "<w:pPr>", "<w:numPr>", "w:val=\"", "mc:AlternateContent", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&b;", "&#0;", "<![CDATA[", "xmlns:w=\"", "\0", "/", ">", "字"];

    private readonly byte[][] _seeds;
    private readonly (string Name, byte[] Bytes)[][] _archives;
    private readonly Mutator<byte> _outside;
    private readonly Mutator<byte>[] _inside;

    /// <summary>Makes the target.</summary>
    /// <param name="withHostile">Whether hostile documents are among the seeds; making the bombs takes seconds.</param>
    public WordTarget(bool withHostile = true)
        : base(".docx")
    {
        var plain = WordFile.OfMarkdown(Encoding.UTF8.GetString(SeedFiles.Document(".md")));
        var rich = WordFile.Of(Rich, "论坛报告");
        _archives = [PartsOf(plain), PartsOf(rich)];
        _seeds = [plain, rich, .. withHostile ? HostileWord.All(_archives[1]) : []];
        _outside = new Mutator<byte>([plain, rich], [[0], [0xFF], "PK\x01\x02"u8.ToArray(), "PK\x05\x06"u8.ToArray(), "word/document.xml"u8.ToArray()], isWhole: true);
        _inside = [.. _archives.Select(parts => new Mutator<byte>([.. parts.Select(part => part.Bytes)], [.. Tokens.Select(Encoding.UTF8.GetBytes)], isWhole: true))];
    }

    /// <inheritdoc/>
    public override string Name => "docx";

    private static string Rich =>
        WordFile.Paragraph("论坛报告", "<w:pStyle w:val=\"T\"/>") + WordFile.Paragraph("主论坛", "<w:pStyle w:val=\"own\"/>")
        + WordFile.Paragraph("清华大学教授**张三**指出，数据应当共享。", "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/></w:numPr>")
        + WordFile.Paragraph("第二层", "<w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"2\"/></w:numPr>") + WordFile.Paragraph("目录", "<w:pStyle w:val=\"toc1\"/>")
        + $"<w:tbl><w:tr><w:tc>{WordFile.Paragraph("姓名")}</w:tc><w:tc>{WordFile.Paragraph("观点")}</w:tc></w:tr></w:tbl>"
        + $"<w:sdt><w:sdtContent>{WordFile.Paragraph("框中")}</w:sdtContent></w:sdt>"
        + $"<w:p><w:ins w:id=\"1\">{WordFile.Run("加上")}</w:ins><w:del w:id=\"2\"><w:r><w:delText>删去</w:delText></w:r></w:del><w:r><w:br/><w:tab/><w:noBreakHyphen/></w:r>{WordFile.Run("藏", "<w:vanish/>")}</w:p>";

    /// <inheritdoc/>
    public override byte[] Make(Random random, int number)
    {
        if (number < _seeds.Length)
            return _seeds[number];
        if (random.Next(8) == 0)
            return _outside.Make(random, int.MaxValue);
        var chosen = random.Next(_archives.Length);
        var parts = _archives[chosen].ToArray();
        var at = random.Next(parts.Length);
        var isMarkup = random.Next(3) > 0;
        parts[at].Bytes = isMarkup ? Encoding.UTF8.GetBytes(XmlMutator.Change(Encoding.UTF8.GetString(parts[at].Bytes).TrimStart('\uFEFF'), random)) : _inside[chosen].Make(random, int.MaxValue);
        return ArchiveOf(parts);
    }

    /// <summary>An archive of parts; the bytes of one of them may be followed by some that come very often.</summary>
    public static byte[] ArchiveOf(IEnumerable<(string Name, byte[] Bytes)> parts, (string Name, byte[] Block, int Times, byte[] End) bomb = default)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, bytes) in parts)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(bytes);
                if (name != bomb.Name)
                    continue;
                for (var i = 0; i < bomb.Times; i++)
                    entry.Write(bomb.Block);
                entry.Write(bomb.End);
            }
        }

        return stream.ToArray();
    }

    private static (string Name, byte[] Bytes)[] PartsOf(byte[] document)
    {
        using var archive = new ZipArchive(new MemoryStream(document));
        return [.. archive.Entries.Select(entry =>
        {
            using var stream = entry.Open();
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return (entry.FullName, copy.ToArray());
        })];
    }
}
