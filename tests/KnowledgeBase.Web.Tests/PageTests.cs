using Microsoft.Playwright;

namespace KnowledgeBase.Tests;

/// <summary>Every page: nothing that axe-core objects to, wide, dark and in English, and narrow, light and in Chinese.</summary>
public sealed class PageTests(Browser browser)
{
    public static TheoryData<string, string> Pages => new()
    {
        { "start", "/" },
        { "search", "/?q=可解释&theme=explainability" },
        { "corrected", "/?q=元宙宇" },
        { "empty", "/?q=可解释&speaker=xue-lan" },
        { "mistaken", "/?theme=nothing" },
        { "facet", "/facets/speaker?q=元宇宙" },
        { "statement", "/statements/aicg2021-a7dzvz" },
        { "outcome", "/statements/aicg2021-s4nyzr" },
        { "source", "/reports/aicg2021/source?statement=aicg2021-a7dzvz" },
        { "speaker", "/speakers/zeng-yi" },
        { "institution", "/institutions/tsinghua-iaiig" },
        { "panel", "/panels/aicg2021/main-3" },
        { "theme", "/themes/explainability" },
        { "report", "/reports/aicg2021" },
        { "audit", "/reports/aicg2021/audit" },
        { "line", "/reports/aicg2021/source?line=278" },
        { "instrument", "/instruments/数字合作路线图" },
        { "matrix", "/matrix?rows=theme&columns=institution&q=治理&shade=expected" },
        { "compare", "/compare?a=sector:company&b=sector:university" },
        { "mistaken-comparison", "/compare?a=sector:nothing" },
        { "missing", "/statements/aicg2021-nothere" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task APageIsAccessible(string name, string path)
    {
        (string Name, BrowserNewContextOptions Options)[] looks =
        [
            ("en-dark", new() { Locale = "en-GB", ColorScheme = ColorScheme.Dark }),
            ("zh-phone", new() { Locale = "zh-CN", ViewportSize = new() { Width = 390, Height = 844 }, IsMobile = true, HasTouch = true }),
        ];
        foreach (var (look, options) in looks)
        {
            var page = await browser.Open(path, options);
            await Browser.KeepPicture(page, $"{name}-{look}");
            // The narrow look has the same elements: two pages of it are enough, and axe takes seconds a page.
            if (look == "en-dark" || name is "search" or "statement")
                await Browser.AssertAccessible(page);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), $"{path} is wider than the {look} screen");
            Assert.Equal(look.StartsWith("en", StringComparison.Ordinal) ? "en" : "zh-CN", await page.Locator("html").GetAttributeAsync("lang"));
            await page.Context.CloseAsync();
        }

        Assert.Empty(browser.Errors);
    }

    [Fact]
    public async Task TheSearchPageIsLightAndAsksNoOtherHost()
    {
        var page = await browser.Open("about:blank");
        var host = new Uri(browser.Address).Authority;
        var weights = new Dictionary<string, int>(StringComparer.Ordinal);
        var answers = new List<IResponse>();
        page.Response += (_, response) => answers.Add(response);
        await page.GotoAsync(browser.Address + "?q=治理", new() { WaitUntil = WaitUntilState.NetworkIdle });
        foreach (var answer in answers)
            weights[answer.Url] = (await answer.BodyAsync()).Length;
        Assert.All(weights.Keys, url => Assert.Equal(host, new Uri(url).Authority));
        Assert.Contains(weights.Keys, url => url.Contains("kb.js", StringComparison.Ordinal));
        Assert.InRange(weights.Values.Sum(), 1, 150 * 1024);
    }

    [Fact]
    public async Task APrintedStatementHasItsWordsAndItsCitationAndNothingToClick()
    {
        var page = await browser.Open("/statements/aicg2021-a7dzvz");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Browser.KeepPicture(page, "statement-print");
        foreach (var (selector, shown) in new[] { (".words", true), ("#citation-gbt7714", true), (".place", true), ("header", false), ("footer", false), ("button[data-copy]", false), (".neighbours", false) })
            Assert.Equal(shown, await page.Locator(selector).First.IsVisibleAsync());
    }
}
