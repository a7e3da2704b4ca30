namespace KnowledgeBase.Search;

/// <summary>How an index's files are read.</summary>
internal static class IndexStorage
{
    // Small enough to be held in memory whole, where reading is fastest.
    internal const long LargestInMemory = 64L * 1024 * 1024;

    /// <summary>The files of an index, to search; disposing it closes them.</summary>
    public static Lucene.Net.Store.Directory Open(string folder)
    {
        var size = new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length);
        return size > LargestInMemory ? new IndexFiles(folder, new BlockCache()) : new MemoryFiles(folder);
    }
}
