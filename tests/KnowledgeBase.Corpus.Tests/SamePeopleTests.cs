using KnowledgeBase.Corpus;

namespace KnowledgeBase.Tests;

/// <summary>Who is who across reports. Reports a, b, c are of 2021, 2022, 2023; each person says one sentence.</summary>
public sealed partial class SamePeopleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("the same institution", "清华大学教授", "清华大学公共管理学院院长", true, null)]
    [InlineData("a part of it", "清华大学教授", "清华大学苏世民书院院长", true, null)]
    [InlineData("an institution that the registry does not know", "青屿海洋研究所所长", "青屿海洋研究所研究员", true, null)]
    [InlineData("one institution of several", "清华大学教授、某某科技有限公司顾问", "某某科技有限公司总裁", true, null)]
    [InlineData("an office held once", "某某科技有限公司前总裁", "某某科技有限公司总裁", true, null)]
    [InlineData("fields that do not meet", "江州人民医院副院长", "长河汽车有限公司总裁", false, "KB302")]
    [InlineData("two institutions of one field", "清华大学教授", "北京大学教授", false, "KB301")]
    [InlineData("a role that many have", "教授", "教授", false, "KB301")]
    [InlineData("a role here, an institution there", "教授", "清华大学教授", false, "KB301")]
    public void OneNameIsOnePersonWhereSomethingElseSaysSo(string what, string title, string other, bool isOne, string? code)
    {
        Assert.NotEmpty(what);
        Write("a", title + "张伟");
        Write("b", other + "张伟");
        var corpus = Read();
        var ids = Ids(corpus, "张伟");
        Assert.Equal("zhang-wei", ids[0]);
        Assert.Equal(isOne, ids[0] == ids[1]);
        Assert.Equal(code, corpus.Diagnostics.SingleOrDefault()?.Code);
    }

    [Fact]
    public void TheRosterOfAReportIsEvidenceToo()
    {
        Write("a", "清华大学教授张伟");
        _folder.Write("corpus/reports/b/report.md", "## 嘉宾\n\n张伟　清华大学教授\n\n李小乙　北京大学教授\n\n## 主论坛\n\n张伟指出，此事重要。\n");
        Write("b", null, "2022");
        Assert.Equal(["zhang-wei", "zhang-wei"], Ids(Read(), "张伟"));
    }

    [Fact]
    public void AnIdStaysWhenLaterReportsAreAdded()
    {
        Write("b", "江州人民医院副院长张伟");
        Write("c", "长河汽车有限公司总裁张伟");
        var before = Ids(Read(), "张伟");
        Assert.Matches("^zhang-wei-[0-9a-z]{4}$", before[1]);
        Write("a-of-2024", "清华大学教授张伟", "2024");
        Write("a-undated", "某某日报社记者张伟", null);
        var after = Ids(Read(), "张伟");
        Assert.Distinct(after);
        // A report without a date stands before all others, and is the last to take an id.
        Assert.Equal(before, after.Skip(1).Take(2));

        // One who was both joins them; that is new evidence, and the earliest id stays.
        Write("d", "江州人民医院副院长、长河汽车有限公司总裁张伟", "2025");
        Assert.Equal(["zhang-wei", "zhang-wei"], Ids(Read(), "张伟").Skip(1).Take(2));
    }

    [Fact]
    public void NamesThatReadAlikeAreTwoInTwoReportsAsInOne()
    {
        Write("a", "清华大学教授张伟");
        Write("b", "清华大学教授张薇");
        var corpus = Read();
        Assert.NotEqual(Ids(corpus, "张伟")[0], Ids(corpus, "张薇")[0]);
        Assert.Empty(corpus.Diagnostics);

        Write("a", "清华大学教授张伟指出，此事重要。\n\n清华大学教授张薇");
        Directory.Delete(Path.Combine(Corpus, "reports", "b"), recursive: true);
        Assert.Equal(Ids(corpus, "张薇"), Ids(Read(), "张薇"));
    }

    [Fact]
    public void ADecisionHoldsThroughEveryRebuild()
    {
        Write("a", "清华大学教授张伟");
        Write("b", "北京大学教授张伟");
        var open = Assert.Single(Read().Diagnostics);
        Assert.Equal(("KB301", "reports/b/report.md", 3), (open.Code, open.File, open.Line));
        Assert.Contains("of reports/a/report.md:3", open.Message, StringComparison.Ordinal);
        var ids = Ids(Read(), "张伟");

        var lines = open.Message.Split(["One person: ", "; otherwise a line for each: ", " and - "], StringSplitOptions.None);
        Decide(lines[^3]);
        var one = Read();
        Assert.Empty(one.Diagnostics);
        Assert.Equal(["zhang-wei", "zhang-wei"], Ids(one, "张伟"));
        // A third of the name, in a report older than both, changes nothing for them and is open again.
        Write("older", "复旦大学教授张伟", "2001");
        Assert.Equal(["zhang-wei", "zhang-wei"], Ids(Read(), "张伟").Skip(1));
        Assert.Equal("KB301", Assert.Single(Read().Diagnostics).Code);
        Directory.Delete(Path.Combine(Corpus, "reports", "older"), recursive: true);

        Decide(lines[^2], "- " + lines[^1]);
        var two = Read();
        Assert.Empty(two.Diagnostics);
        Assert.Equal(ids, Ids(two, "张伟"));
        Write("older", "复旦大学教授张伟", "2001");
        Assert.Equal(ids, Ids(Read(), "张伟").Skip(1));
    }

    [Theory]
    [InlineData(3, "- {id: zhang-wei, name: 张伟, reports: [r1, r2, r3], reason: \"…\"};")]
    [InlineData(9, "- {id: zhang-wei, name: 张伟, reason: \"…\"} (in every report);")]
    public void OneQuestionIsAskedForANameHoweverManyReportsPrintIt(int reports, string line)
    {
        for (var i = 1; i <= reports; i++)
            Write($"r{i}", $"{"甲乙丙丁戊己庚辛壬"[i - 1]}州大学教授张伟");
        var question = Assert.Single(Read().Diagnostics);
        Assert.Contains("One person: " + line, question.Message, StringComparison.Ordinal);
        Assert.Contains($"nor {reports - 2} more of the name", question.Message, StringComparison.Ordinal);
        Decide(line.Split(";")[0].Replace(" (in every report)", "", StringComparison.Ordinal));
        Assert.Single(Ids(Read(), "张伟").Distinct());
        Assert.Empty(Read().Diagnostics);
    }

    [Fact]
    public void ThePersonOfTheRegistryIsDoubtedWhereTheFieldsDoNotMeet()
    {
        _folder.Write("corpus/registry/people.yaml", "- {id: wei, name: 张伟, en: Wei Zhang, reason: x}\n");
        Write("a", "江州人民医院副院长张伟");
        Write("b", "长河汽车有限公司总裁张伟");
        var corpus = Read();
        Assert.Equal(["wei", "wei"], Ids(corpus, "张伟"));
        var doubt = Assert.Single(corpus.Diagnostics);
        Assert.Equal("KB303", doubt.Code);
        var line = doubt.Message.Split(["add to it: ", "; if they are one"], StringSplitOptions.None)[1];
        Decide("- {id: wei, name: 张伟, en: Wei Zhang, reason: x}", line);
        Assert.Empty(Read().Diagnostics);
        Assert.Matches("^wei wei-....$", string.Join(' ', Ids(Read(), "张伟")));

        Decide("- {id: wei, name: 张伟, reports: [a, b], reason: x}");
        Assert.Empty(Read().Diagnostics);
        Assert.Equal(["wei", "wei"], Ids(Read(), "张伟"));
    }

    [Fact]
    public void AnAliasHoldsInTheReportsThatItIsGivenFor()
    {
        _folder.Write("corpus/registry/people.yaml", "- {id: zhang-wei, name: 张伟, aliases: [Wei Zhang, {name: 张玮, reports: [b]}], reason: b misprints it}\n");
        foreach (var report in (string[])["a", "b", "c"])
            Write(report, "清华大学教授张玮");
        var corpus = Read();
        Assert.Empty(corpus.Diagnostics);
        Assert.Equal(["zhang-wei"], Ids(corpus, "张伟"));
        Assert.Equal("b", corpus.Statements.Single(statement => statement.Speaker!.Id == "zhang-wei").Report.Id);
        Assert.Single(Ids(corpus, "张玮").Distinct());
    }

    [Fact]
    public void AVariantThatOneRosterExplainsIsNobodysInAnotherReport()
    {
        const string Roster = "## 嘉宾\n\n甘娜·玛丽亚·斯帕托尔　某某研究所所长\n\n李小乙　北京大学教授\n\n";
        const string Panel = "## 主论坛\n\n某某研究所所长甘娜·玛利亚·斯帕托尔指出，此事重要。\n";
        _folder.Write("corpus/reports/a/report.md", Roster + Panel);
        _folder.Write("corpus/reports/b/report.md", Panel.Replace("某某研究所", "另一大学", StringComparison.Ordinal));
        var corpus = Read();
        Assert.Equal(["甘娜·玛丽亚·斯帕托尔", "甘娜·玛利亚·斯帕托尔"], corpus.Statements.Select(statement => statement.Speaker!.Name));
        Assert.Distinct(corpus.Statements.Select(statement => statement.Speaker!.Id));
    }

    [Theory]
    [InlineData("李小乙", "王小丙", true)]
    [InlineData("李小乙", "另一人", false)]
    public void ACommitteeThatMeetsAgainIsTheSamePeople(string second, string third, bool isOne)
    {
        foreach (var (report, members) in ((string, string[])[])[("a", ["张伟", "李小乙", "王小丙"]), ("b", ["张伟", second, third])])
            _folder.Write($"corpus/reports/{report}/report.md", $"# 会议纪录 {report}\n\n" + string.Concat(Enumerable.Range(0, 3).SelectMany(round => members.Select(member => $"{member}：第{round}点，{report}。\n\n"))));
        Assert.Equal(isOne ? 1 : 2, Ids(Read(), "张伟").Distinct().Count());
        Assert.Equal(!isOne, Read().Diagnostics.Any(diagnostic => diagnostic.Code == "KB301"));
    }

    [Fact]
    public void MembersOfAGroupFollowTheirIds()
    {
        Write("a", "江州人民医院副院长张伟");
        _folder.Write("corpus/reports/b/report.yaml", "date: 2022\n");
        _folder.Write("corpus/reports/b/report.md", "## 主论坛\n\n长河汽车有限公司总裁张伟指出，此事重要。\n\n上述专家一致认为，此事应当办好。\n");
        var statements = Read().Reports[1].Statements;
        Assert.Equal([statements[0].Speaker!.Id], statements[1].Attribution.Scope);
        Assert.NotEqual("zhang-wei", statements[0].Speaker!.Id);
    }

    [Theory]
    [InlineData("- {id: a1, name: 张伟, reports: [a], reason: x}\n- {id: a2, name: 张伟, reports: [a], reason: x}\n", "KB005", "the name \"张伟\" of a2 belongs to a1 already")]
    [InlineData("- {id: a1, name: 张伟, aliases: [{name: 张玮}], reason: x}\n", "KB005", "the alias \"张玮\" has no \"reports\"")]
    [InlineData("- {id: a1, name: 张伟, reports: [nowhere], reason: x}\n", "KB304", "a1 is decided for the report \"nowhere\"")]
    public void AMistakenDecisionIsNamed(string yaml, string code, string expected)
    {
        Write("a", "清华大学教授李小乙");
        _folder.Write("corpus/registry/people.yaml", yaml);
        var mistake = Assert.Single(Read().Diagnostics);
        Assert.Equal(code, mistake.Code);
        Assert.Contains(expected, mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheFirstReportKeepsItsIds() =>
        Assert.Equal(FirstReport.Statements.Select(statement => statement.Speaker?.Id), ReportParser.Parse(FirstReport.Content.Reports[0].Source, FirstReport.Content.Reports[0].Description, FirstReport.Registry).Statements.Select(statement => statement.Speaker?.Id));

    private string Corpus => Path.Combine(_folder.Path, "corpus");

    private CorpusContent Read() => CorpusReader.Read(Corpus);

    // The ids of a name, in the order of the reports' dates and ids.
    private static List<string> Ids(CorpusContent corpus, string name) => [.. corpus.Statements.Select(statement => statement.Speaker!).Where(speaker => speaker.Name == name).Select(speaker => speaker.Id)];

    private void Decide(params string[] lines) => _folder.Write("corpus/registry/people.yaml", string.Join('\n', lines));

    private void Write(string report, string? speaker) => Write(report, speaker, report switch { "a" => "2021", "b" => "2022", _ => "2023" });

    private void Write(string report, string? speaker, string? date)
    {
        if (!Directory.Exists(Path.Combine(Corpus, "registry")))
            File.Copy(Path.Combine(Repository.Corpus, "registry", "institutions.yaml"), _folder.Write("corpus/registry/institutions.yaml", ""), overwrite: true);
        if (speaker is not null)
            _folder.Write($"corpus/reports/{report}/report.md", $"## 主论坛\n\n{speaker}指出，此事重要，{report}。\n");
        _folder.Write($"corpus/reports/{report}/report.yaml", date is null ? "" : $"date: {date}\n");
    }
}
