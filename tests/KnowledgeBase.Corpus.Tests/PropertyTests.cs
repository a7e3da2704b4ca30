using CsCheck;
using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Tests;

/// <summary>What must hold for every text, however it is written.</summary>
public sealed class PropertyTests
{
    private static readonly string[] Pieces =
    [
        "\n", "\n\n", "# ", "## ", "#### ", "**", "*", "_", "一、", "（一）", "1. ", "第一，", "- ", "> ", "| ", "|", "---\n", "<!--", "-->", "```\n", "\t3",
        "嘉宾名单", "论坛成果", "主论坛 I", "目录", "中方嘉宾", "清华大学", "教授", "院长", "主席", "前", "兼", "、", "，", ",", "。", "；", "：", "“", "”", "（", "）", "《", "》",
        "薛澜", "李 萌", "温德尔·瓦拉赫", "R.S. 潘瓦尔", "指出", "认为", "表示", "在发言中", "与会专家", "一致", "一直", "上述", "专家", "围绕", "主持", "出席", "一是", "二是",
        "人工智能", "治理", "可解释性", "AI ", "and ", "2021", " ", "　", "\r\n", "\u200B", "\uFEFF", "😀", "𠮷", "\uD800", "\uDC00", "\0", "[a](http://b)", "![", "](", "&nbsp;", "\\*", "<b>", "</b>",
    ];

    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.OneOf(Pieces).Array[0, 60].Select(string.Concat),
        Gen.String[0, 200]);

    private static readonly string[] Paragraphs = File.ReadAllText(Repository.FirstReport).Split("\n\n");

    [Fact]
    public void AnyTextParsesAndEveryCharacterIsAccountedFor() =>
        Samples.Each(
            AnyText,
            1500,
            text =>
            {
                var report = Parse(text);
                Assert.Equal(0, report.Audit.Coverage.Unaccounted);
                Assert.Distinct(report.Statements.Select(s => s.Id));
                Assert.All(report.Statements, s => AssertSound(s, report.Source.Text));
            });

    // Each was found by tests/fuzz.sh: facts of the file in front, a title that is cut where its statement begins, a verb at the very end,
    // a first name that ends in a hyphen, a name that begins with what may join clauses, a verb behind another clause than its name.
    [Theory]
    [InlineData("---\ntitle: 论坛\n---\n\n清华大学教授张三指出，数据应当共享。\n")]
    [InlineData("# 特写\n\n海洛图书馆馆长卓玛的办公室在地下一层。\n\n她告诉记者，地下的湿度反而容教授张三指出，数据应当共享。\n")]
    [InlineData("Researchers met in the hall on Monday and discussed the plans for the year. \"We agree with all of it,\" said")]
    [InlineData("# Who owns the tide?\n\nOur editor Piet Vermeulen spoke with Ana- Sousa, who runs the harbour, in March.\n\nPV: Is the harbour too full?\n\nAS: It is full of empty boats.\n\nPV: Who pays for them?\n\nAS: Nobody.\n")]
    [InlineData("____________记者_，馆里已经扫描*了四万页。\n\n用温德尔·瓦拉赫温德尔·瓦拉赫修复师龙小满的话说，纸比人长寿。\n\n田守仁的看法是，，扫描不等于出版。\n")]
    [InlineData("里约河州立档案馆研究员路易莎·三重困境，提出用“过程证据链”代替“单点签名”的思路，并强调技术可信必须以制度可信为前提。\n\n我校信息资源管理学院教授端木和以“谁来证明一封邮件是真的”为题，剖析了电子文件真实性认定的三重困境，提出用“过程证据链”代替“单点签名”的思路，并强调技术可信必须以制度可信为前提。\n")]
    public void WhatBrokeOnceParses(string text)
    {
        var report = Parse(text);
        Assert.Equal(0, report.Audit.Coverage.Unaccounted);
        Assert.All(report.Statements, s => AssertSound(s, report.Source.Text));
    }

    [Fact]
    public void ShuffledParagraphsOfARealReportParse() =>
        Samples.Each(
            Gen.Int[0, Paragraphs.Length - 1].Array[1, 40],
            100,
            chosen =>
            {
                var report = Parse(string.Join("\n\n", chosen.Select(i => Paragraphs[i])));
                Assert.Equal(0, report.Audit.Coverage.Unaccounted);
                Assert.All(report.Statements, s => AssertSound(s, report.Source.Text));
            });

    // A new paragraph between two others, an edit inside one: the other statements keep their permalinks.
    [Fact]
    public void IdsSurviveEditsElsewhere() =>
        Samples.Each(
            Gen.Select(Gen.Int[140, Paragraphs.Length - 1], Gen.OneOf("中国信通院副院长魏亮认为，评测是标准的抓手。", "本节内容根据录音整理。", "# 附录")),
            60,
            edit =>
            {
                var (place, addition) = edit;
                var before = FirstReport.Statements;
                var after = Parse(string.Join("\n\n", Paragraphs.Take(place).Append(addition).Concat(Paragraphs.Skip(place)))).Statements;
                var idsByText = after.ToDictionary(s => s.Text, s => s.Id);
                foreach (var statement in before.Where(s => idsByText.ContainsKey(s.Text)))
                    Assert.Equal(statement.Id, idsByText[statement.Text]);
                // An addition inside a statement that a page break cuts changes that one statement alone.
                Assert.True(before.Count(s => !idsByText.ContainsKey(s.Text)) <= 1);
            });

    [Fact]
    public void TheSameTextGivesTheSameStatements()
    {
        var first = CorpusReader.Read(Repository.Corpus);
        Assert.Equal(first.Version, FirstReport.Content.Version);
        Assert.Equal(first.Reports[0].Statements.Select(s => s.Id), FirstReport.Statements.Select(s => s.Id));
    }

    [Fact]
    public void CodePointsAndUnitsConvertBothWays() =>
        Samples.Each(
            Gen.OneOf("汉", "a", "😀", "𠮷", "\uD800", "\uDC00").Array[0, 1500],
            200,
            parts =>
            {
                var text = string.Concat(parts);
                var index = new CodePointIndex(text);
                Assert.Equal(text.EnumerateRunes().Count(), index.Count);
                for (var point = 0; point <= index.Count; point += 7)
                    Assert.Equal(point, index.ToCodePoint(index.ToUnit(point)));
            });

    [Fact]
    public void FoldingKeepsLengthsAndIsDoneOnce() =>
        Samples.Each(AnyText, 1000, text =>
        {
            var folded = Folding.Fold(text);
            Assert.Equal(text.Length, folded.Length);
            Assert.Equal(folded, Folding.Fold(folded));
        });

    private static Report Parse(string text) =>
        ReportParser.Parse(new SourceText("report.md", text, ""), new ReportDescription { Id = "aicg2021" }, FirstReport.Registry);

    private static void AssertSound(Statement statement, string source)
    {
        Assert.Null(ProvenanceCheck.FirstDifference(statement, source));
        var length = new CodePointIndex(statement.Text).Count;
        Assert.InRange(statement.ContentStart, 0, length);
        Assert.InRange(statement.Attribution.Confidence, 0, 1);
        Assert.All(statement.Claims, claim => Assert.True(statement.ContentStart <= claim.Start && claim.Start < claim.End && claim.End <= length));
        Assert.True(statement.Source!.Lines[0] <= statement.Source.Lines[1]);
        Assert.Equal(statement.Kind == StatementKind.Individual, statement.Speaker is not null);
    }
}
