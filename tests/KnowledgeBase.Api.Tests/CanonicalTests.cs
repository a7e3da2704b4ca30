using System.Net;

namespace KnowledgeBase.Tests;

/// <summary>The one address of each page, and which pages search engines are to keep.</summary>
public sealed class CanonicalTests(Service service)
{
    [Theory]
    [InlineData("/", "/", true)]
    [InlineData("/?size=5", "/", true)]
    [InlineData("/?q=可解释", "/?q=可解释", true)]
    [InlineData("/?q=可解释&sort=relevance&facet=theme", "/?q=可解释", true)]
    [InlineData("/?q=可解释&sort=document", "/?q=可解释&sort=document", false)]
    [InlineData("/?expand=off&q=可解释", "/?q=可解释&expand=off", false)]
    [InlineData("/?theme.not=元宇宙与虚拟空间&q=治理", "/?q=治理&theme.not=metaverse", false)]
    [InlineData("/statements/aicg2021-a7dzvz?from=elsewhere", "/statements/aicg2021-a7dzvz", true)]
    [InlineData("/institutions/清华大学", "/institutions/tsinghua", true)]
    [InlineData("/speakers/xue-lan", "/speakers/xue-lan", true)]
    [InlineData("/panels/aicg2021%2Fmain-1", "/panels/aicg2021/main-1", true)]
    [InlineData("/instruments/中华人民共和国个人信息保护法", "/instruments/个人信息保护法", true)]
    [InlineData("/reports/aicg2021/source?statement=aicg2021-a7dzvz", "/reports/aicg2021/source?start=9119", true)]
    [InlineData("/reports/aicg2021/source?start=0", "/reports/aicg2021/source", true)]
    [InlineData("/facets/speaker?match=zeng&q=元宇宙", "/facets/speaker?q=元宇宙", false)]
    [InlineData("/reports/aicg2021/audit?x=1", "/reports/aicg2021/audit", true)]
    [InlineData("/matrix", "/matrix", true)]
    [InlineData("/matrix?columns=year&q=治理&shade=expected", "/matrix?rows=theme&columns=year&rowsSize=40&columnsSize=15&q=治理", false)]
    [InlineData("/compare", "/compare", true)]
    [InlineData("/compare?b=sector:company&a=institution:清华大学&size=5", "/compare?a=institution:tsinghua&b=sector:company", false)]
    public async Task EveryAddressOfAPageNamesTheOneThatIsItsOwn(string path, string canonical, bool isIndexed)
    {
        var head = await PageHead.Of(service.Client, path);
        Assert.Equal((HttpStatusCode.OK, isIndexed), (head.Status, head.IsIndexed));
        Assert.Equal(canonical, Uri.UnescapeDataString(head.Canonical![service.Client.BaseAddress!.ToString().TrimEnd('/').Length..]));
        var own = await PageHead.Of(service.Client, head.Canonical);
        Assert.Equal((HttpStatusCode.OK, head.Canonical, isIndexed), (own.Status, own.Canonical, own.IsIndexed));
    }

    [Fact]
    public async Task AFurtherPageOfASearchNamesItsBeginningAndIsNotKept()
    {
        var cursor = (await service.Get("/api/v1/statements?q=治理")).GetProperty("next").GetString()!;
        var head = await PageHead.Of(service.Client, $"/?q=治理&cursor={Uri.EscapeDataString(cursor)}");
        Assert.Equal((await PageHead.Of(service.Client, "/?q=治理")).Canonical, head.Canonical);
        Assert.Equal((HttpStatusCode.OK, false), (head.Status, head.IsIndexed));
    }

    [Theory]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/statements/aicg2021-nothere", HttpStatusCode.NotFound)]
    [InlineData("/speakers/nobody", HttpStatusCode.NotFound)]
    [InlineData("/panels?q=a", HttpStatusCode.NotFound)]
    [InlineData("/reports/", HttpStatusCode.NotFound)]
    [InlineData("/facets/colour", HttpStatusCode.NotFound)]
    [InlineData("/facets/theme?sort=colour", HttpStatusCode.BadRequest)]
    [InlineData("/?theme=nothing", HttpStatusCode.BadRequest)]
    [InlineData("/?cursor=made-up", HttpStatusCode.BadRequest)]
    [InlineData("/matrix?rows=colour", HttpStatusCode.BadRequest)]
    [InlineData("/compare?a=colour:red", HttpStatusCode.BadRequest)]
    public async Task AnErrorHasNoAddressOfItsOwnAndIsNotKept(string path, HttpStatusCode status) =>
        Assert.Equal(new PageHead(status, Canonical: null, IsIndexed: false, Data: null), await PageHead.Of(service.Client, path));
}
