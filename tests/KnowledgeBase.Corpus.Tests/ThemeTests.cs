using System.Text.Json;
using KnowledgeBase.Corpus;

namespace KnowledgeBase.Tests;

/// <summary>The themes of the first report against labels given by hand (Data/theme-labels.json).</summary>
public sealed class ThemeTests(ITestOutputHelper output)
{
    private static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    [Fact]
    public void FourFifthsOfTheLabelsAreFoundAndFourFifthsOfWhatIsFoundIsRight()
    {
        int expected = 0, found = 0, given = 0, right = 0;
        foreach (var label in Labels())
        {
            var themes = StatementOf(label).Themes.Select(theme => theme.Id).ToList();
            expected += label.Themes.Count;
            found += label.Themes.Count(themes.Contains);
            given += themes.Count;
            right += themes.Count(theme => label.Themes.Contains(theme) || label.AcceptableExtra.Contains(theme));
        }

        output.WriteLine($"recall {found}/{expected} = {(double)found / expected:0.000}, precision {right}/{given} = {(double)right / given:0.000}");
        Assert.True(found >= 0.8 * expected, $"recall {found}/{expected}");
        Assert.True(right >= 0.8 * given, $"precision {right}/{given}");
    }

    [Fact]
    public void EachThemeRestsOnWordsOfTheContent() =>
        Assert.All(FirstReport.Statements, s => Assert.All(s.Themes, theme =>
        {
            Assert.NotEmpty(theme.Evidence);
            Assert.All(theme.Evidence, words => Assert.Contains(words, s.Text, StringComparison.Ordinal));
        }));

    [Fact]
    public void AWordIsListedOnceWithoutTheMarksAroundIt()
    {
        Assert.Equal(["可信", "可控"], FirstReport.Registry.ThemeTagger.Tag("人工智能系统应当安全、可信、可控。").Single(theme => theme.Id == "trustworthy_ai").Evidence);
        Assert.All(FirstReport.Statements.SelectMany(s => s.Themes).SelectMany(theme => theme.Evidence), word => Assert.Equal(word.Trim('、', '，', '。', '“', '”', ' ', '\n'), word));
    }

    [Fact]
    public void TextOfOtherFieldsGetsNoThemeUnlessItSpeaksOfOne()
    {
        int without = 0, clean = 0, given = 0, right = 0, expected = 0, found = 0;
        foreach (var passage in Passages())
        {
            var themes = FirstReport.Registry.ThemeTagger.Tag(passage.Text);
            given += themes.Count;
            right += themes.Count(theme => passage.Themes.Contains(theme.Id) || passage.AcceptableExtra.Contains(theme.Id));
            expected += passage.Themes.Count;
            found += passage.Themes.Count(id => themes.Any(theme => theme.Id == id));
            (without, clean) = passage.Themes.Count == 0 ? (without + 1, clean + (themes.Count == 0 ? 1 : 0)) : (without, clean);
            foreach (var theme in themes.Where(theme => !passage.Themes.Contains(theme.Id)))
                output.WriteLine($"+ {theme.Id} {string.Join('、', theme.Evidence)}: {passage.Text}");
            foreach (var missed in passage.Themes.Where(id => themes.All(theme => theme.Id != id)))
                output.WriteLine($"- {missed}: {passage.Text}");
        }

        output.WriteLine($"without a theme {clean}/{without}, precision {right}/{given}, recall {found}/{expected}");
        Assert.True(without >= 40 && clean >= 0.95 * without, $"without a theme {clean}/{without}");
        Assert.True(right >= 0.9 * given, $"precision {right}/{given}");
        Assert.True(expected >= 20 && found >= 0.9 * expected, $"recall {found}/{expected}");
    }

    private static List<Label> Labels() =>
        JsonSerializer.Deserialize<List<Label>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "theme-labels.json")), SnakeCase)!;

    private static IEnumerable<Passage> Passages() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "theme-passages.tsv")).Where(line => !line.StartsWith('#')).Select(line => line.Split('\t'))
            .Select(cells => (Ids: cells[0] == "-" ? [] : cells[0].Split(' '), Text: cells[2]))
            .Select(row => new Passage([.. row.Ids.Where(id => id[0] != '(')], [.. row.Ids.Where(id => id[0] == '(').Select(id => id[1..^1])], row.Text));

    private static Statement StatementOf(Label label) => FirstReport.Statements.Single(s =>
        s.Text.StartsWith(label.StartsWith, StringComparison.Ordinal)
        && (label.Panel is null || s.Panel?.Name.Replace(" ", "", StringComparison.Ordinal) == label.Panel.Replace(" ", "", StringComparison.Ordinal)));

    private sealed record Passage(IReadOnlyList<string> Themes, IReadOnlyList<string> AcceptableExtra, string Text);

    private sealed record Label(string? Panel, string StartsWith, IReadOnlyList<string> Themes, IReadOnlyList<string> AcceptableExtra);
}
