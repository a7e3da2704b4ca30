using System.Text.RegularExpressions;

namespace KnowledgeBase.Tests;

/// <summary>That docs/operating.md and deploy/ speak of what there is.</summary>
public sealed class OperatingDocsTests
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "operating.md"));

    [Fact]
    public void EverySettingStandsInTheTable()
    {
        var sources = Directory.GetFiles(Path.Combine(Repository.Root, "src", "KnowledgeBase.Api"), "*Settings.cs", SearchOption.AllDirectories).Select(File.ReadAllText);
        var names = sources.SelectMany(source => Regex.Matches(source, """given\.\w+\("([a-z-]+)""").Select(match => match.Groups[1].Value)).ToList();
        Assert.Contains("log-format", names);
        Assert.All(names, name => Assert.Contains($"| `--{name}` | `{Api.GivenSettings.VariableOf(name)}` |", Guide, StringComparison.Ordinal));
    }

    [Fact]
    public void EveryMetricOfOurOwnStandsInTheTable()
    {
        var meter = File.ReadAllText(Path.Combine(Repository.Root, "src", "KnowledgeBase.Api", "Telemetry", "ServiceMeter.cs"));
        var names = Regex.Matches(meter, "\"(kb\\.[a-z.]+)\"").Select(match => match.Groups[1].Value.Replace('.', '_')).ToList();
        Assert.Contains("kb_searches", names);
        Assert.All(names, name => Assert.Matches($"\\| `{name}(_total|_seconds)?` \\|", Guide));
    }

    [Fact]
    public void TheContainerFileCopiesWhatThereIsAndEveryProject()
    {
        var file = File.ReadAllText(Path.Combine(Repository.Root, "deploy", "Containerfile"));
        var copied = Regex.Matches(file, "^COPY (?!--from)(.+) \\S+$", RegexOptions.Multiline).SelectMany(match => match.Groups[1].Value.Split(' ')).ToList();
        Assert.All(copied, path => Assert.True(Path.Exists(Path.Combine(Repository.Root, path)), path));
        var projects = Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Repository.Root, path));
        Assert.Equal(projects.Order(StringComparer.Ordinal), copied.Where(path => path.EndsWith(".csproj", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void TheUnitSetsOnlyVariablesThatThereAre()
    {
        var unit = File.ReadAllText(Path.Combine(Repository.Root, "deploy", "knowledgebase.service"));
        Assert.All(Regex.Matches(unit, "KB_[A-Z_]+").Select(match => match.Value), variable => Assert.Contains($"| `{variable}` |", Guide, StringComparison.Ordinal));
    }
}
