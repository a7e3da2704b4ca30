namespace KnowledgeBase.Search;

/// <summary>Keeps two builds from writing to one index folder at once. The lock goes with the process that holds it.</summary>
internal sealed class BuildLock : IDisposable
{
    private const int Tries = 3;
    private readonly FileStream _file;

    private BuildLock(FileStream file) => _file = file;

    /// <summary>Whether a build holds the lock of an index folder now.</summary>
    public static bool IsHeld(string folder)
    {
        var path = PathOf(folder);
        if (!File.Exists(path))
            return false;
        try
        {
            Open(path).Dispose();
            return false;
        }
        catch (IOException)
        {
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            // Another user's folder: what is not known is not claimed.
            return false;
        }
    }

    /// <summary>Takes the lock.</summary>
    /// <exception cref="IOException">Another build holds it.</exception>
    public static BuildLock Take(string folder)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                return new BuildLock(Open(PathOf(folder)));
            }
            catch (IOException) when (tried < Tries)
            {
                // IsHeld holds it for a moment to see that nobody does.
                Thread.Sleep(10);
            }
            catch (IOException e)
            {
                throw new IOException(Message(folder), e);
            }
        }
    }

    /// <summary>What is said to a second build.</summary>
    public static string Message(string folder) => $"Another build is writing to {folder}; wait for it to finish.";

    private static string PathOf(string folder) => Path.Combine(folder, "build.lock");

    private static FileStream Open(string path) => new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
