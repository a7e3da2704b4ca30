namespace KnowledgeBase.Search;

/// <summary>
/// The generations of an index folder: complete ones side by side, one that is being written apart from them, and the file
/// <c>current</c>, which names the published one in its first line and below it those that were published before.
/// </summary>
internal sealed class GenerationFolder(string folder)
{
    private string CurrentFile => Path.Combine(folder, "current");

    private string Complete => Path.Combine(folder, "generations");

    private string Unfinished => Path.Combine(folder, "building");

    /// <summary>
    /// The content of <c>current</c>, which changes whenever something is published; null where nothing is; "" where it
    /// cannot be read, or is missing although there are generations.
    /// </summary>
    public string? Current
    {
        get
        {
            try
            {
                return File.ReadAllText(CurrentFile);
            }
            catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
            {
                return Names().Any() ? "" : null;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return "";
            }
        }
    }

    /// <summary>When <c>current</c> was written last, UTC; long ago where there is none. Asking costs much less than reading it.</summary>
    public DateTime CurrentWritten => File.GetLastWriteTimeUtc(CurrentFile);

    /// <summary>The published generation and those before it, newest first, whether they are still there or not.</summary>
    public static IReadOnlyList<string> History(string? current) => current?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <summary>
    /// What can be served, in the order in which it is tried: the published generation, those before it, and, for the case
    /// that <c>current</c> itself is damaged, every other complete one from the newest on.
    /// </summary>
    public IEnumerable<string> Candidates(string current) =>
        History(current).Concat(Names().OrderDescending(StringComparer.Ordinal)).Distinct(StringComparer.Ordinal);

    /// <summary>The files of a complete generation.</summary>
    public GenerationFiles FilesOf(string name) => new(Path.Combine(Complete, name));

    /// <summary>Whether there is a complete generation of a name, which may be anything if <c>current</c> is damaged.</summary>
    public bool Exists(string name) => Path.GetFileName(name) == name && Directory.Exists(FilesOf(name).Folder);

    /// <summary>Opens a complete generation.</summary>
    /// <exception cref="IOException">It is damaged.</exception>
    public Generation Open(string name) => Generation.Open(FilesOf(name).Folder);

    /// <summary>Where a new generation is written; what builds that were killed left there is removed.</summary>
    public GenerationFiles Begin(string name)
    {
        Remove(Unfinished);
        Directory.CreateDirectory(Complete);
        return new GenerationFiles(Path.Combine(Unfinished, name));
    }

    /// <summary>Puts a new generation, which was verified, among the complete ones.</summary>
    public void Finish(GenerationFiles files)
    {
        Durable.Move(files.Folder, FilesOf(files.Name).Folder);
        Durable.FlushFolder(folder);
    }

    /// <summary>Removes a generation that was begun and failed.</summary>
    public void Abandon() => Remove(Unfinished);

    /// <summary>Publishes a generation in one step.</summary>
    /// <param name="history">The generation, then those that can be gone back to, newest first.</param>
    public void Publish(IEnumerable<string> history) => Durable.Replace(CurrentFile, string.Concat(history.Select(name => name + "\n")));

    /// <summary>Removes every generation that is not named; a service that still reads one keeps its files open.</summary>
    public void Prune(IReadOnlyCollection<string> kept)
    {
        Remove(Unfinished);
        foreach (var old in Directory.GetDirectories(Complete).Where(path => !kept.Contains(Path.GetFileName(path), StringComparer.Ordinal)))
            Remove(old);
    }

    // A folder that may not be looked into has none.
    private IEnumerable<string> Names()
    {
        try
        {
            return [.. Directory.EnumerateDirectories(Complete).Select(path => Path.GetFileName(path)!)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static void Remove(string path)
    {
        try
        {
            if (Directory.Exists(path))
                Directory.Delete(path, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is tried again at the next build; nothing reads it.
        }
    }
}
