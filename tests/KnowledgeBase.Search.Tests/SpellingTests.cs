namespace KnowledgeBase.Tests;

/// <summary>What is corrected, what is proposed, and what is left alone.</summary>
public sealed class SpellingTests(SearchFixture fixture)
{
    [Theory]
    [InlineData("薛兰", "薛澜")]
    [InlineData("可解释姓", "可解释性")]
    [InlineData("元宙宇", "元宇宙")]
    [InlineData("数字洪沟", "数字鸿沟")]
    [InlineData("数据 洪沟", "数据 鸿沟")]
    [InlineData("碳中合", "碳中和")]
    [InlineData("数据治里", "数据治理")]
    [InlineData("人工职能", "人工智能")]
    [InlineData("贾小峰", "贾晓丰")]
    [InlineData("薜澜", "薛澜")]
    [InlineData("陈揪帆", "陈楸帆")]
    [InlineData("元宇宇宙", "元宇宙")]
    [InlineData("平横包容", "平衡包容")]
    [InlineData("弥合数字洪沟", "弥合数字鸿沟")]
    [InlineData("digital devide", "digital divide")]
    [InlineData("algorithmic discriminaton", "algorithmic discrimination")]
    [InlineData("explanability", "explainability")]
    [InlineData("artifical intelligence", "artificial intelligence")]
    public void WhatFindsNothingIsCorrectedAndSaid(string query, string corrected)
    {
        var result = fixture.Search(query);
        Assert.Equal((corrected, corrected), (result.Query.Corrected, result.Query.DidYouMean));
        Assert.NotEqual(0, result.Total);
        var uncorrected = fixture.Search(query, expand: false).Query;
        Assert.Null(uncorrected.Corrected);
    }

    [Theory]
    [InlineData("可解释")]
    [InlineData("治理")]
    [InlineData("上海")]
    [InlineData("医院")]
    [InlineData("奇点")]
    [InlineData("东京")]
    [InlineData("马斯克")]
    [InlineData("无人机")]
    [InlineData("水资源")]
    [InlineData("供应链")]
    [InlineData("法院用人工智能判刑有什么问题")]
    [InlineData("善用人工智能")]
    [InlineData("让机器决定人的生死")]
    [InlineData("薛澜怎么看人工智能治理")]
    [InlineData("曾毅谈信任")]
    [InlineData("数据所有权归谁")]
    [InlineData("数据是新石油")]
    [InlineData("碳市场数据保密")]
    [InlineData("怎样保护青少年不受元宇宙影响")]
    [InlineData("資訊安全")]
    [InlineData("大语言模型")]
    [InlineData("核武器")]
    [InlineData("技术中立")]
    [InlineData("ChatGPT")]
    [InlineData("MIIT")]
    [InlineData("tencent")]
    [InlineData("Stanley Chan")]
    [InlineData("法律总是落后于科技")]
    [InlineData("怎样让公众信任人工智能？")]
    [InlineData("张三")]
    [InlineData("\"薛兰\"")]
    public void WhatIsRightOrUnknownIsNotCorrected(string query) =>
        Assert.Equal((null, null), (fixture.Search(query).Query.Corrected, fixture.Search(query).Query.DidYouMean));

    [Theory]
    [InlineData("苏军", "苏竣")]
    [InlineData("高闻", "高文")]
    public void AWordThatSoundsLikeASpeakerIsProposedAndNotReplaced(string query, string name) =>
        Assert.Equal((null, name, 0), (fixture.Search(query).Query.Corrected, fixture.Search(query).Query.DidYouMean, fixture.Search(query).Total));
}
