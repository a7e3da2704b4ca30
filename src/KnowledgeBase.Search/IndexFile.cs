using System.IO.MemoryMappedFiles;
using Lucene.Net.Store;

namespace KnowledgeBase.Search;

/// <summary>
/// A file of an index, mapped into memory. Lucene reads copies of it through buffers of its own: it never holds a pointer, so a
/// reader that is closed too early fails instead of crashing.
/// </summary>
internal sealed class IndexFile : IDisposable
{
    private readonly MemoryMappedFile? _map;
    private readonly MemoryMappedViewAccessor? _view;

    /// <summary>Opens a file.</summary>
    /// <exception cref="IOException">It is missing or cannot be read.</exception>
    public IndexFile(string path)
    {
        Length = new FileInfo(path).Length;
        // Nothing can be mapped of an empty file.
        if (Length == 0)
            return;
        _map = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        _view = _map.CreateViewAccessor(0, Length, MemoryMappedFileAccess.Read);
    }

    /// <summary>Its bytes.</summary>
    public long Length { get; }

    /// <summary>Copies bytes from an offset on.</summary>
    public void Read(long offset, Span<byte> bytes) => _view!.SafeMemoryMappedViewHandle.ReadSpan((ulong)(_view.PointerOffset + offset), bytes);

    /// <summary>A part of it, to read from its beginning.</summary>
    /// <param name="name">What errors call it.</param>
    /// <param name="start">The first byte.</param>
    /// <param name="length">How many.</param>
    /// <param name="bufferSize">How many are copied at once.</param>
    public IndexInput Slice(string name, long start, long length, int bufferSize) => new Input(name, this, start, length, bufferSize);

    /// <inheritdoc/>
    public void Dispose()
    {
        _view?.Dispose();
        _map?.Dispose();
    }

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
