using KnowledgeBase.Corpus;
using KnowledgeBase.Research;
using KnowledgeBase.Research.Citations;

namespace KnowledgeBase.Tests;

/// <summary>Citations say who is reported to have said what, and where to find it.</summary>
public sealed class CitationTests(ResearchFixture fixture)
{
    [Fact]
    public void AStatementIsCitedAsAPartOfItsReportByGbt7714()
    {
        var passage = CitedPassage.Find(fixture.First, "aicg2021-a7dzvz")!;
        Assert.Equal(
            "张钹. 主论坛 II 发言：由于深度学习等算法存在不可解释性，导致前两代人工智能算法存在着公平性…（报告转述）[R/OL]//清华大学人工智能国际治理研究院. 2021人工智能合作与治理国际论坛报告. "
            + $"北京: 清华大学人工智能国际治理研究院, 2021: 四、论坛观点总结，（三）主论坛 II 报告，原文第 314 行, 语料库版本 {fixture.First.Info.CorpusVersion}[2026-11-24]. https://kb.example.org/statements/aicg2021-a7dzvz.",
            Gbt7714.Write(Citation.Of(passage, ResearchFixture.Context(fixture.First))));
    }

    [Theory]
    [InlineData("collective", "薛澜, 龚克, 徐浩良, 等. 主论坛 I 集体观点：")]
    [InlineData("collective", "与会专家. 专题论坛一集体观点：")]
    [InlineData("collective", "三位专家. 集体观点：标准先行")]
    [InlineData("individual", "邱勇. 开幕式讲话：人工智能是")]
    [InlineData("collective", "佚名. 集体观点：没有人、没有报告日期（报告转述）[R/OL]//无题 <1>. [出版地不详]: [出版者不详], [出版年不详]")]
    [InlineData("outcome", "清华大学人工智能国际治理研究院. 论坛成果：第一，")]
    [InlineData("individual", "王小明. 专题论坛一发言：=HYPERLINK")]
    [InlineData("individual", "CAVE S J. Remarks at Main Forum I: Stephen argued that")]
    [InlineData("individual", "VAN DER AALST W. Remarks: It was said that standards come first (as reported)[R/OL]//Untitled talks. [S.l.]: [s.n.], [n.d.]")]
    public void EachVoiceIsNamedAsTheSourceNamesIt(string kind, string beginning)
    {
        var citations = from generation in new[] { fixture.First, fixture.Hostile }
                        from statement in ResearchFixture.Statements(generation)
                        where CorpusJson.NameOf(statement.Kind) == kind
                        select Gbt7714.Write(Citation.Of(CitedPassage.Of(statement), ResearchFixture.Context(generation)));
        Assert.Contains(citations, citation => citation.StartsWith(beginning, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Stephen Cave", "Cave", "Stephen")]
    [InlineData("Wil van der Aalst", "van der Aalst", "Wil")]
    [InlineData("Ursula K. Le Guin", "Guin", "Ursula K. Le")]
    [InlineData("Cave, Stephen", "Cave", "Stephen")]
    [InlineData("Prof. John Smith", "Smith", "John")]
    [InlineData("John Smith Jr.", null, null)]
    [InlineData("Smith, Jr.", null, null)]
    [InlineData("O & N", null, null)]
    [InlineData("Area 51 Team", null, null)]
    [InlineData("薛澜", null, null)]
    [InlineData("R.S. 潘瓦尔", null, null)]
    [InlineData("Plato", null, null)]
    public void OnlyNamesInLatinLettersAreParted(string name, string? family, string? given) =>
        Assert.Equal(new PersonName(name, family, given), PersonName.Of(name));

    [Theory]
    [InlineData("人工智能要可控。其次要可信。", "人工智能要可控")]
    [InlineData("怎么办？先立法。", "怎么办？")]
    [InlineData("一二三四五六七八，九十一二三四五六七八九十", "一二三四五六七八，九十一二三四五六七八九十")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一二三四五，六七八九十一二三四五六七八九十一二三四五", "一二三四五六七八九十一二三四五六七八九十一二三四五…")]
    [InlineData("第一行\n第二行", "第一行 第二行")]
    [InlineData("增强可解释性、公平性；", "增强可解释性、公平性")]
    [InlineData("U.S. and EU rules differ.", "U.S. and EU rules differ")]
    public void ATitleIsTheFirstSentenceOrAsMuchOfItAsFits(string text, string title) => Assert.Equal(title, FirstWords.Of(text, 40));

    [Fact]
    public void AClaimIsCitedByItsOwnWordsLinesAndAddress()
    {
        foreach (var statement in ResearchFixture.Statements(fixture.First))
        {
            foreach (var claim in statement.Claims)
            {
                var passage = CitedPassage.Find(fixture.First, claim.Id)!;
                var source = fixture.First.SourceOf(statement.Report.Id)!;
                Assert.Equal(passage.Text, string.Concat(passage.SourceRanges.Select(range => source[range.Start..range.End])));
                Assert.InRange(passage.Lines![0], statement.Source!.Lines[0], passage.Lines[1]);
                Assert.InRange(passage.Lines[1], passage.Lines[0], statement.Source.Lines[1]);
                Assert.Contains(passage.Text[..1], source.Split('\n')[passage.Lines[0] - 1], StringComparison.Ordinal);
                Assert.EndsWith($"/statements/{claim.Id}", Citation.Of(passage, ResearchFixture.Context(fixture.First)).Url, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void NoTitleOfAClaimEndsWithADanglingMark()
    {
        var titles = from statement in ResearchFixture.Statements(fixture.First)
                     from claim in statement.Claims
                     select Citation.Of(CitedPassage.Find(fixture.First, claim.Id)!, ResearchFixture.Context(fixture.First)).Title;
        Assert.DoesNotContain(titles, title => title.Contains("；（", StringComparison.Ordinal) || title.Contains("，（", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("aicg2021-a7dzvz.0")]
    [InlineData("aicg2021-a7dzvz.99")]
    [InlineData("aicg2021-a7dzvz.")]
    [InlineData(".1")]
    [InlineData("")]
    public void AnIdOfNothingFindsNothing(string id) => Assert.Null(CitedPassage.Find(fixture.First, id));
}
