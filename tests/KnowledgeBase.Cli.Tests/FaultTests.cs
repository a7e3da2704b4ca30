using KnowledgeBase.Faults;

namespace KnowledgeBase.Tests;

/// <summary>A small part of what tests/faults.sh tries: after each fault the index answers as before, and the next build succeeds.</summary>
public sealed class FaultTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FaultTrial _trial;

    public FaultTests() => _trial = new FaultTrial(_folder.Path, Repository.Corpus, seed: 7);

    public void Dispose()
    {
        _trial.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void AnIndexOutlivesBuildsThatAreKilledHaveNoRoomOrHaveCompany()
    {
        ProcessFaults.Kill(_trial, 2);
        if (!OperatingSystem.IsWindows())
            ProcessFaults.FillDisk(_trial, 1);
        ProcessFaults.BuildTwice(_trial, 1);
        Assert.Empty(_trial.Failures);
    }

    [Fact]
    public void DamageToAFileIsNoticedAndTheGenerationBeforeAnswers()
    {
        FileFaults.Damage(_trial, isThorough: false);
        Assert.True(_trial.Tried["file flipped"] > 20);
        Assert.Empty(_trial.Failures);
    }
}
