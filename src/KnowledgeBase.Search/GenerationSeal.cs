using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace KnowledgeBase.Search;

/// <summary>
/// The list of a generation's files with their lengths and hashes, written when all others are: what was damaged since
/// shows against it. Its first line is the hash of the others, so that damage to the list shows too.
/// </summary>
internal static class GenerationSeal
{
    // So much is hashed whenever a generation is opened; it is read then anyway (IndexStorage).
    private const long LargestHashed = IndexStorage.LargestInMemory;

    /// <summary>Writes the list, and waits until all files are on the disk.</summary>
    public static void Write(GenerationFiles files)
    {
        var lines = new StringBuilder();
        foreach (var path in Directory.EnumerateFiles(files.Folder, "*", SearchOption.AllDirectories).Where(path => path != files.Seal).Order(StringComparer.Ordinal))
        {
            Durable.Flush(path);
            lines.Append(CultureInfo.InvariantCulture, $"{HashOf(new FileInfo(path))} {new FileInfo(path).Length} {Path.GetRelativePath(files.Folder, path).Replace('\\', '/')}\n");
        }

        File.WriteAllText(files.Seal, $"{HashOf(lines.ToString())}\n{lines}");
        Durable.Flush(files.Seal);
    }

    /// <summary>
    /// What is wrong with a generation, as far as it can be told as fast as it is opened; null where nothing is. Of a large
    /// one the files that are read whole are hashed; of Lucene's files, sources and audits the lengths are compared.
    /// </summary>
    public static string? QuickDamage(GenerationFiles files)
    {
        var isLarge = new Lazy<bool>(() => IsLarge(files));
        return Damage(files, path => !path.Contains('/', StringComparison.Ordinal) || !isLarge.Value);
    }

    /// <summary>What is wrong with any file of a generation; null where nothing is.</summary>
    public static string? Damage(GenerationFiles files) => Damage(files, _ => true);

    /// <summary>Whether opening a generation looks at the lengths of most files alone.</summary>
    public static bool IsLarge(GenerationFiles files) =>
        Directory.EnumerateFiles(files.Folder, "*", SearchOption.AllDirectories).Sum(path => new FileInfo(path).Length) > LargestHashed;

    private static string? Damage(GenerationFiles files, Func<string, bool> isHashed)
    {
        try
        {
            if (!File.Exists(files.Seal))
                return $"{files.Name} is not complete, or was built by an earlier version of the program: it has no list of its files";
            var text = File.ReadAllText(files.Seal);
            var end = text.IndexOf('\n', StringComparison.Ordinal);
            if (end < 0 || HashOf(text[(end + 1)..]) != text[..end])
                return $"{files.Name} is damaged: its list of files is";
            var damage = text[(end + 1)..].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => Damage(files.Folder, line.Split(' ', 3), isHashed)).FirstOrDefault(found => found is not null);
            return damage is null ? null : $"{files.Name} is damaged: {damage}";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"{files.Name} cannot be read: {e.Message.TrimEnd('.')}";
        }
    }

    private static string? Damage(string folder, string[] entry, Func<string, bool> isHashed)
    {
        var (hash, length, name) = (entry[0], long.Parse(entry[1], CultureInfo.InvariantCulture), entry[2]);
        var file = new FileInfo(Path.Combine(folder, name));
        if (!file.Exists)
            return $"{name} is missing";
        if (file.Length != length)
            return $"{name} has {file.Length} bytes instead of {length}";
        return isHashed(name) && HashOf(file) != hash ? $"{name} has other bytes than were written" : null;
    }

    private static string HashOf(FileInfo file)
    {
        using var stream = file.OpenRead();
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
