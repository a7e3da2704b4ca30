using System.Text;

namespace KnowledgeBase.Fuzz.Targets;

/// <summary>Text files in any encoding, and in several at once.</summary>
internal sealed class DecoderTarget() : FileTarget(".txt")
{
    private static readonly byte[][] Marks = [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], [0xFF, 0xFE, 0, 0], [0, 0, 0xFE, 0xFF], [0], [0, 0, 0], [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x81, 0x30, 0x81, 0x30], [0x1B, 0x24, 0x42]];

    private readonly Mutator<byte> _mutator = new([.. Seeds()], [.. Marks, .. HostileText.Marks.Concat(HostileText.Pieces).SelectMany(Encoded)]);

    static DecoderTarget() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <inheritdoc/>
    public override string Name => "text";

    /// <inheritdoc/>
    public override byte[] Make(Random random, int number) => _mutator.Make(random, number);

    private static IEnumerable<byte[]> Seeds()
    {
        var report = Encoding.UTF8.GetString(SeedFiles.Document(".md"));
        byte[][] encoded = [.. Encoded(report), .. Encoded("This is an English report. Prof. Smith said that data should be shared.\n"), .. Encoded("數位落差，唐鳳表示，資料應當共享。\n")];
        return [.. encoded, .. Marks.Select(mark => (byte[])[.. mark, .. encoded[0]]), [.. encoded[0], .. encoded[1]], [.. encoded[3], .. encoded[0]], .. HostileText.All().Select(Encoding.UTF8.GetBytes), .. HostileText.Marks.Select(mark => Encoding.Unicode.GetBytes(HostileText.Repeat(mark, 20_000)))];
    }

    private static IEnumerable<byte[]> Encoded(string text) =>
        ((string[])["utf-8", "gb18030", "big5", "utf-16", "utf-16BE", "utf-32", "shift_jis", "euc-kr", "windows-1252"]).Select(name => Encoding.GetEncoding(name).GetBytes(text));
}
