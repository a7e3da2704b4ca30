using CsCheck;
using KnowledgeBase.Corpus.Text;
using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Tests;

/// <summary>How text is cut into words.</summary>
public sealed class WordSegmenterTests
{
    [Theory]
    [InlineData("研究生命的起源", "研究 生命 的 起源")]
    [InlineData("结婚的和尚未结婚的", "结婚 的 和 尚未 结婚 的")]
    [InlineData("请你把手拿开", "请 你 把 手 拿 开")]
    [InlineData("据统计，一百二十多名代表参加", "据 统计 ， 一百二十 多 名 代表 参加")]
    [InlineData("增长百分之二十三点五", "增长 百分之二十三点五")]
    [InlineData("一九九八年十二月三十一日", "一九九八年 十二月 三十一日")]
    [InlineData("二○○一年", "二○○一年")]
    [InlineData("1998年12月，20年来", "1998年 12月 ， 20 年 来")]
    [InlineData("七百二十四点五三亿，三点五十分", "七百二十四点五三亿 ， 三 点 五十 分")]
    [InlineData("第二届大会", "第二 届 大会")]
    [InlineData("数百名学生捐款两千多元", "数百 名 学生 捐款 两千 多 元")]
    [InlineData("3.5亿元、1,000人、50%", "3.5亿 元 、 1,000 人 、 50%")]
    [InlineData("COVID-19和GPT-4o", "COVID-19 和 GPT-4o")]
    [InlineData("德兴市花桥镇的农民", "德兴市 花桥镇 的 农民")]
    [InlineData("我们村和安徽歙县", "我们 村 和 安徽 歙县")]
    [InlineData("温德尔·瓦拉赫认为", "温德尔·瓦拉赫 认为")]
    [InlineData("米洛舍维奇说", "米洛舍维奇 说")]
    [InlineData("记者李明华报道", "记者 李明华 报道")]
    [InlineData("人工智能 治理", "人工智能 治理")]
    [InlineData("女士们、先生们", "女士 们 、 先生 们")]
    [InlineData("😀治理", "😀 治理")]
    [InlineData("", "")]
    [InlineData(" \n", "")]
    public void TextIsCutIntoWords(string text, string words) => Assert.Equal(words, Cut(new WordSegmenter(), text));

    [Theory]
    [InlineData("记者李建国、田纪云、王强报道", "记者 李 建国 、 田纪云 、 王强 报道")]
    [InlineData("米洛舍维奇说", "米洛舍维奇 说")]
    public void AGivenNameThatDictionariesListIsAWordWhereTheStandardAsksForIt(string text, string words) =>
        Assert.Equal(words, Cut(new WordSegmenter(Lexicon.Default, NameModel.Default, DomainWords.None, partsNames: true), text));

    [Fact]
    public void DomainWordsStayWhole()
    {
        var domain = new DomainWords(["可解释性", "斯帕托利萨诺", "多利益攸關方"]);
        var segmenter = new WordSegmenter(Lexicon.Default, NameModel.Default, domain);
        Assert.Equal("多利益攸关方 要求 可解释性 ， 斯帕托利萨诺 说", Cut(segmenter, "多利益攸关方要求可解释性，斯帕托利萨诺说"));
    }

    private const string Frequent = "，。·○年月日第百千李王 \n";

    [Fact]
    public void EveryCharacterButWhiteSpaceIsInOnePiece() =>
        Samples.Each(Gen.String[Gen.OneOf(Gen.Char['一', '龥'], Gen.Char[' ', '~'], Gen.Char['\uD800', '\uDFFF'], Gen.Int[0, Frequent.Length - 1].Select(i => Frequent[i])), 0, 3000], 200, text =>
        {
            var folded = Folding.Fold(text);
            var pieces = new List<TextSpan>();
            new WordSegmenter().Segment(folded, pieces);
            Assert.All(pieces.Zip(pieces.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
            Assert.Equal(string.Concat(folded.Where(c => !char.IsWhiteSpace(c))), string.Concat(pieces.Select(piece => piece.Of(folded))));
        });

    private static string Cut(WordSegmenter segmenter, string text)
    {
        var pieces = new List<TextSpan>();
        segmenter.Segment(Folding.Fold(text), pieces);
        return string.Join(' ', pieces.Select(piece => piece.Of(text)));
    }
}
