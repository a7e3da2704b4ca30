namespace KnowledgeBase.Corpus;

/// <summary>Where corpus and index lie unless somebody says otherwise.</summary>
public static class Folders
{
    /// <summary>KB_CORPUS, or the repository's corpus/.</summary>
    public static string Corpus => FromEnvironment("KB_CORPUS", "corpus");

    /// <summary>KB_INDEX, or the repository's index/.</summary>
    public static string Index => FromEnvironment("KB_INDEX", "index");

    // The repository is the nearest folder with KnowledgeBase.sln at or above the working folder, or above the program;
    // an installed program uses the working folder.
    private static string FromEnvironment(string variable, string folder)
    {
        if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } given)
            return Path.GetFullPath(given);
        var repository = Repository(Environment.CurrentDirectory) ?? Repository(AppContext.BaseDirectory) ?? Environment.CurrentDirectory;
        return Path.Combine(repository, folder);
    }

    private static string? Repository(string start)
    {
        for (var at = new DirectoryInfo(start); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "KnowledgeBase.sln")))
                return at.FullName;
        }

        return null;
    }
}
