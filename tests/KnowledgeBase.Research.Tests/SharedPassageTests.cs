using System.Text;
using CsCheck;
using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Text;
using KnowledgeBase.Research;
using KnowledgeBase.Research.Lineage;
using KnowledgeBase.Search;

namespace KnowledgeBase.Tests;

/// <summary>No shared passage is missed and none is invented: compared with laying every text beside every other.</summary>
public sealed class SharedPassageTests(ResearchFixture fixture)
{
    // Two characters whose first halves are the same, and two whose second halves are.
    private static readonly Gen<string> Texts = Gen.OneOf("一", "二", "a", "𠀀", "𠀁", "𡀀").Array[0, 60].Select(string.Concat);

    private static readonly char[] Marks = [.. "，。、：；“”？！—".Select(Folding.Fold)];

    [Fact]
    public void SharedPassagesAreThoseOfLayingTheTextsSideBySide() =>
        Samples.Each(Gen.Select(Texts, Texts, Gen.Int[2, 14]), 2000, sample =>
        {
            var (here, there, least) = sample;
            var found = new SharedPassages(here, least).With(there);
            Assert.Equal(SideBySide(here, there, least), found.Select(passage => passage.Here).ToList());
            Assert.All(found, passage => Assert.Equal(passage.Here.Of(here), passage.There.Of(there)));
        });

    [Fact]
    public void OfOneCharacterOverAndOverOnlySomePlacesAreLookedAt()
    {
        var passages = new SharedPassages(new string('哈', 60_000), 13).With(new string('哈', 50_000));
        Assert.Equal((0, 50_000), (passages[0].Here.Start, passages[0].Here.Length));
        Assert.InRange(passages.Count, 1, 100);
    }

    [Fact]
    public void NoPassageOfTheFirstReportIsMissed() => Assert.Equal(38, AssertNothingIsMissed(fixture.First));

    /// <summary>Passages of 11 to 40 characters at every distance from the beginning of their statements.</summary>
    [Fact]
    public void NoPassageOfGeneratedStatementsIsMissed()
    {
        var random = new PCG(7, 2021);
        var common = Enumerable.Range(0, 30).Select(i => Words(random, 11 + i)).ToList();
        var report = new StringBuilder("# 报告\n\n## 一、论坛成果\n\n");
        foreach (var ordinal in "一二三四五六七八九")
            report.Append($"第{ordinal}，").Append(Mixed(random, common)).Append("。\n\n");
        report.Append("## 二、专家发言\n\n");
        foreach (var given in "伟芳娜敏静丽强磊军洋勇艳杰涛明超霞平刚桂")
            report.Append($"北京大学教授王小{given}指出，").Append(Mixed(random, common)).Append("。\n\n");
        using var index = new StrangersIndex(report.ToString());
        Assert.Equal((9, 20), (Count(index.Generation, isPerson: false), Count(index.Generation, isPerson: true)));
        Assert.True(AssertNothingIsMissed(index.Generation) > 200);
    }

    private static int Count(Generation generation, bool isPerson) =>
        ResearchFixture.Statements(generation).Count(s => s.Kind == StatementKind.Individual == isPerson);

    // How many passages there are, each seen from both sides.
    private static int AssertNothingIsMissed(Generation generation)
    {
        var passages = 0;
        var statements = ResearchFixture.Statements(generation);
        foreach (var statement in statements)
        {
            var here = ContentOf(statement);
            var expected = from other in statements
                           where other.Kind == StatementKind.Individual != (statement.Kind == StatementKind.Individual)
                           from span in SideBySide(here, ContentOf(other), ConsensusLineage.MinimumLength)
                           select $"{other.Id} {span.Of(here)}";
            var found = new ConsensusLineage(generation).Of(CitedPassage.Of(statement), int.MaxValue);
            Assert.Equal(expected.Order(StringComparer.Ordinal), found.Passages.Select(p => $"{p.Statement.Read().Id} {new SqueezedText(p.Text).Text}").Order(StringComparer.Ordinal));
            Assert.All(found.Passages, p => Assert.Equal(statements.Count(s => new SqueezedText(s.Text).Text.Contains(new SqueezedText(p.Text).Text.Trim(Marks), StringComparison.Ordinal)) - 1, p.Frequency));
            passages += found.Total;
        }

        return passages;
    }

    private static string ContentOf(Statement statement) => new SqueezedText(
        statement.Kind == StatementKind.Individual ? statement.Text[new CodePointIndex(statement.Text).ToUnit(statement.ContentStart)..] : statement.Text).Text;

    // Every pair of places, character by character; then what lies inside another place is left out.
    private static List<TextSpan> SideBySide(string here, string there, int least)
    {
        var (a, b) = (here.EnumerateRunes().ToArray(), there.EnumerateRunes().ToArray());
        var runs = new List<(int Start, int End)>();
        for (var i = 0; i < a.Length; i++)
        {
            for (var j = 0; j < b.Length; j++)
            {
                if (i > 0 && j > 0 && a[i - 1] == b[j - 1])
                    continue;
                var length = 0;
                while (i + length < a.Length && j + length < b.Length && a[i + length] == b[j + length])
                    length++;
                if (length >= least)
                    runs.Add((i, i + length));
            }
        }

        var points = new CodePointIndex(here);
        return
        [
            .. runs.Distinct().Where(run => !runs.Exists(other => other != run && other.Start <= run.Start && run.End <= other.End))
                .Order().Select(run => new TextSpan(points.ToUnit(run.Start), points.ToUnit(run.End))),
        ];
    }

    private static string Mixed(PCG random, List<string> common)
    {
        var text = new StringBuilder();
        for (var i = 0; i < 6; i++)
            text.Append(Words(random, (int)random.Next(9))).Append(common[(int)random.Next((uint)common.Count)]);
        return text.ToString();
    }

    private static string Words(PCG random, int length) =>
        string.Concat(Enumerable.Range(0, length).Select(_ => "海洋数据风险公平合作网络城市教育"[(int)random.Next(16)]));
}
