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
    private const int GenerationsKept = 2;

    /// <summary>The index folder.</summary>
    public string Folder => folder;

    private string CurrentFile => Path.Combine(folder, "current");

    private string Generations => Path.Combine(folder, "generations");

    /// <summary>The name of the published generation, or null where none is.</summary>
    public string? Published
    {
        get
        {
            try
            {
                var name = File.ReadAllText(CurrentFile).Trim();
                return Directory.Exists(Path.Combine(Generations, name)) && name.Length > 0 ? name : null;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return null;
            }
        }
    }

    /// <summary>Whether a build is writing to the folder now, in this process or another.</summary>
    public bool IsBeingBuilt => BuildLock.IsHeld(folder);

    /// <summary>The folder of the published generation, or null where none is.</summary>
    public string? PublishedFolder => Published is { } name ? Path.Combine(Generations, name) : null;

    /// <summary>Opens the published generation; null where none is.</summary>
    /// <exception cref="IOException">It is damaged.</exception>
    public Generation? Open() => PublishedFolder is { } published ? Generation.Open(published) : null;

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
    public CorpusContent Read(string corpus, bool isReadOnly = false) => CorpusReader.Read(corpus, new SegmentedReports(Path.Combine(folder, "segmented"), isReadOnly));

    /// <summary>The errors of a corpus that the published generation's corpus did not have; all where none is published.</summary>
    public IReadOnlyList<Diagnostic> NewErrors(CorpusContent corpus) => KnownErrors.NewIn(corpus, PublishedFolder is { } published ? new GenerationFiles(published) : null);

    /// <summary>What a build would change, compared with the published generation.</summary>
    public BuildSummary Preview(CorpusContent corpus)
    {
        var changes = new ChangeLog(Open);
        foreach (var statement in corpus.Statements)
            changes.Add(new StoredStatement(JsonSerializer.SerializeToUtf8Bytes(statement, CorpusJson.Options)));
        return new BuildSummary(changes.Changes(), corpus, null, TimeSpan.Zero);
    }

    /// <summary>Builds, verifies and publishes a new generation.</summary>
    /// <param name="corpus">What to index.</param>
    /// <param name="progress">Told how many statements are indexed.</param>
    /// <exception cref="IOException">Another build is running, an import file changes, or the disk failed; what was published stays published.</exception>
    /// <exception cref="InvalidDataException">The new generation did not pass verification; it was not published.</exception>
    public BuildSummary Build(CorpusContent corpus, IProgress<int>? progress = null)
    {
        var started = TimeProvider.System.GetTimestamp();
        Directory.CreateDirectory(Generations);
        using var buildLock = BuildLock.Take(folder);
        var changes = new ChangeLog(Open);
        var name = $"{DateTimeOffset.UtcNow:yyyyMMdd'T'HHmmssfff}-{corpus.Version[..8]}";
        var files = new GenerationFiles(Path.Combine(Generations, name));
        try
        {
            new GenerationWriter(files, corpus).Write(changes, progress);
            if (IndexCheck.Problems(files.Folder).FirstOrDefault() is { } problem)
                throw new InvalidDataException($"The new generation did not pass verification and was not published: {problem}");
        }
        catch
        {
            Remove(files.Folder);
            throw;
        }

        Publish(name);
        Prune();
        corpus.Remembered?.Prune();
        return new BuildSummary(changes.Changes(), corpus, name, TimeProvider.System.GetElapsedTime(started));
    }

    private void Publish(string name)
    {
        var next = CurrentFile + ".new";
        File.WriteAllText(next, name + "\n");
        File.Move(next, CurrentFile, overwrite: true);
    }

    // The published generation and the one before it stay; a service that still reads an older one keeps its files open.
    private void Prune()
    {
        var published = Published;
        foreach (var old in Directory.GetDirectories(Generations).OrderDescending(StringComparer.Ordinal).Where(path => Path.GetFileName(path) != published).Skip(GenerationsKept - 1))
            Remove(old);
    }

    private static void Remove(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is tried again at the next build; nothing reads an unpublished generation.
        }
    }
}

/// <summary>What a build did, or would do.</summary>
/// <param name="Changes">The statements that changed.</param>
/// <param name="Corpus">What was built.</param>
/// <param name="Generation">The generation published; null for a preview.</param>
/// <param name="Duration">How long writing, verifying and publishing took.</param>
public sealed record BuildSummary(IndexChanges Changes, CorpusContent Corpus, string? Generation, TimeSpan Duration);
