using System.Text.Json;

namespace KnowledgeBase.Tests;

/// <summary><c>kb lineage</c>.</summary>
public sealed class LineageCommandTests(ExportCommandTests.BuiltIndex index) : IClassFixture<ExportCommandTests.BuiltIndex>
{
    [Fact]
    public async Task AnOutcomesSharedWordingIsPrintedWithWhoElseSaysIt()
    {
        var run = await KbProgram.Run("lineage", "aicg2021-atyd57", "--index", index.Folder);
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("1 passage of 13 characters or more, shared with 1 statement\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("92 characters, weight 92, in 1 other statement: 汪永清 · reports/aicg2021/report.md:260 · ", run.Output, StringComparison.Ordinal);
        Assert.Contains("no proof of origin", run.Output, StringComparison.Ordinal);

        var json = JsonDocument.Parse((await KbProgram.Run("lineage", "aicg2021-atyd57", "--format", "json", "--index", index.Folder)).Output).RootElement;
        Assert.Equal(92, json.GetProperty("passages")[0].GetProperty("length").GetInt32());
    }

    [Theory]
    [InlineData("lineage aicg2021-nothere", 1, "no statement or claim \"aicg2021-nothere\"")]
    [InlineData("lineage", 2, "Required argument missing")]
    [InlineData("lineage x --format xml", 2, "'xml' not recognized")]
    public async Task WhatCannotBeAnsweredIsTold(string arguments, int exitCode, string message)
    {
        var run = await KbProgram.Run([.. arguments.Split(' '), "--index", index.Folder]);
        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }
}
