using Lucene.Net.Store;

namespace KnowledgeBase.Search;

/// <summary>
/// The files of an index, each mapped into memory once (<see cref="IndexFile"/>), to search: no system call for each piece
/// that is read, and what memory they take is the system's own copy, which it takes back where it needs it.
/// </summary>
internal sealed class MappedDirectory(string folder) : NIOFSDirectory(folder)
{
    private readonly Dictionary<string, IndexFile> _files = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override IndexInput OpenInput(string name, IOContext context)
    {
        EnsureOpen();
        var file = FileOf(name);
        return file.Slice(name, 0, file.Length, BufferedIndexInput.GetBufferSize(context));
    }

    /// <inheritdoc/>
    public override IndexInputSlicer CreateSlicer(string name, IOContext context)
    {
        EnsureOpen();
        return new Slicer(name, FileOf(name), BufferedIndexInput.GetBufferSize(context));
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
                _files.Add(name, file = new IndexFile(Path.Combine(Directory.FullName, name)));
            return file;
        }
    }

    // The parts of a compound file.
    private sealed class Slicer(string name, IndexFile file, int bufferSize) : IndexInputSlicer
    {
        public override IndexInput OpenSlice(string sliceDescription, long offset, long length) => file.Slice($"{name}: {sliceDescription}", offset, length, bufferSize);

        [Obsolete("Only for reading CFS files from 3.x indexes.")]
        public override IndexInput OpenFullSlice() => file.Slice(name, 0, file.Length, bufferSize);

        protected override void Dispose(bool disposing)
        {
            // The file is the directory's.
        }
    }
}
