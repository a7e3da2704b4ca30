using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KnowledgeBase.Tests;

/// <summary>What readers do with the pages.</summary>
public sealed class JourneyTests(Browser browser)
{
    [Fact]
    public async Task FromTheStartToTheCitationOfWhatACompanySaidOnExplainability()
    {
        var page = await browser.Open("/", new() { Permissions = ["clipboard-read", "clipboard-write"] });
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("可解释");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToHaveTextAsync("8 条观点");
        await page.GetByRole(AriaRole.Link, new() { Name = "企业 1" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("1 条观点");
        Assert.Matches(@"\?q=.*&sector=company$", page.Url);

        await page.Locator(".hit h2 a").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("陶大程");
        await page.GetByRole(AriaRole.Button, new() { Name = "复制" }).First.ClickAsync();
        Assert.Matches("^陶大程\\. .*（报告转述）.*/statements/aicg2021-", await page.EvaluateAsync<string>("navigator.clipboard.readText()"));

        await page.GetByRole(AriaRole.Link, new() { Name = "在原文中查看" }).ClickAsync();
        await Expect(page.Locator("#passage")).ToBeInViewportAsync();
        Assert.Contains("可解释性的缺乏", await page.Locator("#passage").InnerTextAsync(), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Link, new() { Name = "返回观点" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("陶大程");
    }

    [Fact]
    public async Task BackAndForwardShowWhatTheAddressSays()
    {
        var page = await browser.Open("/?q=元宇宙");
        var all = await page.Locator("h1").InnerTextAsync();
        await page.Locator(".facets a.choice").First.ClickAsync();
        await Expect(page.Locator(".chips li")).ToHaveCountAsync(2);
        await page.GoBackAsync();
        await Expect(page.Locator(".chips")).ToHaveCountAsync(0);
        await Expect(page.Locator("h1")).ToHaveTextAsync(all);
        await page.GoForwardAsync();
        await Expect(page.Locator(".chips li")).ToHaveCountAsync(2);
        await page.ReloadAsync();
        await Expect(page.Locator(".chips li")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task EverythingWorksWithoutScripts()
    {
        var page = await browser.Open("/", new() { JavaScriptEnabled = false });
        await page.Locator("#q").FillAsync("元宇宙");
        await page.GetByRole(AriaRole.Button, new() { Name = "搜索" }).ClickAsync();
        await page.Locator(".facets a.choice").First.ClickAsync();
        await Expect(page.Locator(".chips li")).ToHaveCountAsync(2);
        await page.Locator(".hit h2 a").First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "在原文中查看" }).ClickAsync();
        await Expect(page.Locator("#passage")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("xuel", "薛澜", "speaker=xue-lan")]
    [InlineData("tsing", "清华大学", "institution=tsinghua")]
    [InlineData("元宇", "元宇宙", "theme=metaverse")]
    public async Task TheBoxCompletesNamesAndTerms(string typed, string offered, string address)
    {
        var page = await browser.Open("/");
        await page.Locator("#q").PressSequentiallyAsync(typed);
        await Expect(page.GetByRole(AriaRole.Option).Filter(new() { HasText = offered }).First).ToBeVisibleAsync();
        for (var i = 0; i < 8 && !await IsChosen(); i++)
            await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(address)));
        await Expect(page.GetByRole(AriaRole.Listbox)).ToBeHiddenAsync();

        async Task<bool> IsChosen() => await page.Locator("[role=option][aria-selected=true]").Filter(new() { HasText = offered }).CountAsync() > 0;
    }

    [Fact]
    public async Task TheLanguageIsTheBrowsersUntilTheReaderChooses()
    {
        var page = await browser.Open("/?q=可解释", new() { Locale = "en-US" });
        await Expect(page.Locator("h1")).ToHaveTextAsync("8 statements");
        await page.GetByRole(AriaRole.Button, new() { Name = "中文" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("8 条观点");
        Assert.Contains("q=", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACorrectionCanBeUndone()
    {
        var page = await browser.Open("/?q=元宙宇");
        await page.GetByRole(AriaRole.Link, new() { Name = "仍搜“元宙宇”" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("0 条观点");
        await page.GetByRole(AriaRole.Link, new() { Name = "恢复扩展" }).ClickAsync();
        await Expect(page.Locator("h1")).Not.ToHaveTextAsync("0 条观点");
    }

    [Fact]
    public async Task APermalinkOfAClaimLeadsToTheClaim()
    {
        var page = await browser.Open("/statements/aicg2021-a7dzvz.2");
        Assert.EndsWith("/statements/aicg2021-a7dzvz#aicg2021-a7dzvz.2", page.Url, StringComparison.Ordinal);
        await Expect(page.Locator("[id='aicg2021-a7dzvz.2']")).ToBeInViewportAsync();
    }
}
