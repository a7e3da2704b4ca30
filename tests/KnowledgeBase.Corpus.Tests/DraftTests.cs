using System.Text;
using CsCheck;
using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Drafting;
using KnowledgeBase.Corpus.Reading;
using KnowledgeBase.Corpus.Text;
using UglyToad.PdfPig.Writer;

namespace KnowledgeBase.Tests;

/// <summary>What a text says of itself, and the report.yaml that is drafted of it.</summary>
public sealed class DraftTests
{
    [Theory]
    [InlineData("# 某报告\n\n2021年12月\n\n正文。", "2021-12")]
    [InlineData("某报告\n\n时间：2025年5月24日\n地点：某书店", "2025-05-24")]
    [InlineData("# 某报告\n\n2021 年 12 月 4-5 日，论坛在京召开。", "2021-12-04")]
    [InlineData("# 某报告\n\n9月，论坛召开。\n\n正文。\n\n（发布日期：2021/3/4）", "2021-03-04")]
    [InlineData("# 某报告\n\n二〇二一年十二月二十一日", "2021-12-21")]
    [InlineData("# 某報告\n\n中華民國110年8月4日", "2021-08-04")]
    [InlineData("# A report\n\nPublished: Dec. 4, 2021", "2021-12-04")]
    [InlineData("# A report\n\n*Northern Forum, Aberbridge, 14 May 2025. Edited for length.*", "2025-05-14")]
    [InlineData("# A report\n\nDecember 2021", "2021-12")]
    [InlineData("# 某报告\n\n2021-12-04", "2021-12-04")]
    [InlineData("# 某报告\n\n2022年3月1日他到任。\n\n日期：2021-12", "2021-12")]
    [InlineData("# 某报告\n\n他自2019年起负责此事，2012年以前并非如此。", null)]
    [InlineData("# 某报告\n\n2021-13-45，电话 2021-1234567", null)]
    public void ADateIsFoundWhereTheTextSaysWhatItIs(string text, string? expected) => Assert.Equal(expected, Draft(text).Date?.Value);

    [Theory]
    [InlineData("# 某报告\n\n主办单位：某某学会\n\n来源：某某网", "某某学会", 3)]
    [InlineData("# 某报告\n\n来源：某某网 时间：2021-12-04 作者：甘小乙", "某某网", 3)]
    [InlineData("# 某报告\n\n正文。\n\n（来源：某大学宣传部　文：甘小乙）", "某大学宣传部", 5)]
    [InlineData("# 某报告\n\n由某某研究院（ABC）主办，另有数家支持的论坛。", "某某研究院", 3)]
    [InlineData("# 某报告\n\n新华社北京12月4日电（记者 甘小乙）论坛召开。", "新华社", 3)]
    [InlineData("# A report\n\n**Publisher:** Northern Institute", "Northern Institute", 3)]
    [InlineData("# 某报告\n\n发布：2021-12-04", null, 0)]
    [InlineData("# 某报告\n\n数据来源，如前所述。", null, 0)]
    public void APublisherIsFoundBehindALabel(string text, string? expected, int line)
    {
        var found = Draft(text).Publisher;
        Assert.Equal((expected, line), (found?.Value, found?.Line ?? 0));
    }

    [Theory]
    [InlineData("# 某 报告\n\n正文。", "某 报告")]
    [InlineData("某报告\n\n正文是一句话。", "某报告")]
    [InlineData("2021-12-04\n\n某报告\n\n正文是一句话。", "某报告")]
    [InlineData("这是一句话，没有标题。", null)]
    public void TheTitleIsTheOneThatSegmentationTakesOrTheFirstLineThatCanBeOne(string text, string? expected) => Assert.Equal(expected, Draft(text).Title?.Value);

    [Theory]
    [MemberData(nameof(FilesWithTitles))]
    public void WhatAFileStatesBesidesItsTextIsItsTitleWhereTheTextHasNone(string file, byte[] bytes, string title, int line)
    {
        var (source, _) = Extraction.Of(file, bytes);
        var found = DescriptionDraft.Of(source!).Title;
        Assert.Equal((title, line), (found?.Value, found?.Line));
    }

    public static TheoryData<string, byte[], string, int> FilesWithTitles()
    {
        const string Said = "甲方研究院院长甘小乙指出，数据应当共享。";
        var chapters = WordFile.Paragraph("开幕式", "<w:pStyle w:val=\"1\"/>") + WordFile.Paragraph(Said) + WordFile.Paragraph("主论坛", "<w:pStyle w:val=\"1\"/>") + WordFile.Paragraph(Said);
        var page = $"<html><head><meta charset=utf-8><title>某论坛 - 某网</title><meta property='og:title' content='某论坛'></head><body><article><h1>开幕式</h1><p>{Said}</p><h1>主论坛</h1><p>{Said}</p></article></body></html>";
        Action<PdfPageBuilder> talk = page => PdfFile.Lines(page, ["18 May 2025", "", "Ocean data is a public good, and every state should", "be able to use it on equal terms."], 50, 700);
        return new()
        {
            { "chapters.docx", WordFile.Of(chapters, "某论坛报告"), "某论坛报告", 0 },
            { "chapters.docx", WordFile.Of(chapters), "开幕式", 1 },
            { "own.docx", WordFile.Of(WordFile.Paragraph("某论坛", "<w:pStyle w:val=\"T\"/>") + WordFile.Paragraph(Said), "模板"), "某论坛", 1 },
            { "plain.docx", WordFile.Of(WordFile.Paragraph("数据，各国共享") + WordFile.Paragraph("第二十三次沙龙") + WordFile.Paragraph(Said), "第二十三次沙龙"), "第二十三次沙龙", 3 },
            { "chapters.html", Encoding.UTF8.GetBytes(page), "某论坛", 0 },
            { "talk.pdf", PdfFile.Of("The Ocean Forum 2025", talk), "The Ocean Forum 2025", 0 },
        };
    }

    [Theory]
    [InlineData("Microsoft Word - 论坛报告(定稿).docx")]
    [InlineData("论坛报告 v3.PDF")]
    [InlineData("幻灯片 1")]
    [InlineData("Untitled")]
    [InlineData("文档1")]
    [InlineData("ÖÐ¹úÂÛÌ³±¨¸æ")]
    [InlineData("2021-12-04")]
    [InlineData("  ")]
    public void WhatAProgramPutsInPlaceOfATitleIsNone(string stated)
    {
        var draft = DescriptionDraft.Of(new SourceText("report.md", "某报告\n\n正文是一句话。", "") { StatedTitle = stated });
        Assert.Equal(("某报告", 1), (draft.Title?.Value, draft.Title?.Line));
    }

    [Theory]
    [InlineData("# 某报告\n\n原文链接：https://example.org/a?b=c。", "https://example.org/a?b=c")]
    [InlineData("# 某报告\n\n正文。\n\n<https://example.org/>", "https://example.org/")]
    [InlineData("# 某报告\n\n据研究者的博客（https://example.org/a）所言，事情并非如此简单，还要再看。", null)]
    public void AnAddressIsTheReportsWhereItStandsAloneOrBehindALabel(string text, string? expected) => Assert.Equal(expected, Draft(text).Url?.Value);

    [Fact]
    public void WhatIsDraftedIsReadAsItWasFound() =>
        Samples.Each(Gen.OneOf("# 标题\n", "来源：", "主办：", "地点：", "日期：", "2021年12月4日", "https://a.b/c", "\"", "\\", "'", ": ", "#", "\n", "\t", "甲乙", "\u0085", "\u2028", "\0", "\uD800", "😀", "\uFFFE", "- [x]", "{a: &b}").Array[0, 40], 400, parts =>
        {
            var draft = DescriptionDraft.Of(new SourceText("report.md", string.Concat(parts), "") { StatedTitle = string.Concat(parts.Take(5)) });
            using var folder = new TemporaryFolder();
            var diagnostics = new List<Diagnostic>();
            var read = ReportDescriptions.Read(folder.Write("report.yaml", DraftYaml.Of(draft)), "report.yaml", "x", diagnostics);
            Assert.Empty(diagnostics);
            Assert.Equal(draft.Date?.Value, read.Date);
            foreach (var (found, value) in (ReadOnlySpan<(FoundValue?, string?)>)[(draft.Title, read.Title), (draft.Publisher, read.Publisher), (draft.Place, read.Place), (draft.Url, read.Url)])
                Assert.Equal(Letters(found?.Value), Letters(value));
        });

    // Marks that YAML cannot hold are left out; no letter is.
    private static string Letters(string? text) => string.Concat((text ?? "").Where(char.IsLetterOrDigit));

    private static DescriptionDraft Draft(string text) => DescriptionDraft.Of(new SourceText("report.md", text, ""));
}
