using System.Text;
using KnowledgeBase.Corpus;
using KnowledgeBase.Research;
using KnowledgeBase.Research.Citations;
using KnowledgeBase.Research.Proof;

namespace KnowledgeBase.Tests;

/// <summary>Statements of files with pages are cited by their pages; nothing changes for others.</summary>
public sealed class PageNumberTests(ResearchFixture fixture)
{
    private IReadOnlyList<Statement> Statements => [.. ResearchFixture.Statements(fixture.Paged).Where(statement => statement.Report.Id == "ocean")];

    [Theory]
    [InlineData("gbt7714", "中国海洋大学, 2023: 1-2, 三、论坛观点总结，（一）主论坛 I 报告，提取文本第 ", "中国海洋大学, 2023: 2, 三、")]
    [InlineData("bibtex", "\n  pages     = {1--2},\n", "\n  pages     = {2},\n")]
    [InlineData("bibtex", "报告，文件第 1—2 页，提取文本第 ", "报告，文件第 2 页，提取文本第 ")]
    [InlineData("ris", "\r\nSP  - 1\r\nEP  - 2\r\nSE  - 三、", "\r\nSP  - 2\r\nSE  - 三、")]
    [InlineData("csl", "\"page\": \"1-2\"", "\"page\": \"2\"")]
    [InlineData("tei", "<citedRange unit=\"page\" from=\"1\" to=\"2\">1–2</citedRange>", "<citedRange unit=\"page\" from=\"2\" to=\"2\">2–2</citedRange>")]
    public void ACitationNamesThePages(string format, string overTheBreak, string onOnePage)
    {
        Assert.Equal([1, 2], Statements[0].Source!.Pages);
        Assert.Contains(overTheBreak, Cite(Statements[0].Id, format), StringComparison.Ordinal);
        Assert.Equal([2, 2], Statements[^1].Source!.Pages);
        Assert.Contains(onOnePage, Cite(Statements[^1].Id, format), StringComparison.Ordinal);
    }

    [Fact]
    public void AnEnglishCitationNamesThePagesInEnglish()
    {
        var talk = ResearchFixture.Statements(fixture.Paged).Single(statement => statement.Report.Id != "ocean");
        var citation = Citation.Of(CitedPassage.Of(talk), ResearchFixture.Context(fixture.Paged));
        Assert.Contains("see pp. 3–4 of the file, extracted text lines 7–9; corpus version", citation.Note, StringComparison.Ordinal);
        Assert.Contains(", 2020: 3-4, extracted text lines 7–9, corpus version", Gbt7714.Write(citation), StringComparison.Ordinal);
        // Its source is not here: of a claim nothing more is known than of the statement.
        Assert.Equal([3, 4], CitedPassage.Find(fixture.Paged, talk.Id + ".1")!.Pages);
    }

    [Fact]
    public void AClaimIsCitedByItsOwnPages()
    {
        var claims = Statements[0].Claims.Select(claim => CitedPassage.Find(fixture.Paged, claim.Id)!).ToList();
        Assert.Equal([1, 1], claims[0].Pages);
        Assert.Equal([2, 2], claims[^1].Pages);
        Assert.True(claims.Zip(claims.Skip(1)).All(pair => pair.First.Pages![1] <= pair.Second.Pages![0]));
        Assert.Equal([2, 2], SourceProof.Of(claims[^1], fixture.Paged).Source!.Pages);
        Assert.Contains(", 2023: 2, ", Cite(claims[^1].Id, "gbt7714"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bibtex", "page", "1-2")]
    [InlineData("ris", "page", "1-2")]
    [InlineData("csl", "page", "1-2")]
    [InlineData("csv", "source_pages", "1–2")]
    public async Task ReadersThatAreNotOursFindThePages(string format, string field, string pages)
    {
        var items = (await Reader.Read(format, ResearchFixture.Export(fixture.Paged, format))).EnumerateArray().ToList();
        Assert.Contains(items, item => item.GetProperty("id").GetString() == Statements[0].Id && item.GetProperty(field).GetString() == pages);
    }

    [Fact]
    public async Task AnExportWithPagesIsValidTei() => await Reader.AssertValidTei(ResearchFixture.Export(fixture.Paged, "tei"));

    [Theory]
    [InlineData("bibtex", " pages ")]
    [InlineData("ris", "\nSP  - ")]
    [InlineData("csl", "\"page\"")]
    [InlineData("tei", "unit=\"page\"")]
    [InlineData("csv", "提取文本")]
    public void AStatementOfAFileWithoutPagesHasNone(string format, string sign)
    {
        Assert.Contains(sign, Encoding.UTF8.GetString(ResearchFixture.Export(fixture.Paged, format)), StringComparison.Ordinal);
        Assert.DoesNotContain(sign, Encoding.UTF8.GetString(ResearchFixture.Export(fixture.First, format)), StringComparison.Ordinal);
        Assert.DoesNotContain("文件第 ", Encoding.UTF8.GetString(ResearchFixture.Export(fixture.First, format)), StringComparison.Ordinal);
    }

    private string Cite(string id, string format) =>
        CitationFormat.Find(format)!.Write(CitedPassage.Find(fixture.Paged, id)!, fixture.Paged, ResearchFixture.Context(fixture.Paged));
}
