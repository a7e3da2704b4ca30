using KnowledgeBase.Search;
using Lucene.Net.Store;

namespace KnowledgeBase.Tests;

/// <summary>The files of a small index in memory: what they give, whatever becomes of them on disk, and where they end.</summary>
public sealed class MemoryFilesTests : IDisposable
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 300).Select(i => (byte)i)];
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void TheyAreReadAsTheyWereWhenTheyWereOpened()
    {
        using var files = Open();
        File.Delete(Path.Combine(_folder.Path, "file"));
        using var whole = files.OpenInput("file", IOContext.DEFAULT);
        using var part = files.CreateSlicer("file", IOContext.DEFAULT).OpenSlice("part", 100, 50);
        Assert.Equal(["file"], files.ListAll());
        Assert.Equal((300, 300, 50), (files.FileLength("file"), whole.Length, part.Length));
        Assert.Equal(Content, Read(whole, 300));
        Assert.Equal(Content[100..150], Read(part, 50));

        // A copy goes its own way from where it was made.
        part.Seek(10);
        var copy = (IndexInput)part.Clone();
        Assert.Equal(Content[110..120], Read(copy, 10));
        Assert.Equal((10, 20, Content[110]), (part.Position, copy.Position, part.ReadByte()));
    }

    [Fact]
    public void NothingIsReadBehindTheEnd()
    {
        using var files = Open();
        using var part = files.CreateSlicer("file", IOContext.DEFAULT).OpenSlice("part", 250, 50);
        part.Seek(50);
        Assert.Throws<EndOfStreamException>(() => part.ReadByte());
        part.Seek(45);
        Assert.Throws<EndOfStreamException>(() => Read(part, 6));
        Assert.Throws<EndOfStreamException>(() => part.Seek(51));
        Assert.Throws<EndOfStreamException>(() => files.CreateSlicer("file", IOContext.DEFAULT).OpenSlice("cut", 250, 51));
        Assert.Throws<FileNotFoundException>(() => files.OpenInput("none", IOContext.DEFAULT));
    }

    public void Dispose() => _folder.Dispose();

    private MemoryFiles Open()
    {
        File.WriteAllBytes(Path.Combine(_folder.Path, "file"), Content);
        return new MemoryFiles(_folder.Path);
    }

    private static byte[] Read(IndexInput input, int count)
    {
        var bytes = new byte[count];
        input.ReadBytes(bytes, 0, count);
        return bytes;
    }
}
