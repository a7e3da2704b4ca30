using System.Text.Json;

namespace KnowledgeBase.Tests;

/// <summary>Going back to the generation before, and what commands do where the published one is damaged.</summary>
public sealed class RollbackTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ARollbackPublishesThePreviousGenerationAndSaysWhich()
    {
        await Build("应当打开算法黑箱。");
        var first = Published();
        await Build("标准应当先行。");
        var second = Published();
        Assert.StartsWith("1 statement", (await Search("标准")).Output, StringComparison.Ordinal);

        var back = JsonDocument.Parse((await Rollback("--format", "json")).Output).RootElement;
        Assert.Equal((first, second), (back.GetProperty("generation").GetString(), back.GetProperty("replaced").GetString()));
        Assert.Equal(1, back.GetProperty("statements").GetInt32());
        Assert.Equal(first, Published());
        Assert.StartsWith("1 statement", (await Search("黑箱")).Output, StringComparison.Ordinal);

        var none = await Rollback();
        Assert.Equal((2, ""), (none.ExitCode, none.Output));
        Assert.Contains($"nothing was changed: before {first} no generation was kept", none.Errors, StringComparison.Ordinal);
        await Build("标准应当先行。");
        Assert.StartsWith($"published {first} again instead of {Published()}: 1 statement", (await Rollback()).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereThePublishedGenerationIsDamagedTheOneBeforeAnswersAndSaysSo()
    {
        await Build("应当打开算法黑箱。");
        await Build("应当打开算法黑箱。");
        File.Delete(Path.Combine(Index, "generations", Published(), "manifest.json"));
        var search = await Search("黑箱");
        Assert.Equal(0, search.ExitCode);
        Assert.StartsWith("1 statement", search.Output, StringComparison.Ordinal);
        Assert.Contains("kb: warning: ", search.Errors, StringComparison.Ordinal);
        Assert.Contains("manifest.json is missing. Instead ", search.Errors, StringComparison.Ordinal);
        Assert.Equal(1, (await KbProgram.Run("verify", "--index", Index)).ExitCode);
        Assert.Equal(0, (await Rollback()).ExitCode);
        Assert.Empty((await Search("黑箱")).Errors);
    }

    [Fact]
    public async Task AGoldenQueryThatIsNotAnsweredIsAnErrorAndAMissingStatementAWarning()
    {
        _folder.Write("corpus/golden-queries.yaml", "- {query: 黑箱, atLeast: 2}\n");
        var refused = await Build("应当打开算法黑箱。");
        Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
        Assert.Contains("did not pass verification and was not published: the golden query \"黑箱\" (golden-queries.yaml:1) finds 1 statements", refused.Errors, StringComparison.Ordinal);

        var golden = _folder.Write("corpus/golden-queries.yaml", "- {query: 黑箱, atLeast: 1}\n- {query: 白箱, finds: [x-0], atLeast: 9}\n");
        var built = await Build("应当打开算法黑箱。");
        Assert.Equal(0, built.ExitCode);
        Assert.Contains($"{Path.GetRelativePath(Repository.Root, golden)}:2:1: warning KB017: the corpus does not have x-0", built.Errors, StringComparison.Ordinal);
        Assert.Contains("0 errors, 1 warning", built.Output, StringComparison.Ordinal);
        Assert.Matches(@"published \S+ in [0-9.]+ s, [0-9.]+ s of it to verify", built.Output);
    }

    private string Index => Path.Combine(_folder.Path, "index");

    private string Published() => File.ReadLines(Path.Combine(Index, "current")).First();

    private Task<KbRun> Build(string text)
    {
        _folder.Write("corpus/statements/mine.jsonl", $"{{\"text\": \"{text}\"}}\n");
        return KbProgram.Run("build", "--corpus", Path.Combine(_folder.Path, "corpus"), "--index", Index);
    }

    private Task<KbRun> Search(string query) => KbProgram.Run("search", query, "--index", Index);

    private Task<KbRun> Rollback(params string[] more) => KbProgram.Run(["rollback", "--index", Index, .. more]);
}
