using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Reading;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Tests;

/// <summary>Reads bytes as a file of a name.</summary>
internal static class Extraction
{
    /// <summary>The source and what was found wrong.</summary>
    public static (SourceText? Source, IReadOnlyList<Diagnostic> Diagnostics) Of(string name, byte[] bytes)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, name);
        File.WriteAllBytes(path, bytes);
        var diagnostics = new List<Diagnostic>();
        return (SourceReader.Read(path, name, diagnostics), diagnostics);
    }

    /// <summary>The text of a file with which nothing is wrong.</summary>
    public static string Text(string name, byte[] bytes)
    {
        var (source, diagnostics) = Of(name, bytes);
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Severity != Severity.Info);
        return source!.Text;
    }
}
