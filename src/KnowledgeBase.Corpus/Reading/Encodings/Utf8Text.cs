using System.Text;
using System.Text.Unicode;

namespace KnowledgeBase.Corpus.Reading.Encodings;

/// <summary>Whether bytes are UTF-8.</summary>
internal static class Utf8Text
{
    /// <summary>Whether all bytes are.</summary>
    public static bool IsValid(ReadOnlySpan<byte> bytes) => Utf8.IsValid(bytes);

    /// <summary>Whether bytes are UTF-8 with some damage: four sound characters beyond ASCII to each damaged one.</summary>
    public static bool IsNearly(ReadOnlySpan<byte> bytes)
    {
        var (sound, damaged) = (0, 0);
        while (bytes.Length > 0)
        {
            var isSound = Rune.DecodeFromUtf8(bytes, out var rune, out var length) == System.Buffers.OperationStatus.Done;
            damaged += isSound ? 0 : 1;
            sound += isSound && rune.Value >= 0x80 ? 1 : 0;
            bytes = bytes[length..];
        }

        return sound >= 4 * damaged;
    }
}
