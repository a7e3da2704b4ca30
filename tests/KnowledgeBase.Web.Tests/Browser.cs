using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(KnowledgeBase.Tests.Browser))]

namespace KnowledgeBase.Tests;

/// <summary>A real Chromium, headless. Each test opens a context of its own: language, width, colours, scripts.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly Service _service = new();
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        // Generous: a machine that does much else at the same time is slow, not wrong.
        Assertions.SetDefaultExpectTimeout(20_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        _service.Dispose();
    }

    /// <summary>Where the service is, with a slash at the end.</summary>
    internal string Address => _service.Client.BaseAddress!.ToString();

    /// <summary>Opens a page of the service; console errors fail the test that asks for them.</summary>
    internal async Task<IPage> Open(string path, BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.BaseURL = Address;
        options.Locale ??= "zh-CN";
        var context = await _browser.NewContextAsync(options);
        context.SetDefaultTimeout(30_000);
        var page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            // A page that is not there is what some tests ask for.
            if (message.Type == "error" && !message.Text.Contains("Failed to load resource", StringComparison.Ordinal))
                Errors.Add($"{page.Url}: {message.Text}");
        };
        page.PageError += (_, error) => Errors.Add($"{page.Url}: {error}");
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>What went wrong in any page so far: errors of scripts, breaches of the content security policy.</summary>
    internal List<string> Errors { get; } = [];

    /// <summary>Keeps a picture of a page among the output of the tests.</summary>
    internal static async Task KeepPicture(IPage page, string name)
    {
        var folder = Path.Combine(Repository.Root, "artifacts", "screenshots");
        Directory.CreateDirectory(folder);
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }

    /// <summary>Asserts that axe-core finds nothing against WCAG 2.2 AA.</summary>
    internal static async Task AssertAccessible(IPage page)
    {
        var found = await page.RunAxe();
        Assert.True(found.Violations.Length == 0, $"{page.Url}\n{string.Join('\n', found.Violations.Select(v => $"{v.Id}: {v.Help} — {string.Join(" | ", v.Nodes.Select(n => n.Html))}"))}");
    }
}
