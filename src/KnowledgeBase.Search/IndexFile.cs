using Lucene.Net.Store;
using Microsoft.Win32.SafeHandles;

namespace KnowledgeBase.Search;

/// <summary>
/// A file of an index, read piece by piece at any place, by many threads at once. It is not mapped into memory: whoever truncates
/// a mapped file kills the programs that read it, and here they get an error that they can answer.
/// </summary>
internal sealed class IndexFile : IDisposable
{
    private readonly SafeFileHandle _handle;
    private readonly BlockCache? _cache;

    /// <summary>Opens a file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="cache">What keeps the blocks that were read; null: nothing is read twice, or much only once.</param>
    /// <exception cref="IOException">It is missing or cannot be read.</exception>
    public IndexFile(string path, BlockCache? cache)
    {
        _cache = cache;
        _handle = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete, options: FileOptions.RandomAccess);
        Length = RandomAccess.GetLength(_handle);
    }

    /// <summary>Its bytes.</summary>
    public long Length { get; }

    /// <summary>Copies bytes from an offset on.</summary>
    /// <exception cref="EndOfStreamException">There are not as many.</exception>
    public void Read(long offset, Span<byte> bytes)
    {
        if (_cache is null)
            ReadFromDisk(offset, bytes);
        else
            _cache.Read(this, offset, bytes);
    }

    /// <summary>Copies bytes from an offset on, whatever is remembered of them.</summary>
    /// <exception cref="EndOfStreamException">There are not as many.</exception>
    public void ReadFromDisk(long offset, Span<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var read = RandomAccess.Read(_handle, bytes, offset);
            if (read == 0)
                throw new EndOfStreamException("an index file is shorter than it was");
            offset += read;
            bytes = bytes[read..];
        }
    }

    /// <summary>A part of it, to read from its beginning.</summary>
    /// <param name="name">What errors call it.</param>
    /// <param name="start">The first byte.</param>
    /// <param name="length">How many.</param>
    /// <param name="bufferSize">How many are copied at once.</param>
    public IndexInput Slice(string name, long start, long length, int bufferSize) => new Input(name, this, start, length, bufferSize);

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();

    private sealed class Input(string name, IndexFile file, long start, long length, int bufferSize) : BufferedIndexInput(name, bufferSize)
    {
        public override long Length => length;

        protected override void ReadInternal(byte[] b, int offset, int count)
        {
            // Where the buffer begins that is to be filled.
            var at = Position;
            if (at + count > length)
                throw new EndOfStreamException($"read past the end of {this}");
            file.Read(start + at, b.AsSpan(offset, count));
        }

        protected override void SeekInternal(long pos)
        {
            // ReadInternal is told where to read.
        }

        // The file belongs to the directory, for slices and clones outlive one another.
        protected override void Dispose(bool disposing)
        {
        }
    }
}
