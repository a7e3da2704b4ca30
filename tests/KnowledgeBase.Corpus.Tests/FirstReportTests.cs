using System.Security.Cryptography;
using System.Text;
using KnowledgeBase.Corpus;

namespace KnowledgeBase.Tests;

/// <summary>What the first report holds, as people counted it.</summary>
public sealed class FirstReportTests
{
    [Fact]
    public void TheSourceIsThePublishersByteForByte() =>
        Assert.Equal("4f5ec3e897ed6895e9950ebbfd6f875356e50655732357ae2177589c27d277ec", Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Repository.FirstReport))));

    [Fact]
    public void SixtyTwoPeopleMakeSixtyThreeOfSeventyThreeStatementsAndTheForumElevenOutcomes()
    {
        Assert.Equal(new StatementCounts(63, 10, 11, 62, 18), FirstReport.Audit.Statements);
        Assert.Equal(2, FirstReport.Statements.Count(s => s.Speaker?.Name == "曾毅"));
        Assert.Equal([5, 3, 3], FirstReport.Statements.Where(s => s.Kind == StatementKind.Outcome).GroupBy(s => s.Section[^1], (_, g) => g.Count()));
    }

    [Theory]
    [InlineData("aicg2021/opening", "开幕式讲话", null, 8, 0)]
    [InlineData("aicg2021/main-1", "主论坛 I", "如何构建一个平衡包容的人工智能治理体系", 6, 1)]
    [InlineData("aicg2021/main-2", "主论坛 II", "人工智能技术前沿与治理", 6, 1)]
    [InlineData("aicg2021/main-3", "主论坛 III", "元宇宙未来治理前瞻", 8, 1)]
    [InlineData("aicg2021/thematic-1", "专题论坛一", "在相互依存的全球数字时代弥合数字鸿沟", 5, 1)]
    [InlineData("aicg2021/thematic-2", "专题论坛二", "人工智能伦理与治理中的跨文化合作", 6, 1)]
    [InlineData("aicg2021/thematic-3", "专题论坛三", "人工智能与气候行动", 5, 1)]
    [InlineData("aicg2021/thematic-4", "专题论坛四", "人工智能与国际安全", 0, 2)]
    [InlineData("aicg2021/thematic-5", "专题论坛五", "人工智能与算法公平", 5, 1)]
    [InlineData("aicg2021/thematic-6", "专题论坛六", "国际数字治理与企业可持续发展", 8, 0)]
    [InlineData("aicg2021/thematic-7", "专题论坛七", "人工智能与社会发展", 6, 1)]
    public void EachPanelHasItsStatements(string id, string name, string? theme, int individual, int collective)
    {
        var panel = FirstReport.Audit.Panels.Single(p => p.Id == id);
        Assert.Equal((name, theme, individual, collective), (panel.Name, panel.Theme, panel.Individual, panel.Collective));
        Assert.Equal(11, FirstReport.Audit.Panels.Count);
    }

    [Fact]
    public void TheRosterHasEightyThreeGuestsAndTellsWhoSpeaks()
    {
        var roster = FirstReport.Audit.Roster;
        Assert.Equal((46, 37), (roster.Count(e => e.Side == Side.Chinese), roster.Count(e => e.Side == Side.International)));
        Assert.Equal((62, 9, 12), (Of(RosterStatus.Statement), Of(RosterStatus.Mention), Of(RosterStatus.Absent)));
        Assert.Contains(roster, e => e.Name == "李萌");
        Assert.Contains(roster, e => e.Name == "沈向洋" && e.Title.Contains("香港中文大学（深圳）校长讲座教授", StringComparison.Ordinal));

        int Of(RosterStatus status) => roster.Count(e => e.Status == status);
    }

    [Fact]
    public void ThoseOnlyNamedAreTheParticipantsOfOnePanelOneOfThemItsModerator()
    {
        var named = FirstReport.Audit.Roster.Where(e => e.Status == RosterStatus.Mention).Select(e => e.Name);
        Assert.Equal(named.Order(), FirstReport.Audit.Participants.Select(p => p.Name).Order());
        Assert.All(FirstReport.Audit.Participants, p => Assert.Equal("aicg2021/thematic-4", p.Panel));
        Assert.Equal("陈琪", Assert.Single(FirstReport.Audit.Participants, p => p.Role == "moderator").Name);
    }

    [Fact]
    public void SixteenStatementsAreCutByPageBreaks()
    {
        Assert.Equal(16, FirstReport.Statements.Count(s => s.Kind != StatementKind.Outcome && s.Source!.Ranges.Count > 1));
        Assert.EndsWith("势在必行。", FirstReport.Statements.Single(s => s.Kind == StatementKind.Collective && s.Panel!.Name == "专题论坛二").Text);
        Assert.EndsWith("人工智能国际治理研究院管理委员会副主任", FirstReport.By("苏竣").Attribution.Title);
        Assert.StartsWith("联合国是唯一一个", Content(FirstReport.By("南吉拉·桑布利")));
    }

    [Fact]
    public void AMisprintedNameIsResolvedAndReported()
    {
        var variant = Assert.Single(FirstReport.Audit.Variants);
        Assert.Equal(new VariantAudit("玛丽亚－弗朗切斯卡·斯帕托利萨诺", "丽亚-弗朗切斯卡·斯帕托利萨诺", 278), variant);
        var statement = FirstReport.By("玛丽亚－弗朗切斯卡·斯帕托利萨诺");
        Assert.Equal("丽亚-弗朗切斯卡·斯帕托利萨诺", statement.Attribution.Source);
        Assert.Contains(Evidence.NameVariant, statement.Attribution.Evidence);
    }

    [Fact]
    public void AStatementWithoutCueIsKeptWithLowerConfidence()
    {
        var withoutCue = FirstReport.Statements.Where(s => s.Kind != StatementKind.Outcome && s.Attribution.Cue is null).ToList();
        var statement = Assert.Single(withoutCue);
        Assert.StartsWith("人工智能背后的本质", Content(statement));
        Assert.True(statement.Attribution.Confidence < FirstReport.Statements.Where(s => s != statement).Min(s => s.Attribution.Confidence));
    }

    [Fact]
    public void ASlipOfACollectiveCueIsReadAndReported()
    {
        var slip = Assert.Single(FirstReport.Statements, s => s.Attribution.Evidence.Contains(Evidence.TypoCue));
        Assert.Equal(("一直认为", Strength.Unanimous, "专题论坛七"), (slip.Attribution.Cue, slip.Attribution.Strength, slip.Panel!.Name));
        Assert.Single(FirstReport.Audit.Diagnostics, d => d.Code == "KB106");
    }

    [Fact]
    public void CollectivesNameTheirMembersOnlyWhereTheTextDoes()
    {
        var collectives = FirstReport.Statements.Where(s => s.Kind == StatementKind.Collective).ToList();
        var scoped = Assert.Single(collectives, s => s.Attribution.Scope.Count > 0);
        Assert.Equal("上述专家", scoped.Attribution.Source);
        Assert.Equal(["xue-lan", "gong-ke", "xu-hao-liang", "wen-de-er-wa-la-he", "su-jun", "luo-xin-dun-mai-de-la"], scoped.Attribution.Scope);
        Assert.All(collectives, s => Assert.Null(s.Speaker));
        Assert.Equal((8, 2), (collectives.Count(s => s.Attribution.Strength == Strength.Unanimous), collectives.Count(s => s.Attribution.Strength == Strength.General)));
    }

    [Fact]
    public void ThirtyFiveCuesHaveNoCommaAfterThem() =>
        Assert.Equal(35, FirstReport.Statements.Count(s => s.Attribution.Cue is not null && s.Text[s.ContentStart - 1] is not ('，' or ',')));

    [Theory]
    [InlineData("艾伦·图灵")]
    [InlineData("约翰·贝茨·克拉克")]
    [InlineData("信心")]
    public void NamesAndWordsInsideTitlesAndSentencesAreNoSpeakers(string name) =>
        Assert.DoesNotContain(FirstReport.Statements, s => s.Speaker?.Name.Contains(name, StringComparison.Ordinal) == true);

    [Fact]
    public void EveryCharacterHasItsPlace()
    {
        var coverage = FirstReport.Audit.Coverage;
        Assert.Equal(0, coverage.Unaccounted);
        Assert.Equal(File.ReadAllText(Repository.FirstReport).Count(c => !char.IsWhiteSpace(c)), coverage.Characters);
        Assert.Equal(coverage.Characters, coverage.InStatements + coverage.InHeadings + coverage.InFraming);
    }

    [Fact]
    public void EveryStatementProvesItselfAgainstItsSource() =>
        Assert.All(FirstReport.Statements, s => Assert.Null(ProvenanceCheck.FirstDifference(s, FirstReport.Report.Source.Text)));

    [Fact]
    public void ClaimsTogetherAreTheContent() =>
        Assert.All(FirstReport.Statements, s =>
        {
            Assert.Equal(WithoutSpace(Content(s)), WithoutSpace(string.Concat(s.Claims.Select(c => s.Text[c.Start..c.End]))));
            Assert.All(s.Claims.Zip(s.Claims.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
        });

    [Theory]
    [InlineData("张亚勤", "tsinghua", "智能产业研究院", "tsinghua-air", "院长", Relation.Post)]
    [InlineData("田丰", "sensetime", "智能产业研究院", "sensetime/zhi-neng-chan-ye-yan-jiu-yuan", "院长", Relation.Post)]
    [InlineData("温德尔·瓦拉赫", "carnegie-council", null, null, "资深研究员", Relation.Post)]
    [InlineData("南吉拉·桑布利", "carnegie-endowment", "技术与国际事务项目", "carnegie-endowment/ji-shu-yu-guo-ji-shi-wu-xiang-mu", "研究员", Relation.Post)]
    [InlineData("姚期智", "nas-us", null, null, "外籍院士", Relation.Member)]
    [InlineData("沈向洋", "microsoft", null, null, "全球执行副总裁", Relation.Former)]
    [InlineData("德地立人", "citic-securities", null, null, "董事总经理", Relation.Former)]
    [InlineData("阿曼迪普·辛格·吉尔", "un", "秘书长数字合作高级别小组秘书处", "un-digital-cooperation-panel", "执行主任", Relation.Former)]
    [InlineData("马升琨", "mfa-cn", "军控司", "mfa-cn/jun-kong-si", "副司长", Relation.Post)]
    [InlineData("朱旭峰", "tsinghua", "公共管理学院", "tsinghua-sppm", "常务副院长", Relation.Post)]
    public void OfficesAreReadWithUnitRoleAndRelation(string speaker, string id, string? unit, string? unitId, string role, Relation relation) =>
        Assert.Contains(FirstReport.By(speaker).Institutions, o => (o.Id, o.Unit, o.UnitId, o.Role, o.Relation) == (id, unit, unitId, role, relation));

    [Fact]
    public void OnePersonInTwoPanelsIsOneSpeakerWithTheSameInstitution() =>
        Assert.Equal(["casia", "tsinghua"], FirstReport.Statements.Where(s => s.Speaker?.Name == "曾毅").SelectMany(s => s.Institutions.Select(o => o.Id)).Distinct());

    [Theory]
    [InlineData("陈楸帆", Sector.Arts)]
    [InlineData("宋婷", Sector.Arts)]
    public void APersonWithoutInstitutionSpeaksFromTheirProfession(string speaker, Sector sector)
    {
        Assert.Empty(FirstReport.By(speaker).Institutions);
        Assert.Equal([sector], FirstReport.By(speaker).Sectors);
    }

    [Fact]
    public void WorksAndInstrumentsAreNamed()
    {
        Assert.Equal(["新一代人工智能治理原则", "新一代人工智能伦理规范"], FirstReport.By("李萌").Instruments);
        Assert.Equal(["元宇宙通证"], FirstReport.By("余晨").Instruments);
    }

    [Fact]
    public void IdentifiersAreOneEach() => Assert.Distinct(FirstReport.Statements.Select(s => s.Id));

    private static string Content(Statement statement) => statement.Text[statement.ContentStart..];

    private static string WithoutSpace(string text) => new StringBuilder().AppendJoin("", text.Where(c => !char.IsWhiteSpace(c))).ToString();
}
