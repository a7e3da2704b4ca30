namespace KnowledgeBase.Search;

/// <summary>Keeps two builds from writing to one index folder at once. The lock goes with the process that holds it.</summary>
internal sealed class BuildLock : IDisposable
{
    private readonly FileStream _file;

    private BuildLock(FileStream file) => _file = file;

    /// <summary>Takes the lock.</summary>
    /// <exception cref="IOException">Another build holds it.</exception>
    public static BuildLock Take(string folder)
    {
        var path = Path.Combine(folder, "build.lock");
        try
        {
            return new BuildLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e)
        {
            throw new IOException($"Another build is writing to {folder}; wait for it to finish.", e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
