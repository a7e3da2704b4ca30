using System.Globalization;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Tests;

/// <summary>What /metrics says, in Prometheus' text format 0.0.4.</summary>
internal sealed partial class Exposition
{
    private readonly List<(string Name, Dictionary<string, string> Labels, double Value)> _samples = [];

    public Exposition(string text)
    {
        Text = text;
        foreach (var line in text.Split('\n').Where(line => line.Length > 0 && line[0] != '#'))
        {
            var sample = Sample().Match(line);
            Assert.True(sample.Success, line);
            var labels = Label().Matches(sample.Groups["labels"].Value).ToDictionary(label => label.Groups["name"].Value, label => label.Groups["value"].Value, StringComparer.Ordinal);
            _samples.Add((sample.Groups["name"].Value, labels, sample.Groups["value"].Value == "+Inf" ? double.PositiveInfinity : double.Parse(sample.Groups["value"].Value, CultureInfo.InvariantCulture)));
        }
    }

    /// <summary>All of it.</summary>
    public string Text { get; }

    /// <summary>The samples of a name: their labels and values.</summary>
    public IEnumerable<(Dictionary<string, string> Labels, double Value)> Of(string name) => _samples.Where(sample => sample.Name == name).Select(sample => (sample.Labels, sample.Value));

    /// <summary>The samples of a name as text: the values of some labels, in order, and the number.</summary>
    public IEnumerable<string> Lines(string name, params string[] labels) =>
        Of(name).Select(sample => $"{string.Join(' ', labels.Select(label => sample.Labels[label]))} {sample.Value}").Order(StringComparer.Ordinal);

    [GeneratedRegex("""^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(\{(?<labels>([a-zA-Z_][a-zA-Z0-9_]*="([^"\\]|\\.)*",?)*)\})? (?<value>\S+)( \d+)?$""")]
    private static partial Regex Sample();

    [GeneratedRegex("""(?<name>[a-zA-Z_][a-zA-Z0-9_]*)="(?<value>([^"\\]|\\.)*)",?""")]
    private static partial Regex Label();
}
