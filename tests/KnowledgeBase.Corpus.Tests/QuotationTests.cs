using KnowledgeBase.Corpus.Segmentation;

namespace KnowledgeBase.Tests;

/// <summary>Which quotations of a paragraph are outermost, however they are nested, crossed and left open.</summary>
public sealed class QuotationTests
{
    [Theory]
    [InlineData("他说“甲”，又说“乙”。", "“甲”", "“乙”")]
    [InlineData("“甲‘乙’「丙」”丁", "“甲‘乙’「丙」”")]
    [InlineData("“甲“乙”丙”丁", "“甲“乙”丙”")]
    [InlineData("“甲“乙”丙", "“乙”")]
    [InlineData("“甲「乙”丙」丁", "“甲「乙”")]
    [InlineData("「甲“乙」丙“丁”戊”", "「甲“乙」", "“丁”")]
    [InlineData("“甲\n乙”「丙」", "「丙」")]
    [InlineData("\"a\" b \"c\" d", "\"a\"", "\"c\"")]
    [InlineData("「a \" b」c \" d \"", "「a \" b」", "\" d \"")]
    [InlineData("”甲“")]
    public void TheOutermostAreFound(string text, params string[] expected) => Assert.Equal(expected, Quotations.In(text).Select(quotation => quotation.Of(text)));
}
