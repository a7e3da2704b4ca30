namespace KnowledgeBase.Tests;

/// <summary>Where the repository's own files lie, and places for tests to write.</summary>
internal static class Repository
{
    /// <summary>The repository's folder.</summary>
    public static string Root { get; } = Find();

    /// <summary>The corpus folder in git.</summary>
    public static string Corpus { get; } = Path.Combine(Root, "corpus");

    /// <summary>The first report's source.</summary>
    public static string FirstReport { get; } = Path.Combine(Corpus, "reports", "aicg2021", "report.md");

    private static string Find()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "KnowledgeBase.sln")))
            at = at.Parent ?? throw new DirectoryNotFoundException("The tests do not lie inside the repository.");
        return at.FullName;
    }
}

/// <summary>A folder that is gone when the test is done.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    /// <summary>The folder.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("kb-test-").FullName;

    /// <summary>Writes a file below the folder, making the folders above it.</summary>
    public string Write(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Copies the repository's corpus into the folder; returns its place.</summary>
    public string CopyCorpus()
    {
        var target = System.IO.Path.Combine(Path, "corpus");
        foreach (var file in Directory.EnumerateFiles(Repository.Corpus, "*", SearchOption.AllDirectories))
        {
            var copy = System.IO.Path.Combine(target, System.IO.Path.GetRelativePath(Repository.Corpus, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return target;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
