using System.Security.Cryptography;
using System.Text;

namespace KnowledgeBase.Corpus;

/// <summary>The version of a corpus: a hash over everything that statements are made from.</summary>
public static class CorpusVersion
{
    private static readonly string[] Folders = ["reports", "registry", "statements"];

    /// <summary>
    /// SHA-256, in 16 hexadecimal digits, over the names and bytes of all files in the corpus's folders, in the order of
    /// their names; independent of machine, time and file order.
    /// </summary>
    public static string Of(string corpus) => Of(corpus, Folders);

    /// <summary>The same over the registry alone.</summary>
    public static string OfRegistry(string corpus) => Of(corpus, ["registry"]);

    private static string Of(string corpus, string[] folders)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, path) in FilesOf(corpus, folders))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name + "\n"));
            using var file = File.OpenRead(path);
            hash.AppendData(SHA256.HashData(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private static IEnumerable<(string Name, string Path)> FilesOf(string corpus, string[] folders) =>
        folders.Select(folder => Path.Combine(corpus, folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Select(path => (Name: Path.GetRelativePath(corpus, path).Replace('\\', '/'), path))
            .Where(file => !Path.GetFileName(file.Name).StartsWith('.'))
            .OrderBy(file => file.Name, StringComparer.Ordinal);
}
