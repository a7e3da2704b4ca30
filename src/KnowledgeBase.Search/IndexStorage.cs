using Lucene.Net.Store;

namespace KnowledgeBase.Search;

/// <summary>How an index's files are read.</summary>
internal static class IndexStorage
{
    // Small enough to be held in memory whole, where reading is fastest.
    internal const long LargestInMemory = 64L * 1024 * 1024;

    /// <summary>The files of an index, to search; disposing it closes them.</summary>
    public static Lucene.Net.Store.Directory Open(string folder)
    {
        if (new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length) > LargestInMemory)
            return new IndexFiles(folder, new BlockCache());
        using var files = new NIOFSDirectory(folder);
        return new RAMDirectory(files, IOContext.READ_ONCE);
    }
}
