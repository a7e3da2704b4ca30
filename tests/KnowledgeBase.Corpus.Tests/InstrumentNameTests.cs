using KnowledgeBase.Corpus;

namespace KnowledgeBase.Tests;

/// <summary>Which printed names mean the same work or instrument.</summary>
public sealed class InstrumentNameTests
{
    [Theory]
    [InlineData("个人信息保护法", "个人信息保护法", "个人信息保护法")]
    [InlineData("《中华人民共和国个人信息保护法》", "个人信息保护法", "个人信息保护法")]
    [InlineData("中華人民共和國 個人信息保護法", "個人信息保護法", "个人信息保护法")]
    [InlineData("中华人民共和国认证认可条例", "认证认可条例", "认证认可条例")]
    [InlineData("中华人民共和国外交史", "中华人民共和国外交史", "中华人民共和国外交史")]
    [InlineData("中华人民共和国法", "中华人民共和国法", "中华人民共和国法")]
    [InlineData("ＡＩ 法案", "ＡＩ法案", "ai法案")]
    [InlineData("A Theory  of\nJustice", "A Theory of Justice", "a theory of justice")]
    [InlineData("关于〈网络\u200B安全法〉的决定", "关于〈网络安全法〉的决定", "关于〈网络安全法〉的决定")]
    [InlineData(" 《》", "", "")]
    [InlineData("《..》", "..", "")]
    [InlineData("A/./B", "A/./B", "")]
    [InlineData("TCP/IP", "TCP/IP", "tcp/ip")]
    public void SpellingsOfOneNameMeet(string printed, string name, string id)
    {
        Assert.Equal(name, InstrumentName.Of(printed));
        Assert.Equal(id, InstrumentName.IdOf(printed));
        Assert.Equal(id, InstrumentName.IdOf(id));
    }
}
