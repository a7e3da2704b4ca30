using Lucene.Net.Store;

namespace KnowledgeBase.Search;

/// <summary>
/// The files of an index, each opened once (<see cref="IndexFile"/>), to search. Lucene.NET's own directories ask the system
/// for a file's length at each piece that they read, and let one thread read at a time; its mapping leaves handles behind at
/// each search that slow down every garbage collection (apache/lucenenet#1151).
/// </summary>
/// <param name="folder">The folder of the files.</param>
/// <param name="cache">What keeps the blocks that were read; null where all is read once, from the first byte to the last.</param>
internal sealed class IndexFiles(string folder, BlockCache? cache) : NIOFSDirectory(folder)
{
    // A search reads a hundred pieces of a few hundred bytes, and takes a buffer for each place that it reads.
    private const int BytesAtOnce = 512;
    private readonly Dictionary<string, IndexFile> _files = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override IndexInput OpenInput(string name, IOContext context)
    {
        EnsureOpen();
        var file = FileOf(name);
        return file.Slice(name, 0, file.Length, BytesAtOnce);
    }

    /// <inheritdoc/>
    public override IndexInputSlicer CreateSlicer(string name, IOContext context)
    {
        EnsureOpen();
        return new Slicer(name, FileOf(name));
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing)
            return;
        lock (_files)
        {
            foreach (var file in _files.Values)
                file.Dispose();
            _files.Clear();
        }
    }

    private IndexFile FileOf(string name)
    {
        lock (_files)
        {
            if (!_files.TryGetValue(name, out var file))
                _files.Add(name, file = new IndexFile(Path.Combine(Directory.FullName, name), cache));
            return file;
        }
    }

    // The parts of a compound file.
    private sealed class Slicer(string name, IndexFile file) : IndexInputSlicer
    {
        public override IndexInput OpenSlice(string sliceDescription, long offset, long length) => file.Slice($"{name}: {sliceDescription}", offset, length, BytesAtOnce);

        [Obsolete("Only for reading CFS files from 3.x indexes.")]
        public override IndexInput OpenFullSlice() => file.Slice(name, 0, file.Length, BytesAtOnce);

        protected override void Dispose(bool disposing)
        {
            // The file is the directory's.
        }
    }
}
