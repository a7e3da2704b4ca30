using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Tests;

/// <summary>How Chinese is read.</summary>
public sealed class PinyinTests
{
    [Theory]
    [InlineData("曾毅", true, "zengyi")]
    [InlineData("单霁翔", true, "shanjixiang")]
    [InlineData("解学诗", true, "xiexueshi")]
    [InlineData("仇保兴", true, "qiubaoxing")]
    [InlineData("吕晶华", true, "lvjinghua")]
    [InlineData("欧阳修", true, "ouyangxiu")]
    [InlineData("曾经", false, "cengjing")]
    [InlineData("银行行长", false, "yinhanghangzhang")]
    [InlineData("音乐", false, "yinyue")]
    [InlineData("數位落差", false, "shuweiluocha")]
    [InlineData("AI治理", false, "zhili")]
    public void WordsAndNamesAreRead(string text, bool isName, string expected) => Assert.Equal(expected, Pinyin.Key(text, isName));

    [Theory]
    [InlineData("lü", "lv")]
    [InlineData("Lyu", "lv")]
    [InlineData("ren2'gong1 zhi neng", "rengongzhineng")]
    [InlineData("Rén gōng", "rengong")]
    public void TypedPinyinHasOneSpelling(string typed, string expected) => Assert.Equal(expected, Pinyin.Normal(typed));

    [Theory]
    [InlineData("鸿沟", "洪沟")]
    [InlineData("薛澜", "薛兰")]
    [InlineData("智能", "资能")]
    [InlineData("民生", "名声")]
    public void WhatSoundsAlikeHasOneKey(string one, string other) => Assert.Equal(Pinyin.FuzzyKey(one), Pinyin.FuzzyKey(other));
}
