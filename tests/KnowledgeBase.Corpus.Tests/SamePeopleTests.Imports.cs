namespace KnowledgeBase.Tests;

/// <summary>Whom an imported line means where several people of the reports have the name.</summary>
public sealed partial class SamePeopleTests
{
    [Theory]
    [InlineData("\"speaker\": \"张伟\", \"institutions\": \"北京大学\"", 1, null)]
    [InlineData("\"speaker\": {\"name\": \"张伟\"}, \"attribution\": {\"title\": \"清华大学公共管理学院院长\"}", 0, null)]
    [InlineData("\"speaker\": \"张伟\", \"report\": {\"id\": \"b\", \"title\": \"b\"}", 1, null)]
    [InlineData("\"speaker\": \"张伟\"", -1, "KB213")]
    [InlineData("\"speaker\": \"张伟\", \"institutions\": \"复旦大学\"", -1, "KB213")]
    [InlineData("\"speaker\": \"张伟\", \"institutions\": \"长河汽车有限公司\"", -1, null)]
    [InlineData("\"speaker\": {\"id\": \"zhang-wei\", \"name\": \"张伟\"}", 0, null)]
    public void AnImportedLineMeansOneOfThemWhereItSaysWhich(string line, int which, string? code)
    {
        Write("a", "清华大学教授张伟");
        Write("b", "北京大学教授张伟");
        _folder.Write("corpus/statements/lines.jsonl", $"{{\"text\": \"另有一事。\", {line}}}\n");
        var corpus = Read();
        var ids = Ids(corpus, "张伟");
        Assert.Equal(which < 0 ? "zhang-wei-" : ids[which], which < 0 ? ids[2][..10] : ids[2]);
        Assert.Equal(which < 0 ? 3 : 2, ids.Distinct().Count());
        Assert.Equal(code, corpus.Diagnostics.SingleOrDefault(diagnostic => diagnostic.Code != "KB301" && diagnostic.Code != "KB212")?.Code);
    }

    [Fact]
    public void ADecisionHoldsForImportsOfItsReport()
    {
        Write("a", "清华大学教授张伟");
        Decide("- {id: wei, name: 张伟, en: Wei Zhang, reports: [lines], reason: x}");
        _folder.Write("corpus/statements/lines.jsonl", "{\"text\": \"另有一事。\", \"speaker\": \"张伟\"}\n{\"text\": \"另有二事。\", \"speaker\": \"Wei Zhang\"}\n");
        Assert.Equal(["zhang-wei", "wei", "wei"], Ids(Read(), "张伟"));
    }
}
