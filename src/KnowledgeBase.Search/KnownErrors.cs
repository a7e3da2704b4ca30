using System.Runtime.InteropServices;
using System.Text.Json;
using KnowledgeBase.Corpus;

namespace KnowledgeBase.Search;

/// <summary>
/// The errors that a generation's corpus had, kept beside it, so that a later build can tell which are new. An error is
/// known by code, file and message: edits above it move its line and do not make it another.
/// </summary>
internal static class KnownErrors
{
    /// <summary>Writes the errors of a corpus into a generation.</summary>
    public static void Write(GenerationFiles files, CorpusContent corpus)
    {
        using var file = File.Create(files.Errors);
        JsonSerializer.Serialize(file, Of(corpus), CorpusJson.Indented);
    }

    /// <summary>
    /// The errors of a corpus that a generation did not have; all of them where there is no generation, or one that does
    /// not say which it had. What stood there once and stands here twice is new once.
    /// </summary>
    public static IReadOnlyList<Diagnostic> NewIn(CorpusContent corpus, GenerationFiles? published)
    {
        var known = Read(published).CountBy(Key).ToDictionary();
        return [.. Of(corpus).Where(error => --CollectionsMarshal.GetValueRefOrAddDefault(known, Key(error), out _) < 0)];
    }

    private static IEnumerable<Diagnostic> Of(CorpusContent corpus) => corpus.AllDiagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error);

    private static (string, string, string) Key(Diagnostic error) => (error.Code, error.File, error.Message);

    private static IReadOnlyList<Diagnostic> Read(GenerationFiles? files)
    {
        try
        {
            return files is not null && File.Exists(files.Errors) ? JsonSerializer.Deserialize<Diagnostic[]>(File.ReadAllBytes(files.Errors), CorpusJson.Options) ?? [] : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return [];
        }
    }
}
