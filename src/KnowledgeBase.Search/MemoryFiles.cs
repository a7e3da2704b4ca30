using Lucene.Net.Store;

namespace KnowledgeBase.Search;

/// <summary>
/// The files of a small index, read into memory whole, to search; what becomes of them on disk does not matter any more. Lucene.NET's
/// RAMDirectory reads the parts of a compound file through buffers: a search takes a hundred of them, a kilobyte each, to copy what lies
/// in memory.
/// </summary>
/// <param name="folder">The folder of the files.</param>
internal sealed class MemoryFiles(string folder) : NIOFSDirectory(folder)
{
    private readonly Dictionary<string, byte[]> _files = new DirectoryInfo(folder).EnumerateFiles().ToDictionary(file => file.Name, file => File.ReadAllBytes(file.FullName), StringComparer.Ordinal);

    /// <inheritdoc/>
    public override string[] ListAll() => [.. _files.Keys];

    /// <inheritdoc/>
    public override long FileLength(string name) => BytesOf(name).Length;

    /// <inheritdoc/>
    public override IndexInput OpenInput(string name, IOContext context)
    {
        EnsureOpen();
        return new Input(name, BytesOf(name), 0, BytesOf(name).Length);
    }

    /// <inheritdoc/>
    public override IndexInputSlicer CreateSlicer(string name, IOContext context)
    {
        EnsureOpen();
        return new Slicer(name, BytesOf(name));
    }

    private byte[] BytesOf(string name) => _files.TryGetValue(name, out var bytes) ? bytes : throw new FileNotFoundException($"the index has no file {name}");

    // The parts of a compound file.
    private sealed class Slicer(string name, byte[] bytes) : IndexInputSlicer
    {
        public override IndexInput OpenSlice(string sliceDescription, long offset, long length)
        {
            if (offset < 0 || length < 0 || offset + length > bytes.Length)
                throw new EndOfStreamException($"{name} ends before {sliceDescription} does");
            return new Input($"{name}: {sliceDescription}", bytes, (int)offset, (int)length);
        }

        [Obsolete("Only for reading CFS files from 3.x indexes.")]
        public override IndexInput OpenFullSlice() => new Input(name, bytes, 0, bytes.Length);

        protected override void Dispose(bool disposing)
        {
            // The bytes are the directory's.
        }
    }

    private sealed class Input(string name, byte[] bytes, int start, int length) : IndexInput(name)
    {
        private int _at;

        public override long Length => length;

        public override long Position => _at;

        public override void Seek(long pos)
        {
            if (pos < 0 || pos > length)
                throw PastTheEnd();
            _at = (int)pos;
        }

        public override byte ReadByte()
        {
            if (_at >= length)
                throw PastTheEnd();
            return bytes[start + _at++];
        }

        public override void ReadBytes(byte[] b, int offset, int len)
        {
            if (len > length - _at)
                throw PastTheEnd();
            bytes.AsSpan(start + _at, len).CopyTo(b.AsSpan(offset, len));
            _at += len;
        }

        protected override void Dispose(bool disposing)
        {
            // The bytes are the directory's.
        }

        private EndOfStreamException PastTheEnd() => new($"read past the end of {this}");
    }
}
