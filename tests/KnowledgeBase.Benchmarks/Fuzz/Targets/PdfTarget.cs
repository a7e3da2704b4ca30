using System.Text;
using KnowledgeBase.Tests;

namespace KnowledgeBase.Fuzz.Targets;

/// <summary>PDF files.</summary>
/// <param name="withHostile">Whether hostile files are among the seeds; making the bombs takes seconds.</param>
internal sealed class PdfTarget(bool withHostile = true) : FileTarget(".pdf")
{
    private static readonly string[] Tokens =
    [
        "obj\n", "endobj\n", "stream\n", "endstream\n", "xref\n", "trailer\n", "startxref\n", "%%EOF", "0 R ", "1 0 R ", "2 0 R ", "7 0 R ", "<<", ">>", "[", "]", "(", ")", "<", ">", "/Type ", "/Page ", "/Pages ", "/Kids ", "/Count ", "/Length ", "/Filter /FlateDecode ", "/Filter /LZWDecode ", "/Filter /ASCII85Decode ", "/Filter /RunLengthDecode ", "/Filter /DCTDecode ", "/DecodeParms << /Predictor 15 /Columns 2147483647 >> ",
        "/Encrypt ", "/ObjStm ", "/XRef ", "/W [1 2 1] ", "/Index [0 2147483647] ", "/Prev ", "/Rotate 90 ", "/MediaBox [0 0 0 0] ", "/Widths [", "/FirstChar ", "/Differences [", "/Type3 ", "/CIDFontType2 ", "/FontFile2 ", "/Identity-H ", "/UniGB-UCS2-H ", " Tj ", " TJ ", " Tf ", " Tm ", " Td ", " cm ", " Do ", " BT ", " ET ", " q ", " Q ", " Tr ", " Tz ", " BI ", " ID ", " EI ", "beginbfrange ", "endbfrange ", "begincodespacerange ", "<FFFFFFFF> ", "2000000000 ", "/W2 ", "/Size ", "begincidrange ", "\0", "\n", "null ", "true ", "-",
    ];

    private static readonly byte[][] Sound = [RawPdf.English.ToBytes(), RawPdf.Chinese.ToBytes(), (RawPdf.Chinese with { List = "/Size 10 /W [1 4 2]" }).ToBytes(), SeedFiles.Document(".pdf")];

    private readonly Mutator<byte> _hostile = new([.. Sound, .. withHostile ? HostilePdf.All() : []], [.. Tokens.Select(Encoding.ASCII.GetBytes)], isWhole: true);
    private readonly Mutator<byte> _sound = new([.. Sound, .. Sound[..3], .. Sound[..3]], [.. Tokens.Select(Encoding.ASCII.GetBytes)], isWhole: true);

    /// <inheritdoc/>
    public override string Name => "pdf";

    /// <inheritdoc/>
    public override byte[] Make(Random random, int number) => number < _hostile.Seeds ? _hostile.Make(random, number) : (random.Next(16) == 0 ? _hostile : _sound).Make(random, int.MaxValue);
}
