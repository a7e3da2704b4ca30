using KnowledgeBase.Research.Comparing;

namespace KnowledgeBase.Tests;

/// <summary>The measure of comparisons.</summary>
public sealed class LogOddsTests
{
    // By hand: the prior weighs 50, as the smaller side; of that the thing has 50 × 17.5/175 = 5.
    // ratio = ln(17/133) − ln(7/93) = ln(1581/931) = 0.52957; z = 0.52957 / √(1/17 + 1/7) = 1.17921.
    [Fact]
    public void ItIsWhatTheFormulaSays()
    {
        var odds = LogOdds.Between((12, 100), (2, 50), (17, 174));
        Assert.Equal(Math.Log(1581.0 / 931), odds.Ratio, 12);
        Assert.Equal(0.5296, odds.Ratio, 4);
        Assert.Equal(1.1792, odds.Z, 4);
    }

    [Theory]
    [InlineData(12, 100, 2, 50, 17, 174)]
    [InlineData(0, 10, 7, 3000, 9, 5000)]
    [InlineData(5, 5, 0, 0, 5, 5)]
    public void ChangingSidesChangesTheSign(long a, long totalA, long b, long totalB, long corpus, long total)
    {
        var one = LogOdds.Between((a, totalA), (b, totalB), (corpus, total));
        var other = LogOdds.Between((b, totalB), (a, totalA), (corpus, total));
        Assert.Equal(one.Ratio, -other.Ratio, 12);
        Assert.Equal(one.Z, -other.Z, 12);
        Assert.NotEqual(0, one.Z);
    }

    [Theory]
    [InlineData(3, 30, 3, 30)]
    [InlineData(10, 100, 100, 1000)]
    [InlineData(0, 40, 0, 40)]
    public void EqualSharesAreNoDifference(long a, long totalA, long b, long totalB) =>
        Assert.Equal(0, LogOdds.Between((a, totalA), (b, totalB), (a + b, totalA + totalB)).Ratio, 2);

    [Fact]
    public void TheSameSharesOfMoreAreClearer()
    {
        double[] z = [.. new[] { 1, 10, 100 }.Select(times => LogOdds.Between((4 * times, 20 * times), (1 * times, 20 * times), (8 * times, 80 * times)).Z)];
        Assert.True(z[0] < 1.96 && z[0] < z[1] && z[1] < z[2] && z[2] > 1.96, string.Join(' ', z));
    }

    [Fact]
    public void WhatTheCorpusIsFullOfMustDifferMoreThanWhatIsRare() =>
        Assert.True(LogOdds.Between((5, 100), (0, 100), (5, 1000)).Z > LogOdds.Between((5, 100), (0, 100), (60, 1000)).Z);

    [Theory]
    [InlineData(0, 0, 0, 0, 0, 0)]
    [InlineData(0, 0, 5, 5, 5, 5)]
    [InlineData(5, 5, 5, 5, 5, 5)]
    [InlineData(0, 5, 0, 5, 0, 10)]
    [InlineData(1, 1, 0, 1_000_000, 1, 10_000_000)]
    public void NoCountsMakeItInfinite(long a, long totalA, long b, long totalB, long corpus, long total)
    {
        var odds = LogOdds.Between((a, totalA), (b, totalB), (corpus, total));
        Assert.True(double.IsFinite(odds.Ratio) && double.IsFinite(odds.Z));
    }
}
