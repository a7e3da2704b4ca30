using KnowledgeBase.Corpus;
using KnowledgeBase.Search;

namespace KnowledgeBase.Tests;

/// <summary>Damaged generations: they are seen when they are opened, and the one before answers.</summary>
public sealed class DamageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StatementIndex _index;
    private readonly string _first;
    private readonly string _second;

    public DamageTests()
    {
        _index = new StatementIndex(_folder.Path);
        var corpus = CorpusReader.Read(Repository.Corpus);
        _first = _index.Build(corpus).Generation!;
        _second = _index.Build(corpus).Generation!;
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void DamageToAnyByteOfAnyFileIsSeenAndTheOneBeforeIsOpened()
    {
        foreach (var path in Directory.EnumerateFiles(_index.PublishedFolder!, "*", SearchOption.AllDirectories).ToList())
        {
            var bytes = File.ReadAllBytes(path);
            var damaged = from at in (int[])[0, bytes.Length / 2, bytes.Length - 1]
                          from changed in (byte[]?[])[Flipped(bytes, at), bytes[..at]]
                          select changed;
            foreach (var content in damaged.Append(null))
            {
                if (content is null)
                    File.Delete(path);
                else
                    File.WriteAllBytes(path, content);
                Assert.Contains(_second, Assert.Single(OpenedInstead(_first)), StringComparison.Ordinal);
            }

            File.WriteAllBytes(path, bytes);
        }

        Assert.Empty(OpenedInstead(_second));
    }

    [Theory]
    [InlineData(null, "is missing, empty or unreadable")]
    [InlineData("", "is missing, empty or unreadable")]
    [InlineData("\0\0\n", "is not there")]
    [InlineData("../generations/x\n", "is not there")]
    public void AFileThatNamesNoGenerationIsReportedAndWhatIsThereIsOpened(string? current, string expected)
    {
        File.Delete(Path.Combine(_folder.Path, "current"));
        if (current is not null)
            File.WriteAllText(Path.Combine(_folder.Path, "current"), current);
        Assert.Contains(expected, Assert.Single(OpenedInstead(_second)), StringComparison.Ordinal);
        Assert.Contains(expected, Assert.Single(_index.Problems()), StringComparison.Ordinal);

        // What is open already goes on.
        File.WriteAllText(Path.Combine(_folder.Path, "current"), $"{_second}\n{_first}\n");
        using var live = new LiveIndex(_index, _ => { });
        Assert.Equal(_second, Served(live));
        File.WriteAllText(Path.Combine(_folder.Path, "current"), $"x{_second}\n{_first}\n");
        Assert.Equal(_second, Served(live));
        Assert.Contains("is not there", live.Warning, StringComparison.Ordinal);
    }

    [Fact]
    public void WhereAllAreDamagedNoneIsServedAndABuildMendsIt()
    {
        foreach (var name in (string[])[_first, _second])
            File.Delete(Path.Combine(_folder.Path, "generations", name, "catalogue.json"));
        var damages = new List<string>();
        using var live = new LiveIndex(_index, damages.Add);
        Assert.Null(live.Acquire());
        Assert.Equal(2, damages.Count);
        Assert.Contains("catalogue.json is missing", Assert.Throws<IOException>(() => _index.Open()).Message, StringComparison.Ordinal);
        var built = _index.Build(CorpusReader.Read(Repository.Corpus)).Generation;
        Assert.Equal(built, Served(live));
        Assert.Null(live.Warning);
        // What is damaged is nothing to go back to.
        Assert.Equal([built], Directory.GetDirectories(Path.Combine(_folder.Path, "generations")).Select(path => Path.GetFileName(path)!));
    }

    [Fact]
    public async Task OfALargeGenerationTheBytesAreLookedAtBehindTheAnswers()
    {
        var segment = Directory.EnumerateFiles(_index.PublishedFolder!, "*.cfs", SearchOption.AllDirectories).Single();
        var bytes = await File.ReadAllBytesAsync(segment, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(segment, Flipped(bytes, bytes.Length / 2), TestContext.Current.CancellationToken);
        using (var padding = File.Create(Path.Combine(Path.GetDirectoryName(segment)!, "padding")))
            padding.SetLength(IndexStorage.LargestInMemory);

        var told = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var live = new LiveIndex(_index, told.SetResult);
        live.Acquire()!.Dispose();
        Assert.Contains($"{Path.GetFileName(segment)} has other bytes than were written", await told.Task.WaitAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(_first, Served(live));
        Assert.Contains($"Instead {_first} answers", live.Warning, StringComparison.Ordinal);
    }

    [Fact]
    public void AfterARollbackTheGenerationThatWasLeftIsNotGoneBackTo()
    {
        Assert.Equal((_first, _second), Back());
        using var live = new LiveIndex(_index, Assert.Fail);
        Assert.Equal(_first, Served(live));
        Assert.Contains($"before {_first} no generation was kept", Assert.Throws<IOException>(() => _index.Rollback()).Message, StringComparison.Ordinal);

        var third = _index.Build(CorpusReader.Read(Repository.Corpus)).Generation!;
        Assert.Equal(third, Served(live));
        Assert.Equal((_first, third), Back());
        Assert.Equal(_first, Served(live));
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "generations", _second)));
    }

    [Fact]
    public void WhereTheFileThatNamesThePublishedOneIsGoneABuildKeepsWhatIsThere()
    {
        File.Delete(Path.Combine(_folder.Path, "current"));
        Assert.Contains("nothing was changed: The file \"current\"", Assert.Throws<IOException>(() => _index.Rollback()).Message, StringComparison.Ordinal);
        var third = _index.Build(CorpusReader.Read(Repository.Corpus)).Generation!;
        Assert.Equal((_second, third), Back());
    }

    [Fact]
    public void ARollbackPassesOverADamagedGeneration()
    {
        var third = _index.Build(CorpusReader.Read(Repository.Corpus), keep: 3).Generation!;
        File.Delete(Path.Combine(_folder.Path, "generations", _second, "manifest.json"));
        var summary = _index.Rollback();
        Assert.Equal((_first, third), (summary.Generation, summary.Replaced));
        Assert.Contains(_second, Assert.Single(summary.Damages), StringComparison.Ordinal);
        Assert.Equal(_first, _index.Published);
    }

    private (string Generation, string Replaced) Back()
    {
        var summary = _index.Rollback();
        return (summary.Generation, summary.Replaced);
    }

    private static string Served(LiveIndex live)
    {
        using var lease = live.Acquire()!;
        return lease.Generation.Info.Generation;
    }

    private List<string> OpenedInstead(string expected)
    {
        var damages = new List<string>();
        using var generation = _index.Open(damages.Add)!;
        Assert.Equal(expected, generation.Info.Generation);
        Assert.Equal(84, new StatementSearcher(generation).Search(new SearchQuery()).Total);
        return damages;
    }

    private static byte[] Flipped(byte[] bytes, int at)
    {
        var flipped = bytes.ToArray();
        flipped[at] ^= 0x01;
        return flipped;
    }
}
