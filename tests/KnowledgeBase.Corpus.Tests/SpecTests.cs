using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Tests;

/// <summary>
/// Runs the prose specs: each example of Specs/*.md is a report and what is read from it. tests/README.md says how to
/// add one.
/// </summary>
public sealed class SpecTests
{
    public static TheoryData<string, string> Examples()
    {
        var data = new TheoryData<string, string>();
        foreach (var spec in SpecFile.All())
        {
            foreach (var example in spec.Examples)
                data.Add(spec.Name, example.Name);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void TheReportReadsAsTheSpecSays(string file, string name)
    {
        var example = SpecFile.All().Single(spec => spec.Name == file).Examples.Single(e => e.Name == name);
        var report = ReportParser.Parse(new SourceText("report.md", example.Report, ""), new ReportDescription { Id = "spec" }, FirstReport.Registry);
        var expected = example.Expected;
        var actual = SpecLines.Of(report);

        // Statements are always compared; of the rest, the kinds of lines that the example speaks of.
        var kinds = expected.Select(line => line[0]).Append("individual").Append("collective").Append("outcome").ToHashSet();
        actual = [.. actual.Where(line => kinds.Contains(line[0]))];
        Assert.True(
            expected.Count == actual.Count && expected.Zip(actual).All(pair => SpecLines.Fits(pair.First, pair.Second)),
            $"expected:\n{Show(expected)}\n\nread:\n{Show(actual)}\n");
        Assert.All(report.Statements, s => Assert.Null(ProvenanceCheck.FirstDifference(s, report.Source.Text)));
        Assert.Equal(0, report.Audit.Coverage.Unaccounted);
    }

    private static string Show(IEnumerable<string[]> lines) => string.Join('\n', lines.Select(line => string.Join(" | ", line)));
}

/// <summary>A prose spec with its examples.</summary>
internal sealed record SpecFile(string Name, IReadOnlyList<SpecExample> Examples)
{
    private static readonly Lazy<IReadOnlyList<SpecFile>> Files = new(() => In("Specs", "report"));

    public static IReadOnlyList<SpecFile> All() => Files.Value;

    /// <summary>The specs of a folder, whose examples stand in blocks of a name.</summary>
    public static IReadOnlyList<SpecFile> In(string folder, string block) =>
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, folder), "*.md").Order(StringComparer.Ordinal).Select(path => Read(path, "~~~" + block))];

    private static SpecFile Read(string path, string start)
    {
        var examples = new List<SpecExample>();
        string? heading = null;
        string? report = null;
        var lines = File.ReadAllLines(path);
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("## ", StringComparison.Ordinal))
                heading = lines[i][3..];
            if (!lines[i].StartsWith("~~~", StringComparison.Ordinal))
                continue;

            var end = Array.FindIndex(lines, i + 1, line => line == "~~~");
            var block = lines[(i + 1)..end];
            if (lines[i] == start)
                report = string.Join('\n', block) + "\n";
            else if (lines[i] == "~~~expect")
                examples.Add(new SpecExample(heading!, report!, [.. block.Where(line => line.Length > 0).Select(line => line.Split(" | ").Select(cell => cell.Trim()).ToArray())]));
            else
                throw new InvalidDataException($"{path}:{i + 1}: a block is {start} or what is expected of it");
            i = end;
        }

        return new SpecFile(Path.GetFileNameWithoutExtension(path), examples);
    }
}

/// <summary>A report, or import lines, and what is read from it.</summary>
internal sealed record SpecExample(string Name, string Report, IReadOnlyList<string[]> Expected);

/// <summary>What was read from a report, in the lines that specs are written in.</summary>
internal static class SpecLines
{
    public static IReadOnlyList<string[]> Of(Report report) =>
    [
        .. report.Statements.SelectMany(StatementLines),
        .. report.Audit.Panels.Select(p => new[] { "panel", p.Id, p.Name, p.Theme ?? "-" }),
        .. report.Audit.Roster.Select(e => new[] { "roster", e.Side?.ToString().ToLowerInvariant() ?? "-", e.Name, e.Title, e.Status.ToString().ToLowerInvariant() }),
        .. report.Audit.Participants.Select(p => new[] { p.Role, p.Name }),
        .. report.Audit.Variants.Select(v => new[] { "variant", v.AsWritten, v.Canonical }),
        .. report.Audit.Diagnostics.Where(d => d.Severity != Severity.Info || d.Code is "KB108" or "KB109" or "KB111" or "KB113").Select(d => new[] { d.Code }),
    ];

    /// <summary>Whether a line of a spec fits what was read; "…" stands for any text, and cells left out for anything.</summary>
    public static bool Fits(string[] expected, string[] actual) =>
        expected.Length <= actual.Length && expected.Zip(actual).All(pair => FitsCell(pair.First, pair.Second));

    private static IEnumerable<string[]> StatementLines(Statement statement)
    {
        var a = statement.Attribution;
        var content = statement.Text[statement.ContentStart..].ReplaceLineEndings("⏎");
        var kind = statement.Kind.ToString().ToLowerInvariant();
        yield return statement.Kind switch
        {
            StatementKind.Individual => [kind, statement.Speaker!.Name, a.Title ?? "-", a.Cue ?? "-", content],
            StatementKind.Collective => [kind, a.Source!, a.Strength?.ToString().ToLowerInvariant() ?? "-", a.Cue ?? "-", content],
            _ => [kind, content],
        };
        foreach (var office in statement.Institutions)
            yield return ["office", office.Name, office.Unit ?? "-", office.Role ?? "-", office.Relation.ToString().ToLowerInvariant(), office.Sector is { } sector ? CorpusJson.NameOf(sector) : "-", office.Country ?? "-"];
        foreach (var claim in statement.Claims)
            yield return ["claim", statement.Text[claim.Start..claim.End]];
        foreach (var theme in statement.Themes)
            yield return ["theme", theme.Id, string.Join(' ', theme.Evidence)];
        foreach (var instrument in statement.Instruments)
            yield return ["instrument", instrument];
    }

    private static bool FitsCell(string expected, string actual)
    {
        var parts = expected.Split('…');
        if (parts.Length == 1)
            return expected == actual;
        return actual.Length >= parts[0].Length + parts[^1].Length && actual.StartsWith(parts[0], StringComparison.Ordinal)
            && actual.EndsWith(parts[^1], StringComparison.Ordinal) && parts.All(part => actual.Contains(part, StringComparison.Ordinal));
    }
}
