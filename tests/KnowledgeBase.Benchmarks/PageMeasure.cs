using KnowledgeBase.Tests;
using Microsoft.Playwright;

namespace KnowledgeBase.Benchmarks;

/// <summary>
/// How heavy the search page is, and how long a reader waits after clicking a facet's value: from the click until the new
/// answers are painted, in a real Chromium.
/// </summary>
internal static class PageMeasure
{
    private const int Clicks = 60;

    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    // Two frames behind the change: the first one paints it.
    private const string ClickAndWait = """
        index => new Promise(done => {
            const links = document.querySelectorAll('.facets a.choice')
            const link = links[index % links.length]
            const before = document.querySelector('main')
            const started = performance.now()
            new MutationObserver((_, observer) => {
                if (document.querySelector('main') === before) return
                observer.disconnect()
                requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - started)))
            }).observe(document.body, { childList: true, subtree: true })
            link.click()
        })
        """;

    public static void Run() => Measure().GetAwaiter().GetResult();

    private static async Task Measure()
    {
        var folder = Directory.CreateTempSubdirectory("kb-measure-").FullName;
        try
        {
            using var service = await MeasuredService.Start(Repository.Corpus, Path.Combine(folder, "index"));
            using var playwright = await Playwright.CreateAsync();
            await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = Arguments });
            var page = await browser.NewPageAsync();
            var answers = new List<IResponse>();
            page.Response += (_, answer) => answers.Add(answer);
            await page.GotoAsync(MeasuredService.Address + "/?q=治理", new() { WaitUntil = WaitUntilState.NetworkIdle });
            foreach (var answer in answers.ToList())
                Console.WriteLine($"{(await answer.BodyAsync()).Length / 1024.0,7:0.0} KB  {new Uri(answer.Url).AbsolutePath}");

            var times = new List<double>();
            for (var click = 0; click < Clicks; click++)
                times.Add(await page.EvaluateAsync<double>(ClickAndWait, click));
            double[] sorted = [.. times.Order()];
            Console.WriteLine($"from the click on a facet's value to the new answers painted: median {sorted.At(0.5):0} ms, p90 {sorted.At(0.9):0} ms, longest {sorted[^1]:0} ms, of {Clicks}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
