using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Tests;

/// <summary>
/// Real meetings and interviews, kept beside the repository and not in it (../shared/datasets/transcripts): their labels say
/// who speaks. Where that folder is not there, each test says so and is skipped.
/// </summary>
public sealed class TranscriptTests(ITestOutputHelper output)
{
    private const int FewestFiles = 20;

    [Fact]
    public void SpeakersOfRealTranscriptsAreFound()
    {
        var score = Measure(Transcript.AsPrinted, every: 2);
        Assert.True(score.Precision >= 0.99 && score.Recall >= 0.98, $"{score}");
    }

    [Theory]
    [InlineData("姓名：…", 0.98)]
    [InlineData("**姓名**：…", 0.98)]
    [InlineData("**姓名：**…", 0.98)]
    [InlineData("**姓名**", 0.97)]
    [InlineData("【姓名】…", 0.96)]
    [InlineData("姓名（時間）", 0.96)]
    [InlineData("姓名 時間", 0.96)]
    public void SpeakersAreFoundInWhateverFormTheLabelsArePrinted(string form, double least)
    {
        var score = Measure(form, every: 10);
        Assert.True(score.F1 >= least, $"{score}");
    }

    // Talk says now and then itself who said what ("Howard Wu wrote", 洪秀柱說): about one passage of three hundred.
    [Fact]
    public void WithoutLabelsNobodyIsInvented()
    {
        var score = Measure(Transcript.Stripped, every: 4);
        Assert.True(score.Found <= 0.007 * score.Labelled, $"{score}");
    }

    private PassageScore Measure(string form, int every)
    {
        Assert.SkipWhen(Transcript.Folder is null, "no transcripts in ../shared/datasets/transcripts");
        var files = Directory.EnumerateFiles(Transcript.Folder!, "*.md").Order(StringComparer.Ordinal).Where((_, i) => i % every == 0).ToList();
        Assert.True(files.Count >= FewestFiles, $"{files.Count} files");
        var score = PassageScore.Sum(files.Select(file => Score(file, form)));
        output.WriteLine($"{form}: {files.Count} transcripts, {score}");
        return score;
    }

    private static PassageScore Score(string file, string form)
    {
        var (text, passages) = Transcript.Read(file).Print(form);
        return new SpokenPassages(ReportParser.Parse(new SourceText(file, text, ""), new ReportDescription { Id = "transcript" }, FirstReport.Registry), passages).Score;
    }
}
