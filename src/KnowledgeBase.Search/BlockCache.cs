using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace KnowledgeBase.Search;

/// <summary>
/// Blocks of an index's files, kept in memory after they were read: a search reads a thousand small pieces, mostly of the same
/// blocks, and to ask the system for each takes longer than to decode it. Each block has one place, and the one read last stays
/// there; memory is taken as blocks come, and no more than for all places. Safe for use by several threads.
/// </summary>
internal sealed class BlockCache
{
    /// <summary>The size of a block in bytes.</summary>
    public const int BlockSize = 4096;

    // 64 MB.
    private const int PlaceBits = 14;
    private const int Locks = 256;
    private readonly Slot[] _slots = new Slot[1 << PlaceBits];
    private readonly object[] _locks = [.. Enumerable.Range(0, Locks).Select(_ => new object())];

    /// <summary>Copies bytes of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="offset">The first byte.</param>
    /// <param name="bytes">Receives them.</param>
    /// <exception cref="EndOfStreamException">There are not as many.</exception>
    public void Read(IndexFile file, long offset, Span<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var within = (int)(offset % BlockSize);
            var count = Math.Min(bytes.Length, BlockSize - within);
            CopyOf(file, offset / BlockSize, within, bytes[..count]);
            offset += count;
            bytes = bytes[count..];
        }
    }

    private void CopyOf(IndexFile file, long block, int within, Span<byte> bytes)
    {
        var place = (int)((((ulong)(uint)RuntimeHelpers.GetHashCode(file) << 32 | (ulong)block) * 0x9E3779B97F4A7C15UL) >> (64 - PlaceBits));
        lock (_locks[place % Locks])
        {
            ref var slot = ref _slots[place];
            if (slot.File != file || slot.Block != block)
            {
                // What fails half-way must not pass for the block that was there.
                slot.File = null;
                slot.Bytes ??= new byte[BlockSize];
                var from = block * BlockSize;
                file.ReadFromDisk(from, slot.Bytes.AsSpan(0, (int)Math.Min(BlockSize, file.Length - from)));
                (slot.File, slot.Block) = (file, block);
            }

            slot.Bytes.AsSpan(within, bytes.Length).CopyTo(bytes);
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Slot
    {
        public IndexFile? File;
        public long Block;
        public byte[] Bytes;
    }
}
