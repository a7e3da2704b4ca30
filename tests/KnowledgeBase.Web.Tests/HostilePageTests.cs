using KnowledgeBase.Corpus;
using KnowledgeBase.Search;

namespace KnowledgeBase.Tests;

/// <summary>What a hostile corpus does to the pages: nothing. Its service runs as a process of its own: see <see cref="ServiceProcess"/>.</summary>
public sealed class HostilePageTests(Browser browser)
{
    private const string Script = "<script>document.title = 'taken'</script>";

    [Fact]
    public async Task NamesAndWordsAreShownAsTheyAreAndNothingOfThemRuns()
    {
        using var folder = new TemporaryFolder();
        var longName = string.Concat(Enumerable.Repeat("长名", 2500));
        folder.Write("corpus/statements/hostile.jsonl", string.Join('\n',
            $$"""{"id": "h-1", "text": "{{Script}}治理\"'>要\u202e倒着写", "speaker": "{{Script}}", "panel": "<img src=x onerror=alert(1)>", "report": "\"><svg onload=alert(1)>"}""",
            $$"""{"id": "h-2", "text": "治理要慢。", "speaker": "{{longName}}", "attribution": {"evidence": ["of-their-own"] } }""",
            """{"id": "h-3", "text": "{0} {{x}} @Model 治理", "kind": "collective"}"""));
        var index = Path.Combine(folder.Path, "index");
        new StatementIndex(index).Build(CorpusReader.Read(Path.Combine(folder.Path, "corpus")));
        await using var service = await ServiceProcess.Start(Path.Combine(folder.Path, "corpus"), index);

        foreach (var path in (string[])["/?q=治理", "/statements/h-1", "/statements/h-2", "/statements/h-3", "/facets/speaker?q=治理", $"/?q={Uri.EscapeDataString(Script)}"])
        {
            var page = await browser.Open(service.Address + path);
            Assert.NotEqual("taken", await page.TitleAsync());
            Assert.Equal(0, await page.Locator("main script, main img, main svg[onload]").CountAsync());
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), path);
            if (path == "/statements/h-1")
                Assert.Equal(Script, await page.EvaluateAsync<string>("JSON.parse(document.querySelector('head script[type=\"application/ld+json\"]').textContent).spokenByCharacter.name"));
            await page.Context.CloseAsync();
        }

        Assert.Empty(browser.Errors);
    }
}
