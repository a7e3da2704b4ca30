using KnowledgeBase.Search;

namespace KnowledgeBase.Tests;

/// <summary>Files of an index that are read through a cache of their blocks.</summary>
public sealed class BlockCacheTests : IDisposable
{
    private const int Seed = 7;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ManyThreadsReadWhatIsInTheFiles()
    {
        // More blocks than the cache has places for, so that many share one.
        var contents = Enumerable.Range(0, 2).Select(number => Bytes(40_000_000 + number)).ToArray();
        var cache = new BlockCache();
        var files = contents.Select((bytes, number) => new IndexFile(Written($"{number}", bytes), cache)).ToArray();
        try
        {
            Parallel.For(0, 4, thread =>
            {
                var random = new Random(thread);
                var read = new byte[3 * BlockCache.BlockSize];
                for (var i = 0; i < 20_000; i++)
                {
                    var which = random.Next(2);
                    var length = random.Next(read.Length);
                    var offset = i % 3 == 0 ? contents[which].Length - length : random.Next(contents[which].Length - length);
                    files[which].Read(offset, read.AsSpan(0, length));
                    Assert.True(contents[which].AsSpan(offset, length).SequenceEqual(read.AsSpan(0, length)));
                }
            });
        }
        finally
        {
            Array.ForEach(files, file => file.Dispose());
        }
    }

    [Fact]
    public void AFileThatWasCutShortIsAnErrorEachTimeAndNeverOtherBytes()
    {
        var content = Bytes(5 * BlockCache.BlockSize);
        var path = Written("cut", content);
        using var file = new IndexFile(path, new BlockCache());
        var read = new byte[100];
        file.Read(0, read);
        using (var cut = File.Open(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
            cut.SetLength((3 * BlockCache.BlockSize) + 10);
        for (var i = 0; i < 2; i++)
        {
            Assert.Throws<EndOfStreamException>(() => file.Read(3 * BlockCache.BlockSize, new byte[50]));
            Assert.Throws<EndOfStreamException>(() => file.Read(4 * BlockCache.BlockSize, new byte[50]));
        }

        // What was read before is still there, and what was not cut off can be read.
        file.Read(50, read);
        Assert.Equal(content[50..150], read);
        file.Read(2 * BlockCache.BlockSize, read);
        Assert.Equal(content[(2 * BlockCache.BlockSize)..((2 * BlockCache.BlockSize) + 100)], read);
    }

    private static byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        new Random(Seed + length).NextBytes(bytes);
        return bytes;
    }

    private string Written(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder.Path, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
