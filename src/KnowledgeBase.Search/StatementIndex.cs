using System.Text.Json;
using KnowledgeBase.Corpus;
using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Search;

/// <summary>
/// The index folder: generations side by side, one of them published. A build writes a new generation, verifies it and
/// publishes it by renaming one small file, so that a reader sees the old one or the new one and nothing in between.
/// </summary>
/// <param name="folder">The index folder; it is made when the first generation is built.</param>
public sealed class StatementIndex(string folder)
{
    private const int ProblemsShown = 5;

    /// <summary>How many generations a build keeps unless it is told otherwise: the published one, and one to go back to.</summary>
    public const int GenerationsKept = 2;

    /// <summary>The index folder.</summary>
    public string Folder => folder;

    /// <summary>The name of the published generation; null where none is, or where it is not there.</summary>
    public string? Published => GenerationFolder.History(Generations.Current) is [var name, ..] && Generations.Exists(name) ? name : null;

    /// <summary>Whether a build is writing to the folder now, in this process or another.</summary>
    public bool IsBeingBuilt => BuildLock.IsHeld(folder);

    /// <summary>What is said where another build is writing to a folder.</summary>
    public static string IsBusy(string folder) => BuildLock.Message(folder);

    /// <summary>The folder of the published generation; null where none is, or where it is not there.</summary>
    public string? PublishedFolder => Published is { } name ? Generations.FilesOf(name).Folder : null;

    internal GenerationFolder Generations { get; } = new(folder);

    /// <summary>Opens the published generation, or where it is damaged the newest before it that is not; null where none is published.</summary>
    /// <param name="onDamage">Told of each generation that is damaged.</param>
    /// <exception cref="IOException">All are damaged.</exception>
    public Generation? Open(Action<string>? onDamage = null)
    {
        if (Generations.Current is not { } current)
            return null;
        var damages = new List<string>();
        if (Published is null)
            damages.Add(NamesNothing(current));
        foreach (var name in Generations.Candidates(current).Where(Generations.Exists))
        {
            try
            {
                var generation = Generations.Open(name);
                damages.ForEach(damage => onDamage?.Invoke($"{damage}. Instead {name} answers."));
                return generation;
            }
            catch (IOException e)
            {
                damages.Add(e.Message);
            }
        }

        throw new IOException(string.Join("; ", damages) + ".");
    }

    /// <summary>What is wrong with the published generation, one line a problem; empty where nothing is, and where none is published.</summary>
    public IEnumerable<string> Problems() =>
        PublishedFolder is { } published ? IndexCheck.Problems(published) : Generations.Current is { } current ? [NamesNothing(current)] : [];

    /// <summary>
    /// Why a generation no longer fits this program and the registry of a corpus folder: its text was cut into words by
    /// other rules than its queries now would be; null where it fits.
    /// </summary>
    public static string? StaleReason(Generation generation, string corpus) =>
        !Directory.Exists(corpus) || generation.Manifest.Analysis == WordAnalysis.Fingerprint(CorpusVersion.OfRegistry(corpus))
            ? null
            : $"The index {generation.Info.Generation} was built with another lexicon, glossary or registry than {corpus} has now; it still answers, by its own.";

    /// <summary>
    /// Reads a corpus folder to build from it. Reports that have not changed come back as they were segmented before, which
    /// is kept beside the generations; a build clears away what it did not use.
    /// </summary>
    /// <param name="corpus">The corpus folder.</param>
    /// <param name="isReadOnly">Whether nothing may be written.</param>
    /// <param name="control">What may stop it.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public CorpusContent Read(string corpus, bool isReadOnly = false, BuildControl? control = null) =>
        CorpusReader.Read(corpus, new SegmentedReports(Path.Combine(folder, "segmented"), isReadOnly), control);

    /// <summary>The errors of a corpus that the published generation's corpus did not have; all where none is published.</summary>
    public IReadOnlyList<Diagnostic> NewErrors(CorpusContent corpus) => KnownErrors.NewIn(corpus, PublishedFolder is { } published ? new GenerationFiles(published) : null);

    /// <summary>What a build would change, compared with the published generation.</summary>
    public BuildSummary Preview(CorpusContent corpus)
    {
        var changes = new ChangeLog(() => Open());
        foreach (var statement in corpus.Statements)
            changes.Add(new StoredStatement(JsonSerializer.SerializeToUtf8Bytes(statement, CorpusJson.Options)));
        return new BuildSummary(changes.Changes(), corpus, null, TimeSpan.Zero);
    }

    /// <summary>Builds, verifies and publishes a new generation.</summary>
    /// <param name="corpus">What to index.</param>
    /// <param name="control">Who watches it, and may stop it as long as nothing is published.</param>
    /// <param name="keep">How many generations stay: this one and those that can be gone back to.</param>
    /// <exception cref="OperationCanceledException">It was stopped; nothing of it is left.</exception>
    /// <exception cref="IOException">Another build is running, an import file changes, or the disk failed; what was published stays published.</exception>
    /// <exception cref="InvalidDataException">The new generation did not pass verification; it was not published.</exception>
    public BuildSummary Build(CorpusContent corpus, BuildControl? control = null, int keep = GenerationsKept)
    {
        var (progress, cancellation) = control ?? BuildControl.None;
        var started = TimeProvider.System.GetTimestamp();
        Directory.CreateDirectory(folder);
        using var buildLock = BuildLock.Take(folder);
        var changes = new ChangeLog(() => Open());
        var files = Generations.Begin($"{DateTimeOffset.UtcNow:yyyyMMdd'T'HHmmssfff}-{corpus.Version[..8]}");
        try
        {
            new GenerationWriter(files, corpus).Write(changes, control ?? BuildControl.None);
            progress?.Report(new BuildStep(BuildPhase.Verifying, corpus.StatementCount));
            var (verified, unknown) = Verify(files, cancellation);
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(new BuildStep(BuildPhase.Publishing, corpus.StatementCount));
            Generations.Finish(files);
            Publish(files.Name, keep);
            corpus.Remembered?.Prune();
            return new BuildSummary(changes.Changes(), corpus, files.Name, TimeProvider.System.GetElapsedTime(started)) { Verification = verified, Unknown = unknown };
        }
        catch (ArgumentOutOfRangeException e) when (e.TargetSite?.DeclaringType == typeof(RandomAccess))
        {
            // What .NET makes of a file that is larger than the system lets it be (EFBIG).
            throw new IOException($"There is no room for a file of the index: {e.Message}", e);
        }
        finally
        {
            Generations.Abandon();
        }
    }

    /// <summary>Publishes again the generation that was published before, or where that is damaged the one before it.</summary>
    /// <exception cref="IOException">There is none to go back to, or a build is running.</exception>
    public RollbackSummary Rollback()
    {
        if (Generations.Current is not { } current)
            throw new IOException($"No index is published in {folder}.");
        using var buildLock = BuildLock.Take(folder);
        var history = GenerationFolder.History(current);
        var damages = new List<string>();
        for (var i = 1; i < history.Count; i++)
        {
            var files = Generations.FilesOf(history[i]);
            if (GenerationSeal.Damage(files) is { } damage)
            {
                damages.Add(damage);
                continue;
            }

            Generations.Publish(history.Skip(i));
            return new RollbackSummary(files.Name, history[0], Generation.ManifestOf(files), damages);
        }

        throw new IOException($"There is nothing to go back to and nothing was changed: {(damages.Count > 0 ? string.Join("; ", damages) : history is [var only, ..] ? $"before {only} no generation was kept" : NamesNothing(current))}.");
    }

    internal static string NamesNothing(string current) => GenerationFolder.History(current) is [var name, ..] ? $"The published generation {name} is not there, or may not be read" : "The file \"current\", which names the published generation, is missing, empty or unreadable";

    private static (TimeSpan Took, IReadOnlyList<Diagnostic> Unknown) Verify(GenerationFiles files, CancellationToken cancellation)
    {
        var started = TimeProvider.System.GetTimestamp();
        var unknown = new List<Diagnostic>();
        var problems = IndexCheck.ContentProblems(files, unknown, cancellation).Take(ProblemsShown + 1).ToList();
        if (problems.Count > 0)
            throw new InvalidDataException($"The new generation did not pass verification and was not published: {string.Join("; ", problems.Take(ProblemsShown))}{(problems.Count > ProblemsShown ? "; …" : "")}");
        return (TimeProvider.System.GetElapsedTime(started), unknown);
    }

    // What is damaged cannot be gone back to, and must not take the place of what can. Where "current" is damaged, all that is there can.
    private void Publish(string name, int keep)
    {
        var before = Published is null ? Generations.Candidates(Generations.Current ?? "").Where(old => old != name) : GenerationFolder.History(Generations.Current);
        List<string> history = [name, .. before.Where(old => Generations.Exists(old) && GenerationSeal.QuickDamage(Generations.FilesOf(old)) is null).Take(keep - 1)];
        Generations.Publish(history);
        Generations.Prune(history);
    }
}

/// <summary>What a build did, or would do.</summary>
/// <param name="Changes">The statements that changed.</param>
/// <param name="Corpus">What was built.</param>
/// <param name="Generation">The generation published; null for a preview.</param>
/// <param name="Duration">How long writing, verifying and publishing took.</param>
public sealed record BuildSummary(IndexChanges Changes, CorpusContent Corpus, string? Generation, TimeSpan Duration)
{
    /// <summary>How much of that it took to verify the new generation.</summary>
    public TimeSpan Verification { get; init; }

    /// <summary>What golden queries expect and the corpus does not have (KB017).</summary>
    public IReadOnlyList<Diagnostic> Unknown { get; init; } = [];
}

/// <summary>What a rollback did.</summary>
/// <param name="Generation">The generation that is published again.</param>
/// <param name="Replaced">The one that was published until now.</param>
/// <param name="Manifest">What the published one says of itself.</param>
/// <param name="Damages">Generations in between that are damaged and were passed over, and what is wrong with them.</param>
public sealed record RollbackSummary(string Generation, string Replaced, GenerationManifest Manifest, IReadOnlyList<string> Damages);
