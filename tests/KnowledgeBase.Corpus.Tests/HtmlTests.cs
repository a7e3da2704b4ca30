using System.Text;

namespace KnowledgeBase.Tests;

/// <summary>What is read of a web page, and what of it is not its article.</summary>
public sealed class HtmlTests
{
    private const string Said = "陈海舟指出，海洋数据应当共享。";

    [Theory]
    [InlineData("<p>" + Said + "</p>", Said)]
    [InlineData("<article><h2>一、介绍</h2><p>" + Said + "</p></article><p>热线，电话。</p>", "## 一、介绍\n\n" + Said)]
    [InlineData("<div>甲认为，要合作。<br>　　" + Said + "</div>", "甲认为，要合作。\n\n" + Said)]
    [InlineData("<div>甲认为，要合作。<br><br>" + Said + "</div>", "甲认为，要合作。\n\n" + Said)]
    [InlineData("<p>地址：青岛，<br>邮编，266100。</p>", "地址：青岛，\n邮编，266100。")]
    [InlineData("<p>海洋\n   数据，共享。</p>", "海洋数据，共享。")]
    [InlineData("<p>He  said,\n yes. </p>", "He said, yes.")]
    [InlineData("<p><b>陈海舟</b><strong> 院长</strong> 数据，共享。</p>", "**陈海舟 院长** 数据，共享。")]
    [InlineData("<ol start=3><li>数据，共享。<li>标准，统一。</ol>", "3. 数据，共享。\n4. 标准，统一。")]
    [InlineData("<blockquote><p>" + Said + "</p></blockquote>", Said)]
    [InlineData("<table><tr><td>甲</td><td>院长，教授。</td></tr><tr><td>乙<br>丙</td><td>律师，顾问。</td></tr></table>", "| 甲 | 院长，教授。 |\n| 乙 丙 | 律师，顾问。 |")]
    [InlineData("<table><tr><td><p>甲，乙。</p><p>" + Said + "</p></td></tr></table>", "甲，乙。\n\n" + Said)]
    [InlineData("<p>用 * 和 `x`，以及 &lt;b&gt; 标记。</p>", "用 \\* 和 \\`x\\`，以及 \\<b\\> 标记。")]
    [InlineData("<p># 不是标题，是井号。</p>", "\\# 不是标题，是井号。")]
    [InlineData("<form><div>" + Said + "</div></form>", Said)]
    [InlineData("<main><article><p>" + Said + "</p></article><article><p>林若溪认为，合作更重要。</p></article></main>", Said + "\n\n林若溪认为，合作更重要。")]
    [InlineData("<p>" + Said + "</p><p>嘉宾有<a>甲</a>、<a>乙</a>和<a>丙</a>，他们来自不同的国家和机构，各有所长。</p>", Said + "\n\n嘉宾有甲、乙和丙，他们来自不同的国家和机构，各有所长。")]
    public void TheArticleIsReadAsItIsShown(string body, string expected) => Assert.Equal(expected + "\n", Extraction.Text("page.html", Page(body)));

    [Theory]
    [InlineData("<nav>新闻，观点，专题。</nav>")]
    [InlineData("<header>蓝海网，欢迎您。</header>")]
    [InlineData("<footer>版权所有，翻印必究。</footer>")]
    [InlineData("<aside>推荐，阅读。</aside>")]
    [InlineData("<div class='cookie-consent'>本站使用 Cookie，请同意。</div>")]
    [InlineData("<div id='related_articles'>相关，阅读。</div>")]
    [InlineData("<div style='display: none'>看不见，的字。</div>")]
    [InlineData("<h3>相关阅读</h3><ul><li><a>甲，乙。</a><li><a>丙，丁。</a><li><a>戊，己。</a></ul>")]
    [InlineData("<script>var a = '指出，';</script><noscript>请打开，脚本。</noscript>")]
    public void WhatIsNoArticleIsLeftOut(string other)
    {
        var article = $"<p>{Said}</p><p>林若溪认为，区域合作是海洋治理的基础，渔民的知识应当成为政策的一部分。</p>";
        Assert.DoesNotContain(other, Said, StringComparison.Ordinal);
        Assert.Equal(Extraction.Text("page.html", Page(article)), Extraction.Text("page.html", Page($"{other}<div>{article}</div>{other}")));
    }

    [Theory]
    [InlineData("<title>论坛 - 蓝海网</title><meta property='og:title' content='论坛'>", "<p>" + Said + "</p>", "论坛")]
    [InlineData("<title>论坛 - 蓝海网</title>", "<div><h1>论坛</h1></div><div><p>" + Said + "</p></div>", "论坛")]
    [InlineData("<title>论坛</title>", "<p>" + Said + "</p>", "论坛")]
    public void ThePagesTitleStandsAboveTheArticle(string head, string body, string title)
    {
        var (source, _) = Extraction.Of("page.html", Encoding.UTF8.GetBytes($"<html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"));
        Assert.Equal(title, source!.StatedTitle);
        Assert.Equal($"# {title}\n\n{Said}\n", source.Text);
    }

    private static byte[] Page(string body) => Encoding.UTF8.GetBytes($"<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>{body}</body></html>");
}
