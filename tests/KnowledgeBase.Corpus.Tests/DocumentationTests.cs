using System.Text.RegularExpressions;

namespace KnowledgeBase.Tests;

/// <summary>What users are told must be what the program does.</summary>
public sealed partial class DocumentationTests
{
    [Fact]
    public void EveryDiagnosticIsDocumentedAndNoOther()
    {
        var used = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => QuotedCode().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .ToHashSet();
        var documented = DocumentedCode().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "diagnostics.md"))).Select(match => match.Groups[1].Value).ToHashSet();
        Assert.Equal(used.Order(), documented.Order());
    }

    [GeneratedRegex("\"(KB[0-9]{3})\"")]
    private static partial Regex QuotedCode();

    [GeneratedRegex(@"^\| (KB[0-9]{3}) \|", RegexOptions.Multiline)]
    private static partial Regex DocumentedCode();
}
