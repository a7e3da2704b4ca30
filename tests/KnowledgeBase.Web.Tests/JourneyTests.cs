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
        await Expect(page.Locator("link[rel=canonical]")).ToHaveAttributeAsync("href", page.Url);
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
    public async Task AWholeSearchNeedsNoMouse()
    {
        var page = await browser.Open("/");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("数字鸿沟");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("q="));
        await TabTo(".facets a.choice");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".chips li")).ToHaveCountAsync(2);
        await TabTo(".hit h2 a");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("article.statement")).ToBeVisibleAsync();
        await TabTo("a[href*='/source?statement=']");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#passage")).ToBeInViewportAsync();

        async Task TabTo(string selector)
        {
            for (var i = 0; i < 200 && !await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector); i++)
                await page.Keyboard.PressAsync("Tab");
            Assert.True(await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector), $"Tab does not reach {selector}");
        }
    }

    [Fact]
    public async Task AFacetIsSearchedWithoutLeavingThePage()
    {
        var page = await browser.Open("/?q=治理");
        var values = page.Locator("#values-speaker > li");
        var all = await values.CountAsync();
        await page.Locator("#match-speaker").PressSequentiallyAsync("xuel");
        await Expect(values).ToHaveCountAsync(1);
        await page.Locator("#match-speaker").FillAsync("");
        await Expect(values).ToHaveCountAsync(all);
        await page.Locator("#match-speaker").PressSequentiallyAsync("薛澜");
        await Expect(values).ToHaveCountAsync(1);
        await values.Locator("a").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("speaker=xue-lan"));
        await Expect(page.Locator(".chips li")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task PagesGoForwardAndBack()
    {
        var page = await browser.Open("/?sort=document", new() { JavaScriptEnabled = false });
        var first = await page.Locator(".hit h2").AllInnerTextsAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "下一页" }).ClickAsync();
        await Expect(page.Locator(".pages .count")).ToHaveTextAsync("第 21—40 条，共 84 条");
        await page.GetByRole(AriaRole.Link, new() { Name = "上一页" }).ClickAsync();
        Assert.Equal(first, await page.Locator(".hit h2").AllInnerTextsAsync());
    }

    [Fact]
    public async Task ACellOfTheMatrixOpensItsStatements()
    {
        var page = await browser.Open("/matrix");
        await page.Locator("#rows").SelectOptionAsync("side");
        await page.Locator("#columns").SelectOptionAsync("kind");
        await page.Locator("#within").FillAsync("数据");
        await page.GetByRole(AriaRole.Button, new() { Name = "显示" }).ClickAsync();
        var cell = page.Locator(".heat tbody td a").First;
        var count = await cell.InnerTextAsync();
        await cell.ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync($"{count} 条观点");
        await Expect(page.Locator(".chips li")).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task TwoSidesAreChosenAndComparedAndATermOpensItsStatements()
    {
        var page = await browser.Open("/speakers/zeng-yi");
        await page.GetByRole(AriaRole.Link, new() { Name = "与其他比较" }).ClickAsync();
        await Expect(page.Locator("#a option[selected]")).ToContainTextAsync("曾毅");
        await page.GetByRole(AriaRole.Link, new() { Name = "界别" }).ClickAsync();
        await page.Locator("#a").SelectOptionAsync("sector:company");
        await page.Locator("#b").SelectOptionAsync("sector:government");
        await page.GetByRole(AriaRole.Button, new() { Name = "比较" }).ClickAsync();
        await Expect(page.Locator("h2").First).ToHaveTextAsync("企业");
        var term = page.Locator("section[aria-labelledby=terms-a] tbody tr").First;
        var word = await term.Locator("th").InnerTextAsync();
        await term.Locator("td a").First.ClickAsync();
        await Expect(page.Locator(".hit mark").First).ToHaveTextAsync(word);
    }

    [Fact]
    public async Task APermalinkOfAClaimLeadsToTheClaim()
    {
        var page = await browser.Open("/statements/aicg2021-a7dzvz.2");
        Assert.EndsWith("/statements/aicg2021-a7dzvz#aicg2021-a7dzvz.2", page.Url, StringComparison.Ordinal);
        await Expect(page.Locator("[id='aicg2021-a7dzvz.2']")).ToBeInViewportAsync();
    }
}
