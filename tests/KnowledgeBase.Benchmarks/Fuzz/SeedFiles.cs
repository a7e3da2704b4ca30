using System.Text.Json;
using KnowledgeBase.Tests;

namespace KnowledgeBase.Fuzz;

/// <summary>Seeds that are in the repository anyway: reports, documents, specs, imports, judged queries, the registry.</summary>
internal static class SeedFiles
{
    private static readonly string Tests = Path.Combine(Repository.Root, "tests");

    /// <summary>Reports of every form, whole.</summary>
    public static IEnumerable<string> Reports() =>
        Files("KnowledgeBase.Corpus.Tests/Forms", "*.md").Append(Repository.FirstReport).Select(File.ReadAllText);

    /// <summary>What stands between lines of tildes in the prose specs: short reports, each on one rule.</summary>
    public static IEnumerable<string> Specs() => Files("KnowledgeBase.Corpus.Tests/Specs", "*.md").SelectMany(path => Blocks(path, "report"));

    /// <summary>Lines that are imported, good and bad ones, each block a file.</summary>
    public static IEnumerable<string> Imports() => Files("KnowledgeBase.Corpus.Tests/Imports", "*.md").SelectMany(path => Blocks(path, "import"));

    /// <summary>Queries whose answers people judged.</summary>
    public static IEnumerable<string> Queries() => JsonDocument.Parse(File.ReadAllText(Path.Combine(Tests, "KnowledgeBase.Search.Tests", "Data", "judged-queries.json"))).RootElement.EnumerateArray().Select(query => query.GetProperty("query").GetString()!);

    /// <summary>The registry's files, and a description.</summary>
    public static IEnumerable<string> Yaml() => Directory.EnumerateFiles(Repository.Corpus, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText);

    /// <summary>The bytes of a report that is there in several formats.</summary>
    public static byte[] Document(string ending) => File.ReadAllBytes(Path.Combine(Tests, "KnowledgeBase.Corpus.Tests", "Documents", "forum" + ending));

    /// <summary>The lines of a file of fuzzing's own.</summary>
    public static string[] Own(string name) => File.ReadAllLines(Path.Combine(Tests, "KnowledgeBase.Benchmarks", "Fuzz", "Seeds", name));

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Tests, folder), pattern, SearchOption.AllDirectories).Where(path => Path.GetFileName(path) != "README.md").Order(StringComparer.Ordinal);

    private static IEnumerable<string> Blocks(string path, string kind) =>
        File.ReadAllText(path).Split($"~~~{kind}\n").Skip(1).Select(block => block.Split("~~~\n")[0]);
}
