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
        Assert.Equal(["可信", "可控"], FirstReport.Registry.ThemeTagger.Tag("系统应当安全、可信、可控。").Single(theme => theme.Id == "trustworthy_ai").Evidence);
        Assert.All(FirstReport.Statements.SelectMany(s => s.Themes).SelectMany(theme => theme.Evidence), word => Assert.Equal(word.Trim('、', '，', '。', '“', '”', ' ', '\n'), word));
    }

    [Theory]
    [InlineData("今年全县粮食种植面积稳中有增，农机服务覆盖所有乡镇，秋粮收购价格平稳。")]
    [InlineData("球队在下半场连入三球，主教练赛后称赞了门将的表现。")]
    [InlineData("The recipe needs two eggs, a cup of flour and some patience.")]
    public void TextOfOtherFieldsGetsNoTheme(string text) => Assert.Empty(FirstReport.Registry.ThemeTagger.Tag(text));

    private static List<Label> Labels() =>
        JsonSerializer.Deserialize<List<Label>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "theme-labels.json")), SnakeCase)!;

    private static Statement StatementOf(Label label) => FirstReport.Statements.Single(s =>
        s.Text.StartsWith(label.StartsWith, StringComparison.Ordinal)
        && (label.Panel is null || s.Panel?.Name.Replace(" ", "", StringComparison.Ordinal) == label.Panel.Replace(" ", "", StringComparison.Ordinal)));

    private sealed record Label(string? Panel, string StartsWith, IReadOnlyList<string> Themes, IReadOnlyList<string> AcceptableExtra);
}
