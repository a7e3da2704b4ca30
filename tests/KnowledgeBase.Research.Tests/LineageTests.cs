using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Text;
using KnowledgeBase.Research;
using KnowledgeBase.Research.Lineage;

namespace KnowledgeBase.Tests;

/// <summary>Which wording a consensus shares with named speakers, on the first report and on a stranger's.</summary>
public sealed class LineageTests(ResearchFixture fixture)
{
    [Fact]
    public void TenOfElevenOutcomesShareWordingWithNamedSpeakers()
    {
        var outcomes = Lineages(StatementKind.Outcome);
        Assert.Equal(11, outcomes.Count);
        Assert.Equal(["aicg2021-m2rtxw"], outcomes.Where(outcome => outcome.Total == 0).Select(outcome => outcome.Id));
        Assert.Equal(18, outcomes.Sum(outcome => outcome.Total));
        Assert.Equal(["aicg2021-kw4hj3"], Lineages(StatementKind.Collective).Where(group => group.Total > 0).Select(group => group.Id));
    }

    [Fact]
    public void OneOutcomeShares92CharactersWithASpeaker()
    {
        var passage = Assert.Single(Of("aicg2021-atyd57").Passages);
        Assert.Equal(92, passage.Length);
        Assert.Equal(92, passage.Weight);
        Assert.Equal(1, passage.Frequency);
        Assert.Null(passage.TextThere);
        Assert.StartsWith("，建立起跨文化信任，尊重和包容差异", passage.Text, StringComparison.Ordinal);
        Assert.EndsWith("平衡性框架。", passage.Text, StringComparison.Ordinal);
        Assert.Equal("汪永清", passage.Statement.Read().Speaker!.Name);
        var back = Of(passage.Statement.Read().Id).Passages[0];
        Assert.Equal(("aicg2021-atyd57", passage.There, passage.Here), (back.Statement.Read().Id, back.Here, back.There));
    }

    [Fact]
    public void BothRangesHoldThePassageAsPrintedAndTheWeightiestStandsFirst()
    {
        foreach (var statement in ResearchFixture.Statements(fixture.First))
        {
            var lineage = Of(statement.Id);
            Assert.Equal(lineage.Passages.Select(passage => passage.Weight).OrderDescending(), lineage.Passages.Select(passage => passage.Weight));
            foreach (var passage in lineage.Passages)
            {
                var other = passage.Statement.Read();
                Assert.NotEqual(statement.Kind == StatementKind.Individual, other.Kind == StatementKind.Individual);
                Assert.Equal(passage.Text, Slice(statement.Text, passage.Here));
                Assert.Equal(passage.TextThere ?? passage.Text, Slice(other.Text, passage.There));
                Assert.Equal(new SqueezedText(passage.Text).Text, new SqueezedText(passage.TextThere ?? passage.Text).Text);
            }
        }
    }

    /// <summary>The section that the heading stands above is of neither statement.</summary>
    [Fact]
    public void WhatStandsInAHeadingOfTheReportIsASlogan()
    {
        var passage = Assert.Single(Of("aicg2021-kw4hj3").Passages);
        Assert.Equal("构建平衡包容的人工智能治理体系", passage.Text);
        Assert.Equal(["（二）推动构建平衡包容的人工智能治理体系", "如何构建一个平衡包容的人工智能治理体系"], passage.StockPhrases);
        Assert.Equal(3.75, passage.Weight);
    }

    [Fact]
    public void DashesOfAnotherFormAreShownAsPrintedThere()
    {
        var passage = Of("aicg2021-nyyjfy").Passages[0];
        Assert.Equal(("应用“宏观-中观-微观”多维治理工具", "应用“宏观—中观—微观”多维治理工具"), (passage.Text, passage.TextThere));
    }

    [Fact]
    public void AClaimHasThePassagesThatLieInIt()
    {
        var whole = Of("aicg2021-s4nyzr");
        var claims = CitedPassage.Find(fixture.First, "aicg2021-s4nyzr")!.Statement.Claims;
        foreach (var claim in claims)
        {
            var inside = whole.Passages.Where(passage => passage.Here.Start >= claim.Start && passage.Here.End <= claim.End).Select(passage => passage.Here);
            var found = Of(claim.Id).Passages.Select(passage => passage.Here).ToList();
            Assert.All(inside, range => Assert.Contains(range, found));
            Assert.All(found, range => Assert.True(range.Start >= claim.Start && range.End <= claim.End));
        }

        Assert.Contains(claims, claim => Of(claim.Id).Total > 0);
    }

    [Fact]
    public void SloganNamesAndTitlesOfAStrangersReportAreTold()
    {
        using var index = new StrangersIndex("""
            # 海洋塑料治理圆桌会议纪要

            ## 一、会议成果

            第一，各国应当尽快建立覆盖全部海域的监测网络，并且公开数据。

            第二，保护海洋就是保护我们自己的明天。

            第三，应当支持国家海洋环境监测中心渤海研究所。

            ## 二、与会者发言

            厦门大学教授林晓岚指出，各國應當盡快建立覆蓋 全部海域的監測網絡，并且公开数据。保护海洋就是保护我们自己的明天。

            国家海洋环境监测中心渤海研究所所长欧阳慕华表示，渔民需要得到补偿，保护海洋就是保护我们自己的明天。

            挪威海洋研究所研究员埃里克·霍尔姆认为，应当支持国家海洋环境监测中心渤海研究所。保护海洋就是保护我们自己的明天。
            """);
        var outcomes = ResearchFixture.Statements(index.Generation).Where(s => s.Kind == StatementKind.Outcome).Select(s => index.Of(s.Id)).ToList();
        Assert.Equal(3, outcomes.Count);

        var network = Assert.Single(outcomes[0].Passages);
        Assert.Equal("各国应当尽快建立覆盖全部海域的监测网络，并且公开数据。", network.Text);
        Assert.Equal("各國應當盡快建立覆蓋 全部海域的監測網絡，并且公开数据。", network.TextThere);
        Assert.Equal((27, 27d, 1), (network.Length, network.Weight, network.Frequency));

        // Who else begins the sentence after a comma changes nothing: marks at the ends are left aside.
        Assert.Equal([17, 16, 16], outcomes[1].Passages.Select(passage => passage.Length));
        Assert.All(outcomes[1].Passages, passage => Assert.Equal(3, passage.Frequency));
        Assert.All(outcomes[1].Passages, passage => Assert.InRange(passage.Weight, 5, 12));

        // The one who heads the institute says nothing of it: the title is not the speaker's words.
        var name = Assert.Single(outcomes[2].Passages);
        Assert.Equal("埃里克·霍尔姆", name.Statement.Read().Speaker!.Name);
        Assert.Contains("国家海洋环境监测中心渤海研究所", name.StockPhrases);
        Assert.InRange(name.Weight, 1, 0.6 * name.Length);
    }

    [Theory]
    [InlineData(20, 0, 1, 100, 20)]
    [InlineData(0, 20, 1, 100, 5)]
    [InlineData(20, 0, 100, 100, 3.0)]
    [InlineData(60, 0, 9, 100, 32.4)]
    public void AFrequentPassageWeighsLess(int own, int stock, int frequency, int statements, double weight) =>
        Assert.Equal(weight, ConsensusLineage.Weigh(own, stock, frequency, statements), 1);

    private LineageAnswer Of(string id) => new ConsensusLineage(fixture.First).Of(CitedPassage.Find(fixture.First, id)!, 1000);

    private List<LineageAnswer> Lineages(StatementKind kind) => [.. ResearchFixture.Statements(fixture.First).Where(s => s.Kind == kind).Select(s => Of(s.Id))];

    private static string Slice(string text, CodePointRange range)
    {
        var points = new CodePointIndex(text);
        return text[points.ToUnit(range.Start)..points.ToUnit(range.End)];
    }
}
